using System.Text;
using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

/// <summary>The free samples of data/passengers, and messages put together in a test.</summary>
static class Sample
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "data", "passengers");

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, "own", name));

    public static PassengerReading Read(string name) => Read(Bytes(name));

    public static PassengerReading Read(byte[] bytes)
    {
        var result = PassengerFile.Read(bytes);
        Assert.True(result.Ok, result.ToString());
        Assert.True(result.Value.Counts.Reconciles, result.Value.Counts.ToString());
        return result.Value;
    }

    public static PassengerMessage Message(string name) => Assert.Single(Read(name).Messages);

    /// <summary>A PNRGOV message around the segments of one booking, each without its terminator.</summary>
    public static PassengerMessage Pnrgov(params string[] segments) => Assert.Single(Read(Encoding.Latin1.GetBytes(PnrgovText(segments))).Messages);

    public static string PnrgovText(params string[] segments) => string.Concat(
        ((string[])["UNB+IATA:1+ZZ+BEPIU+250301:0800+1", "UNH+M1+PNRGOV:13:1:IA", "MSG+:22", "ORG+ZZ:BRU", "TVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123", "EQN+1", "SRC", "RCI+ZZ:TEST01",
            .. segments, $"UNT+{segments.Length + 8}+M1", "UNZ+1+1"]).Select(segment => segment + "'"));

    public static PassengerMessage Paxlst(params string[] segments) => Assert.Single(Read(Encoding.Latin1.GetBytes(PaxlstText(segments))).Messages);

    public static string PaxlstText(params string[] segments) => string.Concat(
        ((string[])["UNB+UNOA:4+ZZ+BEPIU+250301:0800+1", "UNH+L1+PAXLST:D:05B:UN:IATA", "BGM+745", "TDT+20+ZZ0123+++ZZ", "LOC+125+BRU", "DTM+189:2503011015:201", "LOC+87+JFK", "DTM+232:2503011640:201",
            .. segments, $"UNT+{segments.Length + 8}+L1", "UNZ+1+1"]).Select(segment => segment + "'"));

    public static string[] Codes(this PassengerMessage message) => [.. message.Findings.Select(finding => finding.Problem.Code)];
}
