using System.CommandLine;
using Belfry.Docs;

namespace Belfry.Commands;

static class DocsCommand
{
    public static Command Build()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; name the pages that differ and end with 1." };
        var command = new Command("docs", "Write the generated pages of a source tree: docs/permissions.md, docs/problems.md, docs/figures.md, GLOSSARY.md, CHANGELOG.md.\n"
            + "Run inside the repository. Ends with 0 when all are as they should be, 1 when one differs (--check) or this is no source tree.") { check };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(check))));
        return command;
    }

    static int Run(bool check)
    {
        if (SourceTree() is not { } root)
        {
            Console.Error.WriteLine("There is no Belfry.slnx here or above: run it inside the repository.");
            return ExitCode.Refused;
        }

        var differing = 0;
        foreach (var (path, text) in GeneratedPages.Of(root))
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && File.ReadAllText(file) == text)
            {
                continue;
            }

            differing++;
            Console.WriteLine(check ? $"{path} differs from its sources: run belfry docs" : $"{path} written");
            if (!check)
            {
                File.WriteAllText(file, text);
            }
        }

        return check && differing > 0 ? ExitCode.Refused : ExitCode.Done;
    }

    static string? SourceTree()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Belfry.slnx")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
