using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Belfry.Risks;

/// <summary>What a panel said, how far it agrees, and how far that can be trusted. No person's score can be read from it when fewer than three scored.</summary>
public sealed record PanelReport(string? Title, int Experts, IReadOnlyList<ItemReport> Items, Reliability Reliability, IReadOnlyList<ExpertReport>? Calibration)
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Format { get; } = "belfry-elicitation-report-1";

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <param name="Statistics">Null when fewer than three experts scored: then nothing is shown.</param>
public sealed record ItemReport(string Id, int Scored, int Abstained, ItemStatistics? Statistics);

/// <param name="Iqr">Distance between the quartiles, type 7.</param>
/// <param name="Distribution">Votes by whole class from the lowest; a half counts upwards.</param>
/// <param name="Agreement">r_wg = 1 − s² / ((k² − 1)/12): 1 all the same, 0 as if by lot, below 0 split into camps.</param>
/// <param name="Consensus">Tastle and Wierman: 1 all the same, 0 half at each end.</param>
/// <param name="Lower90">Median of the lower bounds, each stretched to a 90 % interval; null when nobody gave bounds.</param>
/// <param name="Far">How many scored two classes or more from the median.</param>
/// <param name="Bimodal">Two neighbouring empty classes between occupied ones.</param>
/// <param name="Pooled">Equal-weight linear pool: mean of the chances or of the money, never of classes or return periods.</param>
/// <param name="Settled">The stop rule against the round before; null in the first round.</param>
public sealed record ItemStatistics(
    double Median, double Iqr, double Lowest, double Highest, IReadOnlyList<int> Distribution, double Agreement, double Consensus,
    double? Lower90, double? Upper90, int Far, bool Bimodal, Colour Colour, PooledValue? Pooled, bool? Settled);

/// <param name="Value">Events a year, euro-equivalents or probability.</param>
/// <param name="Class">The class of that value, for display beside the median.</param>
public sealed record PooledValue(double Value, double Class);

/// <summary>Green: IQR ≤ 1 and r_wg ≥ 0.7 and nobody far. Amber: IQR ≤ 1.5. Red: else, or bimodal: discuss.</summary>
public enum Colour
{
    Green,
    Amber,
    Red,
}

/// <summary>Krippendorff's alpha over all items: 1 perfect, 0 as if by lot. Null when every score is the same: then there is nothing to agree about.</summary>
public sealed record Reliability(double? Nominal, double? Ordinal, double? OrdinalLow, double? OrdinalHigh, double? Interval);

/// <param name="Hits">How many truths fell between the expert's quantiles, from below the lowest to above the highest.</param>
/// <param name="Calibration">Chance of hits at least as uneven, were the expert's quantiles right.</param>
/// <param name="Information">How much narrower than the plain range, in nats.</param>
/// <param name="Weight">Share of the performance weights. Shown beside the equal weight, never instead of it.</param>
public sealed record ExpertReport(string Expert, int Answered, IReadOnlyList<int> Hits, double Calibration, double Information, double Weight, double EqualWeight);
