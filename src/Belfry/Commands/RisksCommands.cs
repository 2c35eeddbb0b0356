using System.CommandLine;
using System.Globalization;
using Belfry.Kernel;
using Belfry.Risks;
using Spectre.Console;
using Panel = Belfry.Risks.Panel;

namespace Belfry.Commands;

static class RisksCommands
{
    const string Form = "\n\nThe forms of the files, with a walk from input to result, are in src/Risks/README.md."
        + "\nRefusals (RISK-001 to RISK-020) go to standard error, each with the JSON path of the place; then the exit code is 1.";

    public static Command Build() => new("risks", "Risk assessment without a server: cascades, experts' scores, scales.")
    {
        CascadeCommand(),
        ElicitCommand(),
        ScalesCommand(),
    };

    static Command CascadeCommand()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A network of the form belfry-cascade-1 (JSON, at most 32 MiB). - reads standard input." };
        var json = Json();
        var seed = new Option<long?>("--seed") { Description = "Seed of the draws, any whole number. Default: the file's, else 1." };
        var runs = new Option<int?>("--max-runs") { Description = "Cascades per root at most, 20 to 10,000,000. Default: the file's, else 200,000." };
        var threads = new Option<int?>("--threads") { Description = "Threads, 1 to 1,024. Default all cores. Changes the time, never a digit." };
        var links = new Option<bool>("--links") { Description = "Also measure what each link carries: yearly impact saved if it is cut, added if it is certain." };
        var panel = new Option<int?>("--panel-draws") { Description = "Draws of the experts' opinions, 20 to 10,000; 0 is none. Default: the file's, else 0." };
        var command = new Command("cascade", "What a risk brings down: runs a cause-effect network and prints rates (times a year), chances (0 to 1) and impact (the file's unit)." + Form)
        {
            file, json, seed, runs, threads, links, panel,
        };
        command.SetAction((parsed, ct) => WithFile(parsed.GetValue(file)!, bytes =>
        {
            if (!Cascade.Read(bytes).TryGet(out var read, out var problems))
            {
                return Refused(problems);
            }

            var settings = read.Settings with
            {
                Seed = parsed.GetValue(seed) ?? read.Settings.Seed,
                MinRuns = Math.Min(read.Settings.MinRuns, Math.Max(20, parsed.GetValue(runs) ?? int.MaxValue)),
                MaxRuns = parsed.GetValue(runs) ?? read.Settings.MaxRuns,
                Threads = parsed.GetValue(threads) ?? read.Settings.Threads,
                Sensitivity = parsed.GetValue(links) || read.Settings.Sensitivity,
                PanelDraws = parsed.GetValue(panel) ?? read.Settings.PanelDraws,
            };
            if (settings.Check() is { Count: > 0 } outside)
            {
                return Refused(outside);
            }

            var report = Waiting("Walking cascades", () => Cascade.Run(read with { Settings = settings }, ct));
            Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : Told(report));
            return ExitCode.Done;
        }, ct));
        return command;
    }

    static Command ElicitCommand()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A panel of the form belfry-elicitation-1 (JSON, at most 32 MiB). - reads standard input." };
        var json = Json();
        var command = new Command("elicit", "What a panel said: median, IQR (classes), agreement r_wg (1 = the same, 0 = as by lot), consensus (0 to 1), Krippendorff's alpha, Cooke's calibration (0 to 1). Nothing is shown for items with fewer than three scores." + Form) { file, json };
        command.SetAction((parsed, ct) => WithFile(parsed.GetValue(file)!, bytes =>
        {
            if (!Panel.Read(bytes).TryGet(out var panel, out var problems))
            {
                return Refused(problems);
            }

            var report = Waiting("Comparing scores", panel.Report);
            Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : Told(report));
            return ExitCode.Done;
        }, ct));
        return command;
    }

    static Command ScalesCommand()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Scales of the form belfry-scales-1 (JSON, at most 32 MiB). - reads standard input." };
        var command = new Command("scales", "Checks that the classes of scales join without gap or overlap, rise, and are told in four languages." + Form) { file };
        command.SetAction((parsed, ct) => WithFile(parsed.GetValue(file)!, bytes =>
        {
            if (!ScaleSet.Read(bytes).TryGet(out var scales, out var problems) || (problems = scales.Check()).Count > 0)
            {
                return Refused(problems);
            }

            Console.Out.WriteLine($"{scales.Scales.Count} scales, no fault found");
            return ExitCode.Done;
        }, ct));
        return command;
    }

    static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };

    static async Task<int> WithFile(FileInfo file, Func<ReadOnlyMemory<byte>, int> use, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            bytes = file.Name == "-" ? await StandardInputAsync(ct) : await File.ReadAllBytesAsync(file.FullName, ct);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {unread.Message}");
            return ExitCode.Refused;
        }

        return use(bytes);
    }

    static async Task<byte[]> StandardInputAsync(CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    static int Refused(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem.Field is { } place ? $"{problem.Code} {place}: {problem.In(Language.En)}" : $"{problem.Code}: {problem.In(Language.En)}");
        }

        return ExitCode.Refused;
    }

    static T Waiting<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work();
        }

        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Status().Start(what, _ => work());
    }

    static string Told(CascadeReport report)
    {
        var lines = new List<string>();
        if (report.Title is { } title)
        {
            lines.Add(title);
        }

        lines.AddRange(report.Warnings.Select(warning => "! " + warning));
        lines.Add(Say($"{report.Cascades:N0} cascades from {report.Roots.Count} roots, seed {report.Seed}, checksum {report.Checksum[..16]}"));
        lines.Add(Say($"Impact a year: {Short(report.ImpactPerYear)} {report.ImpactUnit}; counted from both ends: {(report.Conservation.Holds ? "equal" : "NOT EQUAL")}; branching {report.Branching:0.00}"));
        lines.Add("");
        lines.Add(Say($"{"risk",-24} {"at least",8} {"times a year",34} {"once in years",14}  mostly from"));
        foreach (var risk in report.Risks)
        {
            foreach (var level in risk.Levels.Where(level => level.PerYear.High > 0))
            {
                var causes = level.AtLeast == 1 ? string.Join(", ", risk.Causes.Take(3).Select(cause => Say($"{cause.Root}@{cause.Level} {cause.Share * 100:0} %"))) : "";
                lines.Add(Say($"{risk.Id,-24} {level.AtLeast,8} {Short(level.PerYear),34} {level.ReturnPeriodYears,14:G4}  {causes}"));
            }
        }

        foreach (var whatIf in report.WhatIfs)
        {
            lines.Add("");
            lines.Add(Say($"What if: {whatIf.Name}: impact a year {Short(whatIf.Change)} (two separate runs: ± {whatIf.Unpaired:G3})"));
        }

        if (report.Links is { } links)
        {
            lines.Add("");
            lines.Add(Say($"{"link",-34} {"saved a year if cut",36} {"added a year if certain",36}"));
            lines.AddRange(links.Take(20).Select(link => Say($"{link.Cause + " > " + link.Effect,-34} {Short(link.SavedIfCut),36} {Short(link.AddedIfCertain),36}")));
        }

        if (report.Panel is { } panel)
        {
            lines.Add("");
            lines.Add(Say($"Over the experts' opinions ({panel.Draws} draws): impact a year {panel.ImpactPerYear.Median:G4} (90 %: {panel.ImpactPerYear.P5:G4} to {panel.ImpactPerYear.P95:G4})"));
            lines.Add("By what they cause, most first; in one bracket what cannot be told apart: " + string.Join(" > ", panel.CannotBeToldApart.Select(group => group.Count == 1 ? group[0] : "[" + string.Join(", ", group) + "]")));
        }

        return string.Join(Environment.NewLine, lines);
    }

    static string Told(PanelReport report)
    {
        var lines = new List<string>
        {
            Say($"{report.Items.Count} items, {report.Experts} experts; alpha ordinal {report.Reliability.Ordinal:0.000} (95 %: {report.Reliability.OrdinalLow:0.000} to {report.Reliability.OrdinalHigh:0.000})"),
            Say($"{"item",-24} {"n",4} {"median",7} {"IQR",5} {"r_wg",6} {"consensus",9}  colour"),
        };
        lines.AddRange(report.Items.Select(item => item.Statistics is { } found
            ? Say($"{item.Id,-24} {item.Scored,4} {found.Median,7:0.##} {found.Iqr,5:0.##} {found.Agreement,6:0.00} {found.Consensus,9:0.000}  {found.Colour.ToString().ToLowerInvariant()}{(found.Far > 0 ? Say($", {found.Far} far from the median") : "")}{(found.Bimodal ? ", two camps" : "")}")
            : Say($"{item.Id,-24} {item.Scored,4}  fewer than three scores: nothing shown")));
        lines.AddRange((report.Calibration ?? []).Select(expert => Say($"expert {expert.Expert}: calibration {expert.Calibration:0.000000}, information {expert.Information:0.000}, weight {expert.Weight:0.000} (equal {expert.EqualWeight:0.000})")));
        return string.Join(Environment.NewLine, lines);
    }

    static string Short(Estimate estimate) => Say($"{estimate.Value:G4} ({estimate.Low:G3} to {estimate.High:G3})");

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
