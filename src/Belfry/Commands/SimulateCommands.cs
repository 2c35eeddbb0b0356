using System.CommandLine;
using System.Globalization;
using System.Net;
using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.Commands;

/// <summary>Carriers of the rehearsal country as programs of their own: for a second process, a load test, a demonstration.</summary>
static class SimulateCommands
{
    public static Command Build() => new("simulate", "Simulated carriers on this machine (loopback only): a phone network, a mail server. Nothing leaves the machine.") { Smsc(), Smtp() };

    static Command Smsc()
    {
        var (address, port, seed, seconds) = (AddressOption(), PortOption(2775), SeedOption(), SecondsOption());
        var rate = Number("--rate", 0, 1_000_000, 0, "Parts a second; above it the answer is 0x58 (throttled). 0: no limit.");
        var refuse = Number("--error", 0, 1_000, 0, "Per mille of submits refused as 0x0B (no such number).");
        var undeliverable = Number("--undeliverable", 0, 1_000, 0, "Per mille of parts taken whose receipt says undeliverable.");
        var delay = Number("--receipt-delay", 0, 3_600_000, 2_000, "Mean delay of receipts, milliseconds.");
        var capacity = Number("--capacity", 1, 10_000_000, 1_000_000, "Receipts owed at most; beyond it the answer is 0x14 (queue full).");
        var user = new Option<string>("--user") { Description = "system_id that may bind.", DefaultValueFactory = _ => "belfry" };
        var password = new Option<string>("--password") { Description = "Its password.", DefaultValueFactory = _ => "rehearse" };
        var command = new Command("smsc", "An SMPP 3.4 carrier. Prints one line a second: taken, refused, throttled, receipts sent, receipts owed, sessions, messages on phones. Ends on Ctrl+C.") { address, port, rate, refuse, undeliverable, delay, capacity, user, password, seed, seconds };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = new SimulatedSmscSettings
            {
                Address = parsed.GetValue(address)!,
                Port = parsed.GetValue(port),
                PerSecond = parsed.GetValue(rate),
                RefusedPerMille = parsed.GetValue(refuse),
                UndeliverablePerMille = parsed.GetValue(undeliverable),
                ReceiptLeast = TimeSpan.Zero,
                ReceiptMean = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
                Capacity = parsed.GetValue(capacity),
                SystemId = parsed.GetValue(user)!,
                Password = parsed.GetValue(password)!,
                Seed = parsed.GetValue(seed),
            };
            if (!SimulatedSmsc.Start(World.Exercise, settings, Clock.System).TryGet(out var smsc, out var problems))
            {
                return Refused(problems);
            }

            await using (smsc)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SMPP on {settings.Address} port {smsc.Port}, user {settings.SystemId}"));
                await EachSecondAsync(parsed.GetValue(seconds), () => smsc.Counts is var counts ? string.Create(CultureInfo.InvariantCulture, $"taken {counts.Taken} refused {counts.Refused} throttled {counts.Throttled} receipts {counts.Receipts} owed {counts.Owed} sessions {counts.Sessions} phones {smsc.Inbox.Phones} messages {smsc.Inbox.Messages}") : "", ct);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static Command Smtp()
    {
        var (address, port, seed, seconds) = (AddressOption(), PortOption(2525), SeedOption(), SecondsOption());
        var refuse = Number("--error", 0, 1_000, 0, "Per mille of recipients refused for good (550).");
        var defer = Number("--defer", 0, 1_000, 0, "Per mille of recipients refused for now (451).");
        var command = new Command("smtp", "A mail server. Prints one line a second: taken, refused, sessions, the latest subject. Ends on Ctrl+C.") { address, port, refuse, defer, seed, seconds };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = new SimulatedSmtpSettings { Address = parsed.GetValue(address)!, Port = parsed.GetValue(port), RefusedPerMille = parsed.GetValue(refuse), DeferredPerMille = parsed.GetValue(defer), Seed = parsed.GetValue(seed) };
            if (!SimulatedSmtp.Start(World.Exercise, settings, Clock.System).TryGet(out var smtp, out var problems))
            {
                return Refused(problems);
            }

            await using (smtp)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SMTP on {settings.Address} port {smtp.Port}"));
                await EachSecondAsync(parsed.GetValue(seconds), () => smtp.Counts is var counts ? string.Create(CultureInfo.InvariantCulture, $"taken {counts.Taken} refused {counts.Refused} sessions {counts.Sessions} latest {(smtp.Inbox.Latest(1) is [var last] ? last.Subject : "-")}") : "", ct);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static async Task EachSecondAsync(int seconds, Func<string> line, CancellationToken ct)
    {
        try
        {
            for (var second = 0; seconds == 0 || second < seconds; second++)
            {
                await Clock.System.DelayAsync(TimeSpan.FromSeconds(1), ct);
                Console.WriteLine(line());
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C: the last line says how it stood.
            Console.WriteLine(line());
        }
    }

    static int Refused(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return ExitCode.Refused;
    }

    static Option<IPAddress> AddressOption() => new("--address")
    {
        Description = "Address to listen on: 127.0.0.1 or ::1. Any other is refused (DISP-006).",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (!IPAddress.TryParse(result.Tokens[0].Value, out var address))
            {
                result.AddError($"--address '{result.Tokens[0].Value}' is no IP address.");
            }

            return address ?? IPAddress.Loopback;
        },
    };

    static Option<int> PortOption(int usual) => Number("--port", 0, 65_535, usual, "Port to listen on; 0 takes a free one and prints it.");

    static Option<int> SeedOption() => Number("--seed", 0, int.MaxValue, 1, "Where its chance begins; the same seed refuses the same submits.");

    static Option<int> SecondsOption() => Number("--seconds", 0, 86_400, 0, "End by itself after so many seconds. 0: never.");

    static Option<int> Number(string name, int least, int most, int usual, string what)
    {
        var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most))
            {
                result.AddError($"{name} '{result.Tokens[0].Value}' is not a whole number from {least} to {most}.");
            }
        });
        return option;
    }
}
