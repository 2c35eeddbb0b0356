using Belfry.Geography.Coordinates;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>How a point is written.</summary>
public enum CoordinateSystem
{
    /// <summary>EPSG:4326, <c>LAT,LON</c> in degrees.</summary>
    Wgs84,

    /// <summary>EPSG:31370, <c>EAST,NORTH</c> in metres.</summary>
    Lambert72,

    /// <summary>EPSG:3812, <c>EAST,NORTH</c> in metres.</summary>
    Lambert2008,

    /// <summary>Military grid on WGS84, <c>31UES9521433649</c>: the middle of the square named.</summary>
    Mgrs,
}

/// <summary>One point in every system that is used in Belgium.</summary>
/// <param name="Lambert72">Good to <see cref="Lambert72PlusMinusMetres"/>: through seven parameters.</param>
/// <param name="Lambert2008">On ETRS89, taken as WGS84: less than a metre apart, growing some centimetres a year.</param>
/// <param name="Mgrs">To the metre.</param>
public sealed record ConvertedPoint(Position Wgs84, LambertPoint Lambert72, LambertPoint Lambert2008, string Mgrs)
{
    public const double Lambert72PlusMinusMetres = 1;

    public const double Lambert2008PlusMinusMetres = 1;

    /// <summary>EPSG's area of use of Belgian Lambert 2008, on land and at sea.</summary>
    static readonly Bounds Belgian = new(49.5, 2.23, 51.88, 6.4);

    /// <returns>Refused: GEO-001, GEO-024 or GEO-027 when it is not a point of that system, GEO-026 when it lies outside the area of use of the Belgian systems.</returns>
    public static Result<ConvertedPoint> Read(string text, CoordinateSystem from) => Position(text, from).Then(Of);

    /// <returns>GEO-026 outside latitude 49.5 to 51.88, longitude 2.23 to 6.4.</returns>
    public static Result<ConvertedPoint> Of(Position position) =>
        position.Latitude >= Belgian.South && position.Latitude <= Belgian.North && position.Longitude >= Belgian.West && position.Longitude <= Belgian.East
            ? new ConvertedPoint(position, Lambert.L72.From(position), Lambert.L2008.From(position), Coordinates.Mgrs.Of(position))
            : GeographyProblems.OutsideLambert.At("point", ("text", position));

    static Result<Position> Position(string text, CoordinateSystem from) => from switch
    {
        CoordinateSystem.Wgs84 => Geography.Position.Parse(text),
        CoordinateSystem.Lambert72 => LambertPoint.Parse(text).Then(Lambert.L72.ToPosition),
        CoordinateSystem.Lambert2008 => LambertPoint.Parse(text).Then(Lambert.L2008.ToPosition),
        CoordinateSystem.Mgrs => Coordinates.Mgrs.Parse(text),
        _ => throw new ArgumentOutOfRangeException(nameof(from)),
    };
}
