using System.CommandLine;
using Belfry.Configure;
using Belfry.Kernel;
using Belfry.Serve;

namespace Belfry.Commands;

/// <summary>belfry.json before it is used.</summary>
static class SettingsCommands
{
    public static Command Build() => new("settings", "The settings file of an instance (docs/operate/settings.md).") { Check() };

    static Command Check()
    {
        var (place, file) = (new Place(World.Real), new Argument<string?>("FILE") { Description = "Default: --settings, else belfry.json in the data folder.", Arity = ArgumentArity.ZeroOrOne });
        var command = new Command("check", "Reads the settings as serve would, secrets included, and says what is right and what is wrong. Starts nothing.\nEnds with 0 when serve would take them, 1 when it would refuse, 2 when the command line is wrong.") { file };
        place.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var options = place.Of(parsed);
            options = options with { SettingsFile = parsed.GetValue(file) ?? options.SettingsFile };
            if (!SettingsFile.Load(options).TryGet(out var settings, out var problems))
            {
                return await Place.SayAsync(problems);
            }

            foreach (var line in Lines(settings))
            {
                Console.WriteLine(line);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static IEnumerable<string> Lines(BelfrySettings settings)
    {
        yield return settings.Instance.Origin.Length > 0 ? $"right  origin {settings.Site}" : $"note   no instance.origin: links and CAP messages name {Server.Origin}";
        yield return $"right  CAP messages are from {(settings.Alerting.Cap.Sender is { Length: > 0 } sender ? sender : "alerts@" + settings.Host)}";
        foreach (var one in settings.Dispatch.Sms)
        {
            yield return $"right  {one}, {(one.Tls ? "TLS" : "no TLS")}, window {one.Window}, sender {one.Sender}; its secret was found";
        }

        foreach (var one in settings.Dispatch.Email)
        {
            yield return $"right  {one}, {(one.Tls ? "TLS" : "no TLS")}, from {one.FromAddress}; {(one.User.Length > 0 ? "its secret was found" : "without authentication")}";
        }

        foreach (var (route, _, _) in Gateways(settings).Where(one => !one.Tls && !IsHere(one.Host)))
        {
            yield return $"note   {route} without TLS: whoever is on the line reads name, password and messages; only for a private line";
        }

        if (!settings.Dispatch.HasGateways)
        {
            yield return "note   no gateway: of an alert only CAP leaves";
        }
    }

    static IEnumerable<(string Route, string Host, bool Tls)> Gateways(BelfrySettings settings) =>
        [.. settings.Dispatch.Sms.Select(one => (one.Route, one.Host, one.Tls)), .. settings.Dispatch.Email.Select(one => (one.Route, one.Host, one.Tls))];

    static bool IsHere(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
