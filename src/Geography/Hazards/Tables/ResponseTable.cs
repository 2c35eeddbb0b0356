using System.Security.Cryptography;
using Belfry.Geography.Hazards;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Geography;

/// <summary>
/// A table of distances or levels that Belfry does not ship because no trustworthy machine copy exists (ERG Table 1, PAC, ERPG). One person enters it from the source,
/// another reads it back and confirms its digest; only then are there values. The form of both files is in src/Geography/Hazards/README.md.
/// </summary>
public sealed class ResponseTable
{
    /// <summary>The whole ERG is some 300 KB.</summary>
    public const int MostBytes = 4 << 20;

    readonly TableFile file;

    ResponseTable(TableFile file, string digest) => (this.file, Digest) = (file, digest);

    public string Edition => file.Edition;

    public string Source => file.Source;

    public string EnteredBy => file.EnteredBy;

    public DateOnly EnteredOn => file.EnteredOn;

    /// <summary>Of both kinds.</summary>
    public int Rows => file.Isolation.Count + file.Levels.Count;

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal: what the second person reads and confirms.</summary>
    public string Digest { get; }

    /// <returns>Refused: HAZ-030 (too large), KERNEL-006 (no JSON, an unknown or missing member, with its place), HAZ-031 to 033 (a row that cannot be right).</returns>
    public static Result<ResponseTable> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes)
        {
            return TableProblems.TooLarge.With(("limit", MostBytes >> 20));
        }

        if (!Json.Parse<TableFile>(json).TryGet(out var file, out var unreadable))
        {
            return Result<ResponseTable>.Refused(unreadable);
        }

        var problems = TableCheck.Of(file);
        return problems.Count > 0 ? Result<ResponseTable>.Refused(problems) : new ResponseTable(file, Convert.ToHexStringLower(SHA256.HashData(json.Span)));
    }

    /// <summary>The file with which a person confirms this table, as JSON: belfry-response-confirmation-1.</summary>
    /// <param name="digest">As the person read it; checked by <see cref="Confirm"/>, not here.</param>
    /// <param name="rows">As the person counted them in the source.</param>
    public static string Confirmation(string digest, int rows, string by, DateOnly on) =>
        System.Text.Json.JsonSerializer.Serialize(new ConfirmationFile(ConfirmationFile.Form, digest, rows, by, on), Json.Strict);

    /// <summary>What a second person signs to say that rows and source agree.</summary>
    /// <param name="confirmation">A file of the form belfry-response-confirmation-1.</param>
    /// <returns>Refused: HAZ-030, KERNEL-006, HAZ-034 (another digest or count), 035 (the same person), 036 (before it was entered).</returns>
    public Result<ConfirmedTable> Confirm(ReadOnlyMemory<byte> confirmation)
    {
        if (confirmation.Length > MostBytes)
        {
            return TableProblems.TooLarge.With(("limit", MostBytes >> 20));
        }

        if (!Json.Parse<ConfirmationFile>(confirmation).TryGet(out var signed, out var unreadable))
        {
            return Result<ConfirmedTable>.Refused(unreadable);
        }

        var problems = TableCheck.Of(signed, file, Digest, Rows);
        return problems.Count > 0 ? Result<ConfirmedTable>.Refused(problems) : new ConfirmedTable(this, file, signed.ConfirmedBy, signed.ConfirmedOn);
    }
}

/// <summary>A table that two persons stand for. It alone has values.</summary>
public sealed class ConfirmedTable
{
    internal ConfirmedTable(ResponseTable table, TableFile file, string by, DateOnly on) => (Table, ConfirmedBy, ConfirmedOn, Isolation, Levels) = (table, by, on, file.Isolation, file.Levels);

    public ResponseTable Table { get; }

    public string ConfirmedBy { get; }

    public DateOnly ConfirmedOn { get; }

    public IReadOnlyList<IsolationRow> Isolation { get; }

    public IReadOnlyList<LevelRow> Levels { get; }
}

/// <summary>Initial isolation and protective action distances of one material and spill (ERG Table 1, and Table 3 by container and wind).</summary>
/// <param name="Un">Four digits.</param>
/// <param name="Spill">small (to 208 litres) or large.</param>
/// <param name="IsolateMetres">Radius in all directions; 1 to 10,000.</param>
/// <param name="DayKm">Downwind between sunrise and sunset; 0 to 50. Null in a row that points to the table by container.</param>
/// <param name="NightKm">As <paramref name="DayKm"/>, and at least as far.</param>
/// <param name="Container">As Table 3 names it; null in Table 1.</param>
/// <param name="Wind">low, moderate or high with a container; else null.</param>
public sealed record IsolationRow(string Un, string Name, string Spill, double IsolateMetres, double? DayKm = null, double? NightKm = null, string? Container = null, string? Wind = null);

/// <summary>An exposure level of a substance.</summary>
/// <param name="Cas">With its check digit.</param>
/// <param name="System">PAC or ERPG.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Unit">ppm or mg/m³.</param>
public sealed record LevelRow(string Cas, string Name, string System, int Level, double Value, string Unit);
