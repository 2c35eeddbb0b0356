using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Geography.Hazards;

namespace Belfry.Geography;

/// <summary>What a hazard model says, with everything needed to judge and repeat it: which model, from which source, fed with what, valid where, asked by whom and when.</summary>
public sealed record HazardResult
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Format { get; } = "belfry-hazard-1";

    /// <summary>Name of the model, as <c>plume</c> or <c>blast</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Changes whenever the same inputs would give other digits.</summary>
    public required string Version { get; init; }

    /// <summary>Where formulas and numbers come from, each with how far it can be trusted.</summary>
    public required IReadOnlyList<HazardSource> Sources { get; init; }

    /// <summary>Who asked. Never empty.</summary>
    public required string Author { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Where it happens; null for a model without a place.</summary>
    public HazardPlace? At { get; init; }

    public required IReadOnlyList<HazardInput> Inputs { get; init; }

    /// <summary>Within which inputs and results the model holds. Outside it was not run.</summary>
    public required IReadOnlyList<HazardRange> Validity { get; init; }

    /// <summary>What the reader must know before using a number. Empty when nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<HazardFigure> Figures { get; init; }

    /// <summary>Series, as concentration by distance. Empty when there is none.</summary>
    public IReadOnlyList<HazardTable> Tables { get; init; } = [];

    /// <summary>What holds from when to when, in words: a warning of a plan, a river above its mark. Empty for a model without states.</summary>
    public IReadOnlyList<HazardState> States { get; init; } = [];

    /// <summary>Who and what is inside zones, where the model counts it. Empty when it does not.</summary>
    public IReadOnlyList<ZoneExposure> Exposures { get; init; } = [];

    /// <summary>Largest first. Empty when no threshold is reached, which a warning then says.</summary>
    public required IReadOnlyList<HazardZone> Zones { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>RFC 7946 FeatureCollection, WGS84: a feature for each zone with its threshold, model, author and time. Without zones it has no features.</summary>
    public string ToGeoJson() => HazardGeoJson.Write(this);
}

/// <summary>How far a number can be trusted.</summary>
public enum HazardTrust
{
    /// <summary>Read in the source, or computed again with the same outcome.</summary>
    Read,

    /// <summary>Agrees with a second source; not read in the first.</summary>
    CrossChecked,

    /// <summary>Read in a work or a program that names the source; not in the source itself.</summary>
    Secondary,

    /// <summary>Written down from general knowledge: check it against the source before it counts.</summary>
    FromMemory,
}

public sealed record HazardSource(string Citation, HazardTrust Trust);

/// <summary>A point in the three systems that are used in Belgium: degrees WGS84, metres Lambert.</summary>
public sealed record HazardPlace(double Latitude, double Longitude, LambertPoint Lambert72, LambertPoint Lambert2008);

/// <summary>An input as it was used: a number with its unit, or a choice by name.</summary>
/// <param name="Unit">Empty for a choice and for a number without dimension.</param>
public sealed record HazardInput(string Name, double? Number, string? Choice, string Unit);

/// <summary>Both ends are within.</summary>
public sealed record HazardRange(string Name, double Least, double Most, string Unit);

public sealed record HazardFigure(string Name, double Value, string Unit);

/// <param name="Rows">A row has a value, or null, for each column.</param>
public sealed record HazardTable(string Name, IReadOnlyList<HazardColumn> Columns, IReadOnlyList<IReadOnlyList<double?>> Rows);

public sealed record HazardColumn(string Name, string Unit);

/// <param name="State">A fixed word, as <c>alert</c>; <paramref name="Says"/> tells it in a sentence.</param>
/// <param name="To">Null while it still holds.</param>
public sealed record HazardState(string Name, string State, DateTimeOffset From, DateTimeOffset? To, string Says);

/// <param name="Zone">Its name.</param>
public sealed record ZoneExposure(string Zone, Exposure Exposure)
{
    internal static ZoneExposure Of(HazardZone zone) => new(zone.Name, Exposure.OfShape(zone.Shape));
}
