using System.Text.RegularExpressions;
using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Tests.House;

/// <summary>The rules of the house as text can show them. Each answers with what breaks it, so that a planted violation can be seen to fail.</summary>
static partial class Rules
{
    /// <summary>Calls go down, events come up: who may reference whom, directly.</summary>
    static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Kernel"] = [],
        ["Shell"] = ["Kernel"],
        ["Dispatch"] = ["Shell"],
        ["Geography"] = ["Shell"],
        ["Directory"] = ["Geography", "Dispatch"],
        ["Incidents"] = ["Geography", "Dispatch", "Directory"],
        ["Passengers"] = ["Shell"],
        ["Alerting"] = ["Incidents"],
        ["Forecasting"] = ["Incidents"],
        ["Risks"] = ["Incidents"],
        ["Operators"] = ["Incidents"],
        ["Protection"] = ["Incidents"],
        ["Planning"] = ["Risks", "Alerting", "Protection"],
        ["Exercises"] = ["Planning"],
        ["PublicSite"] = ["Shell", "Geography", "Dispatch", "Directory", "Incidents", "Alerting", "Forecasting", "Risks", "Operators", "Protection", "Planning", "Exercises"],
        ["Exchange"] = ["Shell", "Geography", "Dispatch", "Directory", "Incidents", "Alerting", "Forecasting", "Risks", "Operators", "Protection", "Planning", "Exercises"],
        ["Belfry"] = ["*"],
    };

    static readonly string[] OnlyInKernel = ["Dapper", "Npgsql", "Microsoft.Data.Sqlite", "dbup-core", "dbup-sqlite", "dbup-postgresql"];

    static readonly string[] Vague = ["Helper", "Helpers", "Manager", "Util", "Utils", "Service", "Services", "Common", "Base", "Impl", "Dto", "Info", "Data"];

    // A standard's own term, or a framework's: named with its reason.
    static readonly Dictionary<string, string> Allowed = new()
    {
        ["CapInfo"] = "the info element of CAP 1.2",
    };

    public static IEnumerable<string> References(string root) =>
        from project in Projects(root)
        let module = Path.GetFileNameWithoutExtension(project)
        from reference in Xml(project).Descendants("ProjectReference")
        let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
        where !(MayReference.TryGetValue(module, out var allowed) && (allowed.Contains(target) || (allowed is ["*"] && target != module)))
        select $"{module} references {target}: calls go down, events come up";

    public static IEnumerable<string> Packages(string root)
    {
        foreach (var project in Projects(root).Where(project => Path.GetFileNameWithoutExtension(project) != "Kernel"))
        {
            foreach (var package in PackagesOf(project).Intersect(OnlyInKernel))
            {
                yield return $"{Path.GetFileNameWithoutExtension(project)} uses {package}: the database is Kernel's alone";
            }
        }

        var all = Projects(root).SelectMany(PackagesOf).Distinct().ToList();
        if (all.Count > 25)
        {
            yield return $"src uses {all.Count} packages directly; 25 are the limit";
        }
    }

    public static IEnumerable<string> Readmes(string root)
    {
        var map = File.Exists(Path.Combine(root, "README.md")) ? File.ReadAllText(Path.Combine(root, "README.md")) : "";
        foreach (var folder in Directory.GetDirectories(Path.Combine(root, "src")))
        {
            var module = Path.GetFileName(folder);
            if (!File.Exists(Path.Combine(folder, "README.md")))
            {
                yield return $"src/{module} has no README.md";
            }

            if (!map.Contains($"src/{module}", StringComparison.Ordinal))
            {
                yield return $"the map in README.md does not show src/{module}";
            }
        }
    }

    public static IEnumerable<string> VagueNames(string root) =>
        from file in Sources(root)
        let name = Path.GetFileName(file).Split('.')[0]
        from type in TypeName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Append(name).Distinct()
        where !Allowed.ContainsKey(type) && Vague.Any(word => type == word || (type.EndsWith(word, StringComparison.Ordinal) && char.IsLower(type[^(word.Length + 1)])))
        select $"{Relative(root, file)}: {type} says nothing; name it for what it is";

    public static IEnumerable<string> KernelBudget(string root)
    {
        var lines = Sources(root).Where(file => Relative(root, file).StartsWith("src/Kernel/", StringComparison.Ordinal)).Sum(file => File.ReadLines(file).Count());
        if (lines > 4_000)
        {
            yield return $"Kernel has {lines} lines; 4,000 are the limit: a thing used by two rooms belongs to the lower of them";
        }
    }

    public static IEnumerable<string> ScriptPairs(string root)
    {
        foreach (var script in Directory.GetFiles(Path.Combine(root, "src"), "*.sql", SearchOption.AllDirectories))
        {
            var twin = script.Contains(".sqlite.sql", StringComparison.Ordinal) ? script.Replace(".sqlite.sql", ".postgres.sql", StringComparison.Ordinal)
                : script.Contains(".postgres.sql", StringComparison.Ordinal) ? script.Replace(".postgres.sql", ".sqlite.sql", StringComparison.Ordinal) : script;
            if (!File.Exists(twin))
            {
                yield return $"{Relative(root, script)} stands without its twin";
            }
        }
    }

    /// <summary>A statement names only tables of its own module.</summary>
    public static IEnumerable<string> TableOwners(string root)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var script in Directory.GetFiles(Path.Combine(root, "src"), "*.sql", SearchOption.AllDirectories))
        {
            foreach (Match match in CreateTable().Matches(File.ReadAllText(script)))
            {
                var (table, module) = (match.Groups["name"].Value, ModuleOf(root, script));
                if (owners.TryGetValue(table, out var other) && other != module)
                {
                    yield return $"{Relative(root, script)}: {table} is {other}'s table already";
                }

                owners[table] = module;
            }
        }

        foreach (var file in Sources(root))
        {
            foreach (Match match in TableUse().Matches(File.ReadAllText(file)))
            {
                if (owners.TryGetValue(match.Groups["name"].Value, out var owner) && owner != ModuleOf(root, file))
                {
                    yield return $"{Relative(root, file)}: {match.Groups["name"].Value} is {owner}'s table; ask {owner}";
                }
            }
        }
    }

    public static IEnumerable<string> Habits(string root) =>
        from file in Sources(root)
        from word in (string[])["#pragma warning", "#region", "NotImplementedException", "Thread.Sleep("]
        where File.ReadAllText(file).Contains(word, StringComparison.Ordinal)
        select $"{Relative(root, file)}: {word} has no place here";

    public static IEnumerable<string> ExportedTypes(IEnumerable<System.Reflection.Assembly> modules) =>
        from module in modules
        from type in module.GetExportedTypes()
        where type.Namespace != module.GetName().Name && !typeof(Microsoft.AspNetCore.Components.ComponentBase).IsAssignableFrom(type) && !type.IsNested
        select $"{type.FullName} is public outside the root of {module.GetName().Name}";

    static IEnumerable<string> Projects(string root) => Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories);

    static IEnumerable<string> Sources(string root) =>
        from file in Directory.GetFiles(Path.Combine(root, "src"), "*.*", SearchOption.AllDirectories)
        where (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)) && !Path.GetFileName(file).StartsWith('_')
        select file;

    static IEnumerable<string> PackagesOf(string project) =>
        Xml(project).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    static XDocument Xml(string path)
    {
        using var reader = System.Xml.XmlReader.Create(path);
        return XDocument.Load(reader);
    }

    static string ModuleOf(string root, string file) => Relative(root, file).Split('/')[1];

    static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(struct\s+)?(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"create table (if not exists )?(?<name>[a-z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"\b(from|join|into|update)\s+(?<name>[a-z_]+)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TableUse();
}
