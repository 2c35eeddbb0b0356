using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>
/// What every screen is drawn with: language, world, time, who looks, where one can go. Built once per request and cascaded;
/// the components below it ask nothing else of the program.
/// </summary>
/// <param name="Now">The instant of the request, from Clock.</param>
public sealed record Frame(Language Language, World World, DateTimeOffset Now)
{
    static readonly CultureInfo[] Cultures = [.. ((string[])["nl-BE", "fr-BE", "de-BE", "en-GB"]).Select(CultureInfo.GetCultureInfo)];

    /// <summary>Where "local" is. Default Europe/Brussels.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>Path and query of this page; links of tables, tabs and languages are built on it. Default "/".</summary>
    public string Address { get; init; } = "/";

    /// <summary>From the cookie <c>belfry-theme</c>. Default: as the system says.</summary>
    public Theme Theme { get; init; }

    /// <summary>Who looks; null when nobody has signed in.</summary>
    public string? Person { get; init; }

    /// <summary>For which organisation that person looks.</summary>
    public string? Organisation { get; init; }

    /// <summary>The place or incident in focus, as shown; null shows the whole country.</summary>
    public string? Focus { get; init; }

    public string? FocusAddress { get; init; }

    /// <summary>Questions and messages nobody has answered yet. 0 is shown, calmly; null, not counted on this page, shows no number.</summary>
    public int? Unanswered { get; init; }

    public string UnansweredAddress { get; init; } = "/unanswered";

    /// <summary>What this person may open, in order of display; a side without an entry is shown empty.</summary>
    public IReadOnlyList<NavigationEntry> Navigation { get; init; } = [];

    /// <summary>Lines of the person menu: account, sessions. Signing out is the layout's own.</summary>
    public IReadOnlyList<MenuLine> PersonMenu { get; init; } = [];

    /// <summary>Shown above every page of the console until they are settled.</summary>
    public IReadOnlyList<StandingNotice> Standing { get; init; } = [];

    /// <summary>Refusals of the form just posted: each field shows its own by <see cref="Problem.Field"/>, the summary shows all.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Hidden field the sign-out form carries; null where the host guards by other means.</summary>
    public string? AntiforgeryToken { get; init; }

    /// <summary>JSON endpoint of the palette: <c>GET ?q=</c> answers <c>[{name, detail, address, icon}]</c>. Null hides the search.</summary>
    public string? PaletteAddress { get; init; } = "/palette";

    public CultureInfo Culture => Cultures[(int)Language];

    /// <summary>Two letters for <c>lang</c>: nl, fr, de, en.</summary>
    public string LanguageCode => Code(Language);

    public string Say(LocalizedText text) => text[Language];

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Endpoint that keeps the chosen language and returns here.</summary>
    public string LanguageAddress(Language language) => $"/language/{Code(language)}?back={Uri.EscapeDataString(Address)}";

    static string Code(Language language) => language switch
    {
        Language.Nl => "nl",
        Language.Fr => "fr",
        Language.De => "de",
        _ => "en",
    };
}

/// <summary>Dark or light: as the system says, or as the person chose.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}
