using Belfry.Alerting.Channels.Cap;
using Belfry.Alerting.Send;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Alerting;

/// <summary>BE-Alert: compose, approve, watch, stop and correct; who asked to be warned.</summary>
public sealed class AlertingModule(AlertingSettings? settings = null) : Module
{
    public override string Name => "Alerting";

    public override IReadOnlyList<Allowance> Permissions => AlertPermissions.Table;

    public override IReadOnlyList<ProblemKind> Problems => [.. AlertProblems.All, .. SubscribeProblems.All];

    public override IReadOnlyList<OfferedAction> Actions { get; } =
    [
        new(new("Waarschuwingen", "Alertes", "Warnungen", "Alerts"), RiskSide.Respond, AlertPermissions.Read, AppliesTo.Nothing, "/alerts", InNavigation: true),
        new(new("Waarschuwing opstellen", "Rédiger une alerte", "Warnung verfassen", "Write an alert"), RiskSide.Respond, AlertPermissions.Compose, AppliesTo.Nothing, "/alerts/new"),
        new(Pages.DelegationWords.Delegations, RiskSide.Prepare, AlertPermissions.Read, AppliesTo.Nothing, "/delegations", InNavigation: true),
        new(Pages.AlertWords.WarnHere, RiskSide.Respond, AlertPermissions.Compose, AppliesTo.Incident, "/alerts/new?incident={id}&template=storm"),
    ];

    public override void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes)
    {
        Pages.AlertPages.Map(routes);
        Pages.AlertApi.Map(routes);
        Pages.DelegationPages.Map(routes);
        Pages.DelegationApi.Map(routes);
    }

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        services.AddSingleton(settings ?? new AlertingSettings());
        services.AddSingleton<Audience>();
        services.AddSingleton<LeftOutside>();
        services.AddSingleton<Subscribers>();
        services.AddSingleton<ContactDigests>();
        services.AddSingleton(provider => new SubscriberLinks(provider.GetRequiredService<ContactDigests>(), instance, provider.GetRequiredService<IServer>()));
        services.AddSingleton<SubscriberMail>();
        services.AddSingleton(provider => new RegisterSubscriber(provider.GetRequiredService<Db>(), instance, provider.GetRequiredService<SubscriberMail>(), provider.GetRequiredService<Dispatches>()));
        services.AddSingleton<ConfirmContact>();
        services.AddSingleton<OpenSubscription>();
        services.AddSingleton(provider => new ChangeSubscription(
            provider.GetRequiredService<Db>(), instance, provider.GetRequiredService<SubscriberMail>(), provider.GetRequiredService<SubscriberLinks>(), provider.GetRequiredService<ContactDigests>(), provider.GetRequiredService<Dispatches>()));
        services.AddSingleton(provider => new UnsubscribeLinks(provider.GetRequiredService<SubscriberLinks>().Unsubscribe));
        services.AddHostedService<SubscriberSweep>();
        services.AddSingleton<Territory>();
        services.AddSingleton<Pages.AlertView>();
        services.AddSingleton(_ => AlertTemplates.Load());
        services.AddSingleton<CapTexts>();
        services.AddSingleton<CapFiles>();
        services.AddSingleton<AlertReader>();
        services.AddSingleton<ComposeAlert>();
        services.AddSingleton<SubmitAlert>();
        services.AddSingleton<ReturnAlert>();
        services.AddSingleton<Delegations>();
        services.AddSingleton<ApproveAlert>();
        services.AddSingleton<StopAlert>();
        services.AddSingleton<FollowUp>();
        services.AddSingleton<DispatchHandlers>();
        services.AddHostedService<Freezer>();
        services.AddSingleton(new Route(new RouteSettings("cap", ChannelKind.Cap) { Claim = 10 }, provider => new CapCarrier(
            provider.GetRequiredService<Db>(), instance, CapCertificate.Open(instance), provider.GetRequiredService<CapFiles>(), provider.GetRequiredService<LiveHub>())));
    }

    public override void AddEvents(EventRegister events, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<DispatchHandlers>();
        events.On<DispatchEnded>("alerting.ended", services.GetRequiredService<Db>().Name, handlers.EndedAsync);
        events.On<DispatchHeld>("alerting.held", services.GetRequiredService<Db>().Name, handlers.HeldAsync);
    }
}
