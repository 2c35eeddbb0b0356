using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Commands;

/// <summary>A world in one file, taken while it runs, and back again.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task What_was_restored_sends_nothing_until_two_people_have_armed_it()
    {
        await using var town = await Town.OpenAsync(DatabaseKind.Sqlite, inside: 12, named: "belfry.db");
        var version = await town.SubmittedAsync();
        await town.HoldFreezeAsync(version);
        await town.ApproveAsync(version);
        var (file, words, wrong, folder) = (Path.Combine(town.Folder, "world.tar.gz"), Path.Combine(town.Folder, "words"), Path.Combine(town.Folder, "wrong"), Path.Combine(town.Folder, "restored"));
        await File.WriteAllTextAsync(words, "vijf losse woorden regen ladder\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(wrong, "een ander lang geheim\n", TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), await Belfryd.RunAsync("backup", file, "--passphrase-file", words, "--data", town.Folder) is var backup ? (backup.Code, backup.Errors) : default);
        await town.StopAsync();
        Assert.DoesNotContain("PRIVATE KEY", System.Text.Encoding.Latin1.GetString(await UnzippedAsync(file)), StringComparison.Ordinal);

        Assert.Equal((1, false), ((await Belfryd.RunAsync("restore", file, "--passphrase-file", wrong, "--data", folder)).Code, Directory.Exists(folder)));
        Assert.Equal(1, (await Belfryd.RunAsync("restore", file, "--passphrase-file", words, "--data", folder, "--world", "test")).Code);
        Assert.Equal((0, ""), await Belfryd.RunAsync("restore", file, "--passphrase-file", words, "--data", folder) is var restore ? (restore.Code, restore.Errors) : default);
        Assert.Equal(1, (await Belfryd.RunAsync("restore", file, "--passphrase-file", words, "--data", folder)).Code); // never over something

        await using var restored = await Town.OpenAsync(folder, new DatabaseSettings("belfry", DatabaseKind.Sqlite, Path.Combine(folder, "belfry.db")), town.Phones.Port, inside: 0);
        var arming = restored.Get<Arming>();
        await Task.Delay(3_000, TestContext.Current.CancellationToken);
        Assert.Equal((0, false), ((int)town.Phones.Counts.Taken, arming.IsArmed));
        Assert.Equal("SHELL-001", (await arming.ArmAsync(Town.Coordinator, "looked through the alerts")).Problems[0].Code);
        Assert.False((await arming.ArmAsync(Town.DutyOfficer, "looked through the alerts")).Value);
        Assert.Equal("DISPATCH-004", (await arming.ArmAsync(Town.DutyOfficer, "looked through the alerts")).Problems[0].Code);
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.Equal(0, town.Phones.Counts.Taken);
        Assert.True((await arming.ArmAsync(Town.Governor, "looked through the alerts")).Value);
        Assert.Equal("DISPATCH-005", (await arming.ArmAsync(Town.DutyOfficer, "looked through the alerts")).Problems[0].Code);

        // Armed: what was approved a moment ago goes out, once.
        await restored.Db.ChangeAsync(new Act(Viewer.Program("test"), "LetGo"), change => change.ExecuteAsync("update lease set until = @now where name like 'freeze/%'", new { now = change.Now }), CancellationToken.None);
        await restored.UntilAsync(version.Id, VersionState.Sent);
        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(1, town.Received(person)));
    }

    static async Task<byte[]> UnzippedAsync(string file)
    {
        await using var zip = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        using var all = new MemoryStream();
        await zip.CopyToAsync(all);
        return all.ToArray();
    }
}
