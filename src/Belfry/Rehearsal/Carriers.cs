using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Rehearsal;

/// <summary>Two mobile operators and a mail relay, simulated in this process: the program speaks to them over real sockets.</summary>
sealed class Carriers : IAsyncDisposable
{
    /// <param name="smsPort">A phone network in another process on this machine takes the place of the two.</param>
    public Carriers(Instance instance, int? smsPort)
    {
        if (smsPort is null)
        {
            North = SimulatedSmsc.Start(instance.World, new SimulatedSmscSettings { UndeliverablePerMille = 12, RefusedPerMille = 3, PerSecond = 2_000, Seed = 1 }, instance.Clock).Value;
            South = SimulatedSmsc.Start(instance.World, new SimulatedSmscSettings { UndeliverablePerMille = 18, RefusedPerMille = 2, PerSecond = 1_500, Seed = 2 }, instance.Clock).Value;
        }

        Mail = SimulatedSmtp.Start(instance.World, new SimulatedSmtpSettings { RefusedPerMille = smsPort is null ? 4 : 0, Seed = 3 }, instance.Clock).Value;
    }

    public SimulatedSmsc? North { get; }

    public SimulatedSmsc? South { get; }

    public SimulatedSmtp Mail { get; }

    /// <summary>What the phones of this process show; empty when the network is another process.</summary>
    public IEnumerable<PhoneInbox> Phones => new[] { North?.Inbox, South?.Inbox }.OfType<PhoneInbox>();

    public static IEnumerable<Dispatch.Route> Routes(Instance instance, int? smsPort)
    {
        var clock = instance.Clock;
        if (smsPort is { } outside)
        {
            yield return new Dispatch.Route(new RouteSettings("sms-outside", ChannelKind.Sms), _ => SmppLink.Start(Smpp("sms-outside", outside), clock));
        }
        else
        {
            yield return new Dispatch.Route(new RouteSettings("sms-north", ChannelKind.Sms), services => SmppLink.Start(Smpp("sms-north", Of(services).North!.Port), clock));
            yield return new Dispatch.Route(new RouteSettings("sms-south", ChannelKind.Sms), services => SmppLink.Start(Smpp("sms-south", Of(services).South!.Port), clock));
        }

        yield return new Dispatch.Route(new RouteSettings("mail", ChannelKind.Email), services => SmtpLink.Start(new SmtpSettings { Route = "mail", Port = Of(services).Mail.Port }, clock));
    }

    static Carriers Of(IServiceProvider services) => services.GetRequiredService<Carriers>();

    // The link speaks to loopback only, by its own default.
    static SmppSettings Smpp(string route, int port) => new() { Route = route, Port = port, SystemId = "belfry", Password = "rehearse", Window = 50 };

    public async ValueTask DisposeAsync()
    {
        await (North?.DisposeAsync() ?? default);
        await (South?.DisposeAsync() ?? default);
        await Mail.DisposeAsync();
    }
}
