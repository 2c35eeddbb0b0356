using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Geography;

/// <summary>The country's centre, the provinces with Brussels, and every municipality of today.</summary>
static class Authorities
{
    public static IReadOnlyList<Organisation> Of(Belgium belgium, Clock clock)
    {
        var all = new List<Organisation>
        {
            Organisation.Of(OrganisationKind.Federal, "NCCN", null, new LocalizedText("Nationaal Crisiscentrum", "Centre de crise national", "Nationales Krisenzentrum", "National Crisis Centre")),
        };
        all.AddRange(belgium.Provinces.Select(province => Organisation.Of(OrganisationKind.Province, province.Nis, "NCCN", province.Name)));
        all.AddRange(belgium.Municipalities(DateOnly.FromDateTime(clock.Now.UtcDateTime)).Select(municipality =>
            Organisation.Of(OrganisationKind.Municipality, municipality.Refnis, municipality.Province.Nis, municipality.Name)));
        return all;
    }
}
