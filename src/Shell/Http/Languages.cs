using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Which of the four languages a request is answered in.</summary>
public static class Languages
{
    public const string Cookie = "belfry-language";

    /// <summary>What was chosen on the page, else what the browser asks for, else English.</summary>
    public static Language LanguageOf(this HttpContext http)
    {
        if (http.Request.Cookies.TryGetValue(Cookie, out var chosen) && Parse(chosen) is { } language)
        {
            return language;
        }

        return http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1).Select(one => Parse(one.Value.Value)).FirstOrDefault(one => one is not null) ?? Language.En;
    }

    /// <summary>From a tag such as <c>nl-BE</c>; null when it is none of the four.</summary>
    public static Language? Parse(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "nl" => Language.Nl,
        "fr" => Language.Fr,
        "de" => Language.De,
        "en" => Language.En,
        _ => null,
    };

    /// <summary>BCP 47, as in the lang attribute and in CAP: nl-BE, fr-BE, de-DE, en-GB.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.Nl => "nl-BE",
        Language.Fr => "fr-BE",
        Language.De => "de-DE",
        _ => "en-GB",
    };

    public static System.Globalization.CultureInfo Culture(this Language language) => System.Globalization.CultureInfo.GetCultureInfo(language == Language.De ? "de-BE" : language.Tag());
}
