using Belfry.Kernel;
using NetTopologySuite.Geometries;

namespace Belfry.Geography;

/// <summary>A municipality between two dates. Source: Statbel REFNIS; borders good to 10-30 m (data/geography/SOURCE.md).</summary>
public sealed class Municipality
{
    readonly Lazy<Geometry> shape;

    internal Municipality(string refnis, LocalizedText name, Province province, LanguageRegime languages, int people, Position centre, IReadOnlyList<string> mergedFrom, Lazy<Geometry> shape) =>
        (Refnis, Name, Province, Languages, People, Centre, MergedFrom, this.shape) = (refnis, name, province, languages, people, centre, mergedFrom, shape);

    /// <summary>Five digits, also the NIS geocode in CAP.</summary>
    public string Refnis { get; }

    public LocalizedText Name { get; }

    /// <summary>The region itself for Brussels, which has no province.</summary>
    public Province Province { get; }

    public LanguageRegime Languages { get; }

    /// <summary>Inhabitants on 1 January 2020 (register).</summary>
    public int People { get; }

    /// <summary>Where its name stands on the map: its main place, not its middle.</summary>
    public Position Centre { get; }

    /// <summary>REFNIS of the municipalities that merged into it on 1 January 2025. Empty when none did.</summary>
    public IReadOnlyList<string> MergedFrom { get; }

    internal Geometry Shape => shape.Value;

    public override string ToString() => $"{Refnis} {Name.En}";
}

/// <summary>One of the ten provinces, or the Brussels-Capital Region in its place (<see cref="IsRegion"/>).</summary>
/// <param name="Nis">Five digits.</param>
/// <param name="Region">NIS of the region: 02000 Flanders, 03000 Wallonia, 04000 Brussels.</param>
public sealed record Province(string Nis, LocalizedText Name, string Region)
{
    public bool IsRegion => Nis == Region;
}

/// <summary>In which languages a municipality speaks to its people: laws of 18 July 1966 on languages in administrative matters, articles 3 to 8.</summary>
/// <param name="Official">At least one; two in Brussels. In the order of the law.</param>
/// <param name="Facilities">For whom there are facilities. Mostly empty.</param>
public sealed record LanguageRegime(IReadOnlyList<Language> Official, IReadOnlyList<Language> Facilities);
