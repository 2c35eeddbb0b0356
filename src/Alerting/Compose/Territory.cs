using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Whose ground an area lies on. An authority warns in its own territory; a sliver over the border is allowed, and named.</summary>
public sealed class Territory(Organisations organisations, Clock clock)
{
    /// <summary>Borders on maps are drawn by hand: this much outside is not a decision about the neighbour.</summary>
    const double AllowedOutside = 0.05;

    /// <param name="Outside">Share of the area outside the territory, 0 to 1.</param>
    /// <param name="Neighbours">Municipalities outside that it touches.</param>
    public sealed record Verdict(double Outside, IReadOnlyList<Municipality> Neighbours);

    public Verdict Weigh(Area area, Guid organisation)
    {
        var outside = area.Municipalities(DateOnly.FromDateTime(clock.Now.UtcDateTime))
            .Where(share => Organisation.IdOf(share.Municipality.Refnis) is var id && id != organisation && !organisations.IsBelow(id, organisation)).ToList();
        return new Verdict(outside.Sum(share => share.OfArea), [.. outside.Select(share => share.Municipality)]);
    }

    public Problem? Refuse(Area area, Guid organisation, Language language)
    {
        var verdict = Weigh(area, organisation);
        return verdict.Outside <= AllowedOutside
            ? null
            : AlertProblems.OutsideTerritory.At("area", ("share", (int)Math.Round(verdict.Outside * 100)), ("places", string.Join(", ", verdict.Neighbours.Take(5).Select(one => one.Name[language]))));
    }

    /// <summary>
    /// The languages a warning for this area needs: the official ones of the municipalities it touches, and from a federal authority, which
    /// speaks to the whole country and its guests, all four. What lacks one of them would break CAP-R102, or a federal sender's own duty.
    /// </summary>
    public IReadOnlyList<Language> LanguagesOf(Area area, Guid organisation) => organisations.Find(organisation)?.Kind == OrganisationKind.Federal
        ? Enum.GetValues<Language>()
        : [.. area.Municipalities(DateOnly.FromDateTime(clock.Now.UtcDateTime)).SelectMany(share => share.Municipality.Languages.Official).Distinct().Order()];
}
