using System.Globalization;
using Belfry.Geography.Areas;
using Belfry.Kernel;

namespace Belfry.Geography.Coordinates;

/// <summary>Military Grid Reference System (NGA.STND.0037) on WGS84, in the two zones that Belgium lies in: 31U and, east of 6° E, 32U.</summary>
static class Mgrs
{
    const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    const double Square = 100_000;

    // Band U: 48° to 56° north; letters of rows repeat every 2,000 km.
    const double LeastNorth = 5_200_000;
    const double Cycle = 2_000_000;

    /// <summary>To the metre, cut off and not rounded, as the standard has it: <c>31UES9521433649</c>.</summary>
    public static string Of(Position position)
    {
        var zone = position.Longitude < 6 ? 31 : 32;
        var (east, north) = TransverseMercator.Forward(Ellipsoid.Radians(position.Latitude), Ellipsoid.Radians(position.Longitude), Meridian(zone));
        var row = ((int)(north / Square) + (zone == 32 ? 5 : 0)) % Rows.Length;
        return string.Create(CultureInfo.InvariantCulture, $"{zone}U{Columns(zone)[(int)(east / Square) - 1]}{Rows[row]}{(int)(east % Square):00000}{(int)(north % Square):00000}");
    }

    /// <summary>The middle of the square named. Two to ten digits; spaces do not matter.</summary>
    /// <returns>GEO-027 for what is not written so, or lies in another zone or band.</returns>
    public static Result<Position> Parse(string text)
    {
        var packed = string.Concat(text.Where(letter => letter != ' ')).ToUpperInvariant();
        var digits = packed.Length > 5 ? packed[5..] : "";
        var zone = packed.StartsWith("31U", StringComparison.Ordinal) ? 31 : packed.StartsWith("32U", StringComparison.Ordinal) ? 32 : 0;
        var (column, row) = zone > 0 && packed.Length > 4 ? (Columns(zone).IndexOf(packed[3], StringComparison.Ordinal), Rows.IndexOf(packed[4], StringComparison.Ordinal)) : (-1, -1);
        if (column < 0 || row < 0 || digits.Length is < 2 or > 10 || digits.Length % 2 != 0 || !digits.All(char.IsAsciiDigit))
        {
            return GeographyProblems.MgrsRefused.At("point", ("text", text.Length > 60 ? text[..60] : text));
        }

        var half = digits.Length / 2;
        var size = Math.Pow(10, 5 - half);
        var east = ((column + 1) * Square) + ((int.Parse(digits[..half], CultureInfo.InvariantCulture) + 0.5) * size);
        var north = ((row - (zone == 32 ? 5 : 0) + Rows.Length) % Rows.Length * Square) + ((int.Parse(digits[half..], CultureInfo.InvariantCulture) + 0.5) * size);
        north += Math.Ceiling((LeastNorth - north) / Cycle) * Cycle;
        var (latitude, longitude) = TransverseMercator.Back(east, north, Meridian(zone));
        return Position.Of(Ellipsoid.Degrees(latitude), Ellipsoid.Degrees(longitude));
    }

    static string Columns(int zone) => zone == 31 ? "ABCDEFGH" : "JKLMNPQR";

    static double Meridian(int zone) => Ellipsoid.Radians((zone * 6) - 183);
}
