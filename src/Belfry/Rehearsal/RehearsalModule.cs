using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;

namespace Belfry.Rehearsal;

/// <summary>The rehearsal country: organisations, personas, recipients, simulated carriers that speak real SMPP and SMTP. Not constructed in the real world.</summary>
sealed class RehearsalModule(int? smsPort = null) : Module
{
    public override string Name => "Rehearsal";

    public override IReadOnlyList<Allowance> Permissions => RehearsalPermissions.Table;

    public override IReadOnlyList<OfferedAction> Actions { get; } =
    [
        new(new("Gesimuleerde telefoons", "Téléphones simulés", "Simulierte Telefone", "Simulated phones"), RiskSide.Prepare, RehearsalPermissions.Look, AppliesTo.Nothing, "/rehearsal/phones", InNavigation: true),
    ];

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        if (instance.World == World.Real)
        {
            throw new InvalidOperationException("There is no rehearsal in the real world.");
        }

        services.AddSingleton(provider => new Carriers(instance, smsPort));
        services.AddSingleton<Country>();
        foreach (var route in Carriers.Routes(instance, smsPort))
        {
            services.AddSingleton(route);
        }
    }

    public override Task PrepareAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<Country>().PrepareAsync(services.GetRequiredService<ServeOptions>().Recipients, ct);

    public override void Map(IEndpointRouteBuilder routes) => PhonesPage.Map(routes);
}

/// <summary>Everyone in a rehearsal may see what the simulated phones received.</summary>
static class RehearsalPermissions
{
    public static readonly Permission Look = new("rehearsal.look", new("De oefenwereld bekijken", "Voir le monde d’exercice", "Die Übungswelt ansehen", "Look at the rehearsal world"));

    static readonly HashSet<World> Rehearsals = [World.Exercise, World.Test];

    public static IReadOnlyList<Allowance> Table { get; } = [.. Enum.GetValues<Role>().Select(role => new Allowance(Look, role, Reach.Own, null, Rehearsals))];
}
