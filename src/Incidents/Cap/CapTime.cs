using System.Globalization;
using System.Text.RegularExpressions;

namespace Belfry.Incidents.Cap;

/// <summary>Times as CAP 1.2, 3.3.2 has them: no Z, no fractions, UTC is -00:00.</summary>
static partial class CapTime
{
    public static string Text(DateTimeOffset time)
    {
        var offset = time.Offset;
        var zone = offset == TimeSpan.Zero ? "-00:00" : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + zone;
    }

    /// <summary>Also what CAP 1.0 and 1.1 let pass: Z and fractions. Null when it is no time, or has no offset.</summary>
    public static DateTimeOffset? Parse(string text) =>
        Loose().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static bool IsStrict(string text) => Strict().IsMatch(text) && Parse(text) is not null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,12})?(Z|[-+][0-9]{2}:[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Loose();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[-+][0-9]{2}:[0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Strict();
}
