using System.Text.Encodings.Web;
using System.Text.Json;

namespace Belfry.Bench;

/// <summary>One table of docs/figures.md, as a run writes it.</summary>
/// <param name="Title">What was measured, as a sentence.</param>
/// <param name="Command">How to run it again, from the repository's root.</param>
/// <param name="Text">What the reader must know: data, limits, the peer's version. A paragraph an item.</param>
/// <param name="Misses">Each bar that was missed, with its cause. Empty when all were met.</param>
sealed record Figures(
    string Area, string Name, string Title, string Command, IReadOnlyList<string> Text, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Misses)
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Date { get; init; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public string Machine { get; init; } = $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}";

    public void Write()
    {
        Console.WriteLine(Title);
        Console.WriteLine(string.Join(" | ", Columns));
        foreach (var row in Rows)
        {
            Console.WriteLine(string.Join(" | ", row));
        }

        foreach (var miss in Misses)
        {
            Console.WriteLine("missed: " + miss);
        }

        var folder = Path.Combine("bench", "results");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{Area}-{Name}.json"), JsonSerializer.Serialize(this, Readable) + "\n");
    }
}
