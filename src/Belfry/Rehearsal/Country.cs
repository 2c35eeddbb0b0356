using System.Security.Cryptography;
using System.Text;
using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Rehearsal;

/// <summary>Fills an empty rehearsal world: seven personas, invented recipients in proportion to population, a storm warning that waits.</summary>
sealed class Country(Organisations organisations, Subscribers subscribers, PersonaLinks personas, ReceiveCap receive, Clock clock)
{
    const string Pepinster = "63058";
    const string Neighbour = "63079"; // Verviers
    const string Liege = "60000";

    readonly Viewer seeder = Viewer.Program("rehearsal");

    /// <summary>The personas in the order in which their links are printed.</summary>
    public IReadOnlyList<(string Who, Id<Account> Account)> Personas { get; private set; } = [];

    public async Task PrepareAsync(int recipients, CancellationToken ct)
    {
        await KeepPersonasAsync(ct);
        if (await subscribers.CountAsync(ct) == 0 && recipients > 0)
        {
            await FillAsync(recipients, ct);
            await StormAsync(ct);
        }
    }

    async Task KeepPersonasAsync(CancellationToken ct)
    {
        var kept = new List<(string, Id<Account>)>();
        foreach (var (name, sign, organisation, language, role) in new (string, string, string, Language, Role)[]
        {
            ("Wachtofficier Noor", "noor", "NCCN", Language.Nl, Role.DutyOfficer),
            ("Coordinatrice Pauline", "pauline", Pepinster, Language.Fr, Role.PlanningCoordinator),
            ("Bourgmestre Bastien", "bastien", Pepinster, Language.Fr, Role.Mayor),
            ("Coordinateur Victor", "victor", Neighbour, Language.Fr, Role.PlanningCoordinator),
            ("Service fédéral Sabine", "sabine", Liege, Language.Fr, Role.GovernorService),
            ("Gouverneur Gaspard", "gaspard", Liege, Language.Fr, Role.Governor),
            ("Information Ines (D5)", "ines", Liege, Language.Fr, Role.InformationOfficer),
        })
        {
            var home = organisations.Find(organisation) ?? throw new InvalidOperationException($"{organisation} is not among the authorities.");
            kept.Add((name, await personas.KeepAsync(new Invitee(name, sign, home.Id, language, [new RoleIn(role, home.Id)]), ct)));
        }

        Personas = kept;
    }

    public async Task<IReadOnlyList<(string Who, string Link)>> LinksAsync(string site, CancellationToken ct)
    {
        var links = new List<(string, string)>();
        foreach (var (who, account) in Personas)
        {
            var link = await personas.MakeAsync(account, ct);
            links.Add((who, link.Value.Address(site)));
        }

        return links;
    }

    async Task FillAsync(int recipients, CancellationToken ct)
    {
        var people = new Crowd(Belgium.Load(), clock, recipients).ToList();
        foreach (var batch in people.Chunk(2_000))
        {
            await subscribers.AddAsync(seeder, batch, ct);
        }
    }

    async Task StormAsync(CancellationToken ct)
    {
        var storm = StormWarning.Make(clock.Now);
        var kept = await receive.KeepAsync(seeder, Language.Fr, storm, ct);
        if (!kept.Ok)
        {
            throw new InvalidOperationException("The storm warning of the rehearsal was refused: " + kept);
        }
    }
}
