using System.Globalization;
using System.Security.Claims;
using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Who makes this request, as the session or the API token says. Read from the principal, so it holds in a circuit too.</summary>
/// <param name="Session">Null for an API token.</param>
/// <param name="SteppedUpAt">When the person last proved who they are; null when not in this session.</param>
/// <param name="Scopes">Of an API token; empty for a session, which may do all that the person may.</param>
public sealed record CurrentPerson(
    Id<Account> Account, string Name, Guid Organisation, Language Language, Id<OpenSession>? Session, SignInFactor Factor, DateTimeOffset? SteppedUpAt, IReadOnlySet<string> Scopes)
{
    internal const string Scheme = "Belfry";

    public bool IsToken => Session is null;

    /// <returns>Null when nobody is signed in.</returns>
    public static CurrentPerson? Of(HttpContext http) => From(http.User);

    public static CurrentPerson? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true, AuthenticationType: Scheme } identity)
        {
            return null;
        }

        string? Value(string type) => identity.FindFirst(type)?.Value;
        return new CurrentPerson(
            new Id<Account>(Guid.Parse(Value(ClaimTypes.NameIdentifier)!)),
            Value(ClaimTypes.Name)!,
            Guid.Parse(Value("organisation")!),
            Enum.Parse<Language>(Value("language")!),
            Id<OpenSession>.TryParse(Value("session")),
            Enum.Parse<SignInFactor>(Value("factor")!),
            Value("stepped_up") is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null,
            identity.FindAll("scope").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));
    }

    internal ClaimsPrincipal ToPrincipal()
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Account.ToString()),
            new(ClaimTypes.Name, Name),
            new("organisation", Organisation.ToString("D")),
            new("language", Language.ToString()),
            new("factor", Factor.ToString()),
            .. Scopes.Select(scope => new Claim("scope", scope)),
        ];
        if (Session is { } session)
        {
            claims.Add(new Claim("session", session.ToString()));
        }

        if (SteppedUpAt is { } at)
        {
            claims.Add(new Claim("stepped_up", at.ToString("O", CultureInfo.InvariantCulture)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    /// <param name="alsoSees">Organisations below the person's own.</param>
    public Viewer ToViewer(IEnumerable<Guid>? alsoSees = null) => Viewer.Of(Account.Value, Name, Organisation, alsoSees);

    /// <summary>Whether the proof is fresh enough for what cannot be undone. A persona's is: its rehearsal has no factor to show.</summary>
    /// <returns>ACC-008 when it is too old or there is none; ACC-009 for an API token, which cannot prove a person.</returns>
    public Result<Done> SteppedUp(Clock clock, AccountsSettings settings)
    {
        if (IsToken)
        {
            return AccountProblems.TokenIsNoPerson;
        }

        if (Factor == SignInFactor.Link && settings.World != World.Real)
        {
            return Done.Value;
        }

        return SteppedUpAt is { } at && clock.Now - at <= settings.StepUp
            ? Done.Value
            : AccountProblems.StepUpNeeded.With(("minutes", (int)settings.StepUp.TotalMinutes));
    }
}
