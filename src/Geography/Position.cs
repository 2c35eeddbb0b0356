using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>A point on the earth, WGS84 degrees: latitude −90 to 90 (north positive), longitude −180 to 180 (east positive).</summary>
public readonly record struct Position
{
    internal Position(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    public double Latitude { get; }

    public double Longitude { get; }

    /// <returns>Refused (GEO-001) when either is not a number within its range.</returns>
    public static Result<Position> Of(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? new Position(latitude, longitude)
            : GeographyProblems.PositionRefused.With(("text", $"{latitude.ToString(CultureInfo.InvariantCulture)}, {longitude.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Reads <c>50.8467,4.3525</c>: latitude, comma, longitude, with a point as decimal sign. Spaces may follow the comma.</summary>
    public static Result<Position> Parse(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 2 && Number(parts[0], out var latitude) && Number(parts[1], out var longitude)
            ? Of(latitude, longitude)
            : GeographyProblems.PositionRefused.With(("text", text.Length > 60 ? text[..60] : text));
    }

    /// <summary><c>50.84670,4.35250</c>: five decimals, about a metre.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.00000},{Longitude:0.00000}");

    internal static bool Number(string text, out double value) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
}

/// <summary>The smallest box, sides along the meridians and parallels, that holds something. Degrees.</summary>
public readonly record struct Bounds(double South, double West, double North, double East);
