using System.Globalization;

namespace Belfry.Shell;

/// <summary>What DateTimeField posts, read as an instant.</summary>
public static class LocalTime
{
    /// <summary>
    /// Local text <c>yyyy-MM-ddTHH:mm[:ss]</c> in <paramref name="zone"/> as UTC; null when it is not one. An hour that the summer clock
    /// skips is refused (null); of an hour that comes twice the first is meant.
    /// </summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        if (!DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
        {
            return null;
        }

        var local = read.DateTime;
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        // The larger offset of an ambiguous hour is the summer one, which comes first.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
