namespace Belfry.Tests.Incidents.Cap;

/// <summary>The samples and what an independent reading says of them: data/cap/samples/index.tsv.</summary>
static class CapSamples
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data", "cap", "samples");

    public static IReadOnlyList<Sample> All { get; } = [.. File.ReadLines(Path.Combine(Folder, "index.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells =>
        new Sample(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], [.. cells[6].Split("; ", StringSplitOptions.RemoveEmptyEntries)]))];

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));
}

sealed record Sample(string File, string Source, string Licence, string Verdict, string Version, string Signature, IReadOnlyList<string> Findings)
{
    public byte[] Bytes => CapSamples.Bytes(File);
}
