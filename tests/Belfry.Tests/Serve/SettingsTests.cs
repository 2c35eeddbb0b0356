using Belfry.Configure;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Tests.Commands;
using Xunit;

namespace Belfry.Tests.Serve;

/// <summary>belfry.json: what is understood is used, what is not stops the start and says where it stands.</summary>
public sealed class SettingsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("belfry-settings-").FullName;

    string Of(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_example_of_the_operator_s_guide_is_taken()
    {
        File.Copy(Path.Combine(Repository.Root, "docs", "operate", "belfry.example.json"), Of("belfry.json"));
        Directory.CreateDirectory(Of("secrets"));
        Secret("secrets/sms-south", "geheim-s\n");
        Secret("secrets/mail", "geheim-m");
        Environment.SetEnvironmentVariable("SMS_NORTH_PASSWORD", "geheim-n");
        var settings = Load().Value;
        Assert.Equal(("crisis.example.be", "https://crisis.example.be"), (settings.Host, settings.Site));
        Assert.Equal(["geheim-n", "geheim-s"], settings.Dispatch.Sms.Select(one => one.Password));
        Assert.Equal(("geheim-m", 587), (settings.Dispatch.Email[0].Password, settings.Dispatch.Email[0].Port));
        Assert.Equal((50, 10), (settings.Dispatch.Sms[0].Window, settings.Dispatch.Sms[1].Window));
        Assert.Equal((TimeSpan.FromDays(92), "alerts@crisis.example.be"), (settings.Alerting.LongestDelegation, settings.Alerting.Cap.Sender));

        // Nothing that is printed carries a secret.
        Assert.DoesNotContain("geheim", $"{settings} {settings.Dispatch.Sms[0]} {settings.Dispatch.Email[0]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "instance": {""", "SET-002", "line 1")]
    [InlineData("""{ "instance": { "orign": "x" } }""", "SET-003", "line 1 instance.orign")]
    [InlineData("{\n \"dispatch\": {\n  \"fax\": [] } }", "SET-003", "line 3 dispatch.fax")]
    [InlineData("""{ "instance": {}, "Instance": {} }""", "SET-004", "Instance")]
    [InlineData("""{ "dispatch": { "sms": [ { "port": "2775" } ] } }""", "SET-005", "dispatch.sms[0].port")]
    [InlineData("""{ "dispatch": { "sms": {} } }""", "SET-005", "dispatch.sms")]
    [InlineData("""{ "alerting": { "longestDelegation": "a while" } }""", "SET-005", "alerting.longestDelegation")]
    [InlineData("""{ "alerting": { "longestDelegation": "367.00:00:00" } }""", "SET-006", "alerting.longestDelegation")]
    [InlineData("""{ "alerting": { "cap": { "sender": "a b" } } }""", "SET-006", "alerting.cap.sender")]
    [InlineData("""{ "instance": { "origin": "http://crisis.example.be" } }""", "SET-007", "instance.origin")]
    [InlineData("""{ "instance": { "origin": "crisis.example.be" } }""", "SET-007", "instance.origin")]
    [InlineData("""{ "instance": { "origin": "https://crisis.example.be/desk" } }""", "SET-007", "instance.origin")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "hunter22" } ] } }""", "SET-009", "dispatch.sms[0].password")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "env:BELFRY_NOT_THERE" } ] } }""", "SET-010", "dispatch.sms[0].password")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "file:nowhere" } ] } }""", "SET-011", "dispatch.sms[0].password")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "file:open" } ] } }""", "SET-012", "dispatch.sms[0].password")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "file:kept", "port": 99999 } ] } }""", "SET-006", "dispatch.sms[0].port")]
    [InlineData("""{ "dispatch": { "sms": [ { "systemId": "b", "password": "file:kept", "sender": "Crisis centre of Belgium" } ] } }""", "SET-006", "dispatch.sms[0].sender")]
    [InlineData("""{ "dispatch": { "sms": [ { "password": "file:kept" } ] } }""", "SET-006", "systemId")]
    [InlineData("""{ "dispatch": { "email": [ { "fromAddress": "a@b.be", "route": "cap" } ] } }""", "SET-006", "dispatch.email[0].route")]
    [InlineData("""{ "dispatch": { "email": [ {} ] } }""", "SET-006", "fromAddress")]
    public void What_is_wrong_is_named_with_its_place_and_no_secret(string json, string code, string place)
    {
        Secret("kept", "geheim");
        File.WriteAllText(Of("open"), "geheim");
        File.SetUnixFileMode(Of("open"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.WriteAllText(Of("belfry.json"), json);
        var problems = Load().Problems;
        Assert.Contains(problems, problem => problem.Code == code && problem.Field!.Contains(place, StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("hunter22", StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_line_wins_over_the_environment_over_the_file()
    {
        File.WriteAllText(Of("belfry.json"), """{ "instance": { "origin": "https://file.example" }, "alerting": { "cap": { "contact": "file", "web": "https://file.example" } } }""");
        Environment.SetEnvironmentVariable("BELFRY_ALERTING__CAP__CONTACT", "environment");
        Environment.SetEnvironmentVariable("BELFRY_ALERTING__CAP__WEB", "https://environment.example");
        try
        {
            var settings = Load("alerting:cap:web=https://told.example").Value;
            Assert.Equal(("https://file.example", "environment", "https://told.example"), (settings.Site, settings.Alerting.Cap.Contact, settings.Alerting.Cap.Web));
            Assert.Equal("--set alerting:cap:wep", Assert.Single(Load("alerting:cap:wep=x").Problems).Field);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BELFRY_ALERTING__CAP__CONTACT", null);
            Environment.SetEnvironmentVariable("BELFRY_ALERTING__CAP__WEB", null);
        }
    }

    [Fact]
    public void Real_gateways_are_refused_in_an_exercise_and_nothing_need_be_set()
    {
        Secret("kept", "geheim");
        Assert.True(SettingsFile.Load(new ServeOptions(World.Exercise, folder)).Ok);
        File.WriteAllText(Of("belfry.json"), """{ "dispatch": { "sms": [ { "systemId": "b", "password": "file:kept" } ] } }""");
        Assert.Contains("SET-008", SettingsFile.Load(new ServeOptions(World.Exercise, folder)).Problems.Select(problem => problem.Code));
        Assert.True(Load().Ok);
    }

    [Fact]
    public async Task Check_says_what_is_right_and_what_is_wrong_and_serve_does_not_start_on_what_is_wrong()
    {
        Secret("kept", "geheim");
        File.WriteAllText(Of("belfry.json"), """{ "instance": { "origin": "https://crisis.example.be" }, "dispatch": { "sms": [ { "route": "north", "host": "smpp.example", "systemId": "b", "password": "file:kept" } ] } }""");
        var right = await Belfryd.RunAsync("settings", "check", Of("belfry.json"));
        Assert.Equal((0, ""), (right.Code, right.Errors));
        Assert.Contains("right  origin https://crisis.example.be", right.Output, StringComparison.Ordinal);
        Assert.Contains("note   north without TLS", right.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", right.Output, StringComparison.Ordinal);

        File.WriteAllText(Of("belfry.json"), """{ "wrong": 1 }""");
        var wrong = await Belfryd.RunAsync("settings", "check", "--data", folder);
        Assert.Equal((1, ""), (wrong.Code, wrong.Output));
        Assert.StartsWith("SET-003 belfry.json line 1 wrong:", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await Belfryd.RunAsync("serve", "--world", "real", "--data", folder, "--port", "0")).Code);
        Assert.False(File.Exists(Of("belfry.db")));
        Assert.Equal(1, (await Belfryd.RunAsync("settings", "check", Of("not-there.json"))).Code);
        Assert.Equal(2, (await Belfryd.RunAsync("settings", "check", "--world", "nowhere")).Code);
    }

    Result<BelfrySettings> Load(params string[] set) => SettingsFile.Load(new ServeOptions(World.Real, folder) { Set = set });

    void Secret(string name, string content)
    {
        File.WriteAllText(Of(name), content);
        File.SetUnixFileMode(Of(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
