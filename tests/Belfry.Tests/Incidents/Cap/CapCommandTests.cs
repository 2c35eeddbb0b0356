using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>belfry cap validate, as a person runs it.</summary>
public sealed class CapCommandTests
{
    [Fact]
    public void All_samples_in_one_run_end_with_1_and_one_json_document()
    {
        var (code, output, _) = Run(["cap", "validate", "--json", .. CapSamples.All.Select(sample => Path.Combine(CapSamples.Folder, sample.File))]);
        using var document = JsonDocument.Parse(output);

        Assert.Equal(1, code);
        Assert.Equal(
            CapSamples.All.Select(sample => (sample.File, sample.Verdict)),
            document.RootElement.EnumerateArray().Select(row => (row.GetProperty("file").GetString()!, row.GetProperty("schema").GetString()!)));
    }

    [Fact]
    public void A_good_file_ends_with_0_a_profile_and_a_language_are_obeyed_and_a_missing_file_is_said()
    {
        var good = Path.Combine(CapSamples.Folder, "wmo_be_valid.cap.xml");

        var (code, output, _) = Run(["cap", "validate", good]);
        Assert.Equal((0, true), (code, output.StartsWith("wmo_be_valid.cap.xml: CAP 1.2; schema valid; not signed", StringComparison.Ordinal)));
        (code, output, _) = Run(["cap", "validate", "--profile", "belgium", "--language", "nl", good]);
        Assert.Equal((1, true), (code, output.Contains("CAP-R104 alert/info[1]/area: Het gebied heeft geen veelhoek.", StringComparison.Ordinal)));
        (code, _, var errors) = Run(["cap", "validate", "/nowhere.xml"]);
        Assert.Equal((1, true), (code, errors.Contains("/nowhere.xml: no such file", StringComparison.Ordinal)));
        Assert.Equal(2, Run(["cap", "validate"]).Code);
    }

    static (int Code, string Output, string Errors) Run(string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "belfry.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
