using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Desk;

/// <summary>The first screen, which reads of every room what is open now; and how the gateways stand. It stands above the rooms, so it is last in the list.</summary>
sealed class DeskModule : Module
{
    public override string Name => "Desk";

    public override IReadOnlyList<Allowance> Permissions => DeskPermissions.Table;

    public override IReadOnlyList<OfferedAction> Actions { get; } =
    [
        new(DeskTexts.Settings, RiskSide.Prepare, DeskPermissions.SeeGateways, AppliesTo.Nothing, "/settings", InNavigation: true),
        new(DeskTexts.Arming, RiskSide.Prepare, DispatchPermissions.Arm, AppliesTo.Nothing, "/arming"),
    ];

    public override void AddServices(IServiceCollection services, Instance instance) => services.AddSingleton<Situation>();

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (HttpContext http, Situation situation) => Show.Page<DeskPage>(http, await situation.OfAsync(http.SignedIn(), http.RequestAborted))).ForSignedIn();
        routes.MapGet("/settings", (HttpContext http, Gateways gateways, Arming arming, Instance instance) => Show.Page<SettingsPage>(http, new Dictionary<string, object?>
        {
            [nameof(SettingsPage.Gateways)] = gateways.All,
            [nameof(SettingsPage.Armed)] = arming.IsArmed,
            [nameof(SettingsPage.Site)] = instance.Origin == Serve.Server.Origin ? "" : instance.Site,
        })).Needs(DeskPermissions.SeeGateways);
        ArmingPages.Map(routes);
    }
}

/// <summary>Whether messages can leave concerns everyone who may have to send one.</summary>
static class DeskPermissions
{
    public static readonly Permission SeeGateways = new("gateways.see", new("De toestand van de gateways zien", "Voir l’état des passerelles", "Den Zustand der Gateways sehen", "See how the gateways stand"));

    public static IReadOnlyList<Allowance> Table { get; } = [.. Enum.GetValues<Role>().Where(role => role != Role.Auditor).Select(role => new Allowance(SeeGateways, role, Reach.Own))];
}
