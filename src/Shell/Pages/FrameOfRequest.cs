using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Makes the one <see cref="Frame"/> of a request: language, world, person, where they may go, what was wrong with the form.</summary>
sealed class FrameOfRequest(IHttpContextAccessor accessor, Instance instance, ActionRegistry actions, Organisations organisations, IEnumerable<StandingNoticeSource> standing)
{
    static readonly object ProblemsKey = new();
    static readonly LocalizedText Account = new("Mijn account", "Mon compte", "Mein Konto", "My account");

    public Frame Frame
    {
        get
        {
            var http = accessor.HttpContext!;
            var (language, who) = (http.LanguageOf(), http.Person());
            return new Frame(language, instance.World, instance.Clock.Now)
            {
                Address = http.Request.Path + http.Request.QueryString,
                Theme = http.Request.Cookies["belfry-theme"] switch { "light" => Theme.Light, "dark" => Theme.Dark, _ => Theme.System },
                Person = who?.Name,
                Organisation = who is null ? null : organisations.Find(who.Organisation)?.Name[language],
                Focus = who is null ? null : organisations.Find(who.Organisation) is { Kind: not OrganisationKind.Federal } home ? home.Name[language] : null,
                UnansweredAddress = "/intake",
                Navigation = who is null ? [] : [.. actions.For(who).Where(action => action.InNavigation).Select(action => new NavigationEntry(action.Side, action.Name, action.Address))],
                Standing = who is null ? [] : [.. standing.Select(source => source.Find()).OfType<StandingNotice>()],
                PersonMenu = [new MenuLine(Account, "/account", "user")],
                Problems = http.Items.TryGetValue(ProblemsKey, out var problems) ? (IReadOnlyList<Problem>)problems! : [],
                AntiforgeryToken = who is null ? null : Antiforgery(http),
            };
        }
    }

    public static void Keep(HttpContext http, IReadOnlyList<Problem> problems) => http.Items[ProblemsKey] = problems;

    static string? Antiforgery(HttpContext http) =>
        ((Microsoft.AspNetCore.Antiforgery.IAntiforgery)http.RequestServices.GetService(typeof(Microsoft.AspNetCore.Antiforgery.IAntiforgery))!).GetAndStoreTokens(http).RequestToken;
}
