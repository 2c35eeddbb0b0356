using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Shell.Look;

/// <summary>Times as people say them. live.js says "relative" the same way, so that nothing jumps when the browser takes over.</summary>
static class Spoken
{
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Exact(DateTimeOffset instant, Frame frame)
    {
        var local = frame.Local(instant);
        var zone = local.Offset.ToString(local.Offset < TimeSpan.Zero ? @"\-hh\:mm" : @"\+hh\:mm", CultureInfo.InvariantCulture);
        return local.ToString("ddd d MMM yyyy HH:mm:ss", frame.Culture) + $" ({zone}) = {instant.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC";
    }

    public static string Text(DateTimeOffset instant, Frame frame, bool relative)
    {
        if (relative && Ago(frame.Now - instant, frame.Language) is { } ago)
        {
            return ago;
        }

        var (local, now) = (frame.Local(instant), frame.Local(frame.Now));
        var pattern = local.Date == now.Date ? "HH:mm" : local.Year == now.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm";
        return local.ToString(pattern, frame.Culture);
    }

    /// <summary>Null past a day: then the date says more.</summary>
    static string? Ago(TimeSpan past, Language language)
    {
        var seconds = Math.Abs(past.TotalSeconds);
        if (seconds >= 86_400)
        {
            return null;
        }

        if (seconds < 30)
        {
            return LookTexts.JustNow[language];
        }

        var amount = seconds < 3_570
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(seconds / 60)):0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds / 3_600):0} {LookTexts.Hours[language]}");
        return (past > TimeSpan.Zero ? LookTexts.Ago : LookTexts.Ahead)[language].Replace("{0}", amount, StringComparison.Ordinal);
    }
}
