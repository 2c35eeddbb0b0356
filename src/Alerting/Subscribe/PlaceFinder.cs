using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>A place that was meant, perhaps.</summary>
/// <param name="Value">As the form posts it back: <c>50.56800,5.80600</c>.</param>
public sealed record PlaceChoice(string Value, string Name);

/// <summary>
/// From what a person types to a point: a municipality, a place, a postcode, an address (found by what stands behind its last comma), or a
/// point. Our own register, no other host is asked.
/// </summary>
public static class PlaceFinder
{
    const int Most = 8;

    /// <returns>Nothing when it is not in Belgium; one when it is clear; several when a person has to choose.</returns>
    public static IReadOnlyList<PlaceChoice> Find(string typed, Language language)
    {
        var text = typed.Trim();
        if (Point(text) is { } point)
        {
            return Belgium.Load().At(point) is { } municipality ? [Choice(point, municipality.Name[language])] : [];
        }

        var found = Belgium.Load().Search(text, language, Most);
        if (found.Count == 0 && text.LastIndexOfAny([',', '\n']) is > 0 and var comma)
        {
            found = Belgium.Load().Search(text[(comma + 1)..].Trim(), language, Most);
            text = text[(comma + 1)..].Trim();
        }

        var named = found.Where(place => Same(place, text, language)).ToList();
        return [.. (named.Count == 1 ? named : named.Count > 1 && named[0].Kind == PlaceKind.Municipality && named.TrueForAll(place => place.Municipality.Refnis == named[0].Municipality.Refnis) ? named[..1] : found)
            .Select(place => Choice(place.Position, Name(place, language))).DistinctBy(choice => choice.Value)];
    }

    /// <summary>The point behind a choice that was posted back; null when it is none, or abroad.</summary>
    public static Position? At(string value) => Position.Parse(value) is { Ok: true, Value: var position } && Belgium.Load().At(position) is not null ? position : null;

    static bool Same(FoundPlace place, string text, Language language) =>
        string.Equals(place.Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(place.Municipality.Name[language], text, StringComparison.OrdinalIgnoreCase)
        || (place.Postcode is { } code && string.Equals(place.Name, code + " " + text, StringComparison.OrdinalIgnoreCase));

    // Decimal commas too: 50,568 5,806 is read when a space or a semicolon parts the two numbers.
    static Position? Point(string text)
    {
        var parts = text.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var tidy = parts.Length == 2 && !text.Contains('.', StringComparison.Ordinal) ? string.Join(',', parts.Select(part => part.TrimEnd(',').Replace(',', '.'))) : text;
        return tidy.Contains('.', StringComparison.Ordinal) && Position.Parse(tidy).TryGet(out var position, out _) ? position : null;
    }

    static PlaceChoice Choice(Position at, string name) => new(at.ToString(), name);

    static string Name(FoundPlace place, Language language) =>
        place.Name == place.Municipality.Name[language] ? $"{place.Name} ({place.Municipality.Province.Name[language]})" : $"{place.Name} ({place.Municipality.Name[language]})";
}
