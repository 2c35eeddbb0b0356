namespace Belfry.Geography.Hazards;

/// <summary>The file that the first person writes: belfry-response-table-1.</summary>
sealed record TableFile(
    string Format, string Edition, string Source, string EnteredBy, DateOnly EnteredOn, IReadOnlyList<IsolationRow> Isolation, IReadOnlyList<LevelRow> Levels)
{
    public const string Form = "belfry-response-table-1";
}

/// <summary>The file that the second person writes: belfry-response-confirmation-1.</summary>
/// <param name="Digest">Of the table's file, as the second person's own program shows it.</param>
/// <param name="Rows">As counted in the source.</param>
sealed record ConfirmationFile(string Format, string Digest, int Rows, string ConfirmedBy, DateOnly ConfirmedOn)
{
    public const string Form = "belfry-response-confirmation-1";
}
