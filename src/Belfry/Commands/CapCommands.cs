using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Belfry.Incidents;
using Belfry.Kernel;

namespace Belfry.Commands;

static class CapCommands
{
    // Past what the reader takes from strangers: who validates a file on his own disk knows where it is from.
    const int MostBytes = 16 << 20;

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build() => new("cap", "Common Alerting Protocol: messages and feeds.") { Validate() };

    static Command Validate()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "CAP messages, or Atom, RSS and EDXL-DE around them; up to 16 MiB each.", Arity = ArgumentArity.OneOrMore };
        var profile = new Option<CapProfile>("--profile") { Description = "Rules of a country besides the standard: none or belgium. Default none." };
        var trust = new Option<FileInfo[]>("--trust") { Description = "Certificate (PEM or DER) of a sender to believe. May be repeated.", DefaultValueFactory = _ => [] };
        var language = new Option<Language>("--language") { Description = "Of the findings: nl, fr, de or en. Default en.", DefaultValueFactory = _ => Language.En };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of text." };
        var command = new Command("validate", "Says of each file: version, schema verdict, broken rules with their place, signature.\n"
            + "Ends with 0 when every file is valid and breaks no rule of level Error, 1 when one does or is unreadable, 2 when the command line is wrong.")
        {
            files, profile, trust, language, json,
        };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(profile), parsed.GetValue(trust)!, parsed.GetValue(language), parsed.GetValue(json), ct));
        return command;
    }

    static async Task<int> RunAsync(FileInfo[] files, CapProfile profile, FileInfo[] senders, Language language, bool json, CancellationToken ct)
    {
        var trust = new CapTrust([.. senders.Select(sender => X509CertificateLoader.LoadCertificateFromFile(sender.FullName))], []);
        var (clean, rows) = (true, new List<object>());
        foreach (var file in files)
        {
            if (!file.Exists || file.Length > MostBytes)
            {
                await Console.Error.WriteLineAsync(file.Exists ? $"{file}: larger than {MostBytes} bytes" : $"{file}: no such file");
                clean = false;
                continue;
            }

            var report = CapCheck.Run(await File.ReadAllBytesAsync(file.FullName, ct), profile, Clock.System.Now, trust, MostBytes);
            clean &= report.IsClean;
            if (json)
            {
                rows.Add(Row(file.Name, report, language));
            }
            else
            {
                Print(file.Name, report, language);
            }
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Json));
        }

        return clean ? ExitCode.Done : ExitCode.Refused;
    }

    static void Print(string file, CapReport report, Language language)
    {
        var what = report.Version is { } version ? Words(version) : $"{report.Alerts} alerts inside";
        Console.WriteLine($"{file}: {what}; schema {Words(report.Schema.Verdict)}; {Words(report.Signature, language)}");
        foreach (var finding in report.Findings)
        {
            Console.WriteLine($"  {finding.Line}:{finding.Column} {finding.Rule.Level.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Place}: {finding.Sentence[language]}");
        }
    }

    static object Row(string file, CapReport report, Language language) => new
    {
        file,
        version = report.Version is { } version ? Words(version) : null,
        schema = Words(report.Schema.Verdict),
        alerts = report.Alerts,
        validAlerts = report.ValidAlerts,
        clean = report.IsClean,
        signature = new { state = report.Signature.State.ToString(), by = report.Signature.By, code = report.Signature.Reason?.Code, reason = report.Signature.Reason?.In(language) },
        findings = report.Findings.Select(finding => new
        {
            rule = finding.Rule.Id,
            level = finding.Rule.Level.ToString(),
            place = finding.Place,
            line = finding.Line,
            column = finding.Column,
            sentence = finding.Sentence[language],
        }),
    };

    static string Words(CapSignature signature, Language language) => signature.State switch
    {
        CapSignatureState.NotSigned => "not signed",
        CapSignatureState.Verified => $"signed by {signature.By}",
        CapSignatureState.Broken => $"SIGNATURE BROKEN ({signature.Reason!.Code} {signature.Reason.In(language)})",
        _ => $"signed, not trusted ({signature.Reason!.Code} {signature.Reason.In(language)})",
    };

    static string Words(CapVersion version) => version switch
    {
        CapVersion.V10 => "CAP 1.0",
        CapVersion.V11 => "CAP 1.1",
        _ => "CAP 1.2",
    };

    internal static string Words(CapSchemaVerdict verdict) => verdict switch
    {
        CapSchemaVerdict.Valid => "valid",
        CapSchemaVerdict.Invalid => "invalid",
        CapSchemaVerdict.NotWellFormed => "not-wellformed",
        _ => "feed/envelope",
    };
}
