using System.Globalization;
using System.Text;
using System.Text.Json;
using Belfry.Alerting;
using Belfry.Configure;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Passengers;
using Belfry.Risks;
using Belfry.Serve;
using Belfry.Shell;

namespace Belfry.Docs;

/// <summary>Pages that repeat what the code and its tables say. Made here, compared by a test, never edited by hand.</summary>
static class GeneratedPages
{
    const string Head = "<!-- Made by `belfry docs`; edit the sources it names. -->\n";

    /// <summary>Every refusal of the program. A room that is no module of the server yet is named here too.</summary>
    public static IReadOnlyList<ProblemKind> Problems { get; } =
    [
        .. KernelProblems.All, .. ShellProblems.All, .. AccountProblems.All, .. DispatchProblems.All, .. LedgerProblems.All, .. GeographyProblems.All, .. HazardProblems.All,
        .. ReleaseProblems.All, .. TableProblems.All, .. NaturalHazardProblems.All, .. CapProblems.All, .. IncidentProblems.All,
        .. AlertProblems.All, .. SubscribeProblems.All, .. PassengersProblems.All, .. MatchingProblems.All, .. RiskProblems.All, .. SettingsProblems.All,
    ];

    public static IEnumerable<(string Path, string Text)> Of(string root)
    {
        yield return ("docs/permissions.md", PermissionsPage());
        yield return ("docs/problems.md", ProblemsPage());
        yield return ("docs/figures.md", FiguresPage(root));
        yield return ("GLOSSARY.md", GlossaryPage(root));
        yield return ("CHANGELOG.md", ChangesPage(root));
    }

    static string PermissionsPage()
    {
        var page = new StringBuilder(Head).Append("# Who may do what\n\nFrom each room's Permissions.cs. What has no row is refused. *own*: of the organisation in which the person has the role; *below*: and of those in its territory.\n");
        foreach (var module in Server.ModulesOf(World.Exercise).Where(module => module.Permissions.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {module.Name}\n\n| action | what | role | whose | classes | worlds | second factor | people |\n|---|---|---|---|---|---|---|--:|\n");
            foreach (var row in module.Permissions.OrderBy(row => row.Permission.Action, StringComparer.Ordinal).ThenBy(row => row.Role))
            {
                Row(page, $"`{row.Permission.Action}`", row.Permission.Name.En, row.Role.Name().En, row.Reach == Reach.Own ? "own" : "below",
                    row.Classes is null ? "all" : string.Join(", ", row.Classes.Order()), row.Worlds is null ? "all" : string.Join(", ", row.Worlds.Order()), row.Permission.NeedsStepUp ? "within 5 min" : "", row.Permission.NeedsTwo ? "2" : "1");
            }
        }

        return page.ToString();
    }

    static string ProblemsPage()
    {
        var page = new StringBuilder(Head).Append("# Refusals\n\nFrom each room's Problems.cs. A code is never reused. Status is HTTP's: 400 unreadable, 403 not allowed, 404 unknown, 409 changed meanwhile, 422 refused.\n");
        foreach (var prefix in Problems.GroupBy(problem => problem.Code[..problem.Code.LastIndexOf('-')]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {prefix.Key}\n\n| code | status | nl | fr | de | en |\n|---|--:|---|---|---|---|\n");
            foreach (var problem in prefix.OrderBy(problem => problem.Code, StringComparer.Ordinal))
            {
                Row(page, $"<a id=\"{problem.Code}\"></a>{problem.Code}", problem.Status.ToString(CultureInfo.InvariantCulture), problem.Sentence.Nl, problem.Sentence.Fr, problem.Sentence.De, problem.Sentence.En);
            }
        }

        return page.ToString();
    }

    static string FiguresPage(string root)
    {
        var page = new StringBuilder(Head).Append("# Figures\n\nFrom bench/results/*.json, as the last run of each wrote it. Ratios within one run are what counts; absolute times are of the machine named.\n");
        foreach (var file in Files(root, "bench/results", "*.json"))
        {
            using var figures = JsonDocument.Parse(File.ReadAllText(file));
            string Text(string name) => figures.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            List<string> Texts(string name) => figures.RootElement.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(one => one.GetString() ?? "")] : [];
            page.Append(CultureInfo.InvariantCulture, $"\n## {Text("area")} {Text("name")}: {Text("title")}\n\n`{Text("command")}`, {Text("date")}, {Text("machine")}\n");
            foreach (var paragraph in Texts("text"))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n{paragraph}\n");
            }

            var columns = Texts("columns");
            page.Append('\n');
            Row(page, [.. columns]);
            Row(page, [.. columns.Select(_ => "---")]);
            foreach (var row in figures.RootElement.GetProperty("rows").EnumerateArray())
            {
                Row(page, [.. row.EnumerateArray().Select(one => one.GetString() ?? "")]);
            }

            foreach (var miss in Texts("misses").Select((text, index) => (index == 0 ? "\n" : "") + "- **missed**: " + text + "\n"))
            {
                page.Append(miss);
            }
        }

        return page.ToString();
    }

    static string GlossaryPage(string root)
    {
        var page = new StringBuilder(Head).Append("# Glossary\n\nFrom each room's Glossary.tsv: the words of the trade, as code, screens and messages use them.\n\n| en | nl | fr | de | meaning | source | room |\n|---|---|---|---|---|---|---|\n");
        var rows = from module in Directory.GetDirectories(Path.Combine(root, "src"))
                   from file in Files(module, ".", "Glossary.tsv")
                   from line in File.ReadLines(file).Skip(1)
                   where line.Contains('\t', StringComparison.Ordinal)
                   select line.Split('\t').Concat(Enumerable.Repeat("", 6)).Take(6).Append(Path.GetFileName(module)).ToArray();
        foreach (var row in rows.OrderBy(row => row[0], StringComparer.OrdinalIgnoreCase).ThenBy(row => row[6], StringComparer.Ordinal))
        {
            Row(page, row);
        }

        return page.ToString();
    }

    static string ChangesPage(string root)
    {
        var page = new StringBuilder(Head).Append("# Changes\n\nFrom each room's changes/*.md: what a user notices, a line each.\n\n## Not released yet\n");
        foreach (var module in Directory.GetDirectories(Path.Combine(root, "src")).Order(StringComparer.Ordinal))
        {
            var lines = Files(module, "changes", "*.md").SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => "- " + line.TrimStart('-', ' ')).ToList();
            if (lines.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### {Path.GetFileName(module)}\n\n{string.Join('\n', lines)}\n");
            }
        }

        return page.ToString();
    }

    static IEnumerable<string> Files(string root, string folder, string pattern) =>
        Directory.Exists(Path.Combine(root, folder)) ? Directory.GetFiles(Path.Combine(root, folder), pattern).Order(StringComparer.Ordinal) : [];

    static void Row(StringBuilder page, params string[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))).Append(" |\n");
}
