using System.Text.RegularExpressions;
using Belfry.Docs;
using Belfry.Kernel;
using Belfry.Serve;
using Xunit;

namespace Belfry.Tests.House;

/// <summary>Pages that repeat the code are as the code says, and a code means one thing.</summary>
public sealed partial class GeneratedPagesTests
{
    [Fact]
    public void What_is_committed_is_what_belfry_docs_writes()
    {
        foreach (var (path, text) in GeneratedPages.Of(Repository.Root))
        {
            var file = Path.Combine(Repository.Root, path);
            Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{path} differs from its sources: run `dotnet run --project src/Belfry -- docs`");
        }
    }

    [Fact]
    public void A_problem_code_is_given_once_and_has_its_room_s_form()
    {
        Assert.Empty(GeneratedPages.Problems.GroupBy(problem => problem.Code).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(GeneratedPages.Problems, problem => Assert.Matches(CodeForm(), problem.Code));
    }

    [Fact]
    public void Every_catalogue_in_the_source_is_on_the_page()
    {
        var written = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*Problems.cs", SearchOption.AllDirectories)
            .SelectMany(file => CodeInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value)).ToHashSet();
        Assert.True(written.Count > 100);
        Assert.Empty(written.Except(GeneratedPages.Problems.Select(problem => problem.Code)));
        Assert.Empty(Server.ModulesOf(World.Exercise).SelectMany(module => module.Problems).Select(problem => problem.Code).Except(GeneratedPages.Problems.Select(problem => problem.Code)));
    }

    [GeneratedRegex("^[A-Z]+-[0-9]{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeForm();

    [GeneratedRegex("new\\(\"(?<code>[A-Z]+-[0-9]{3})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInSource();
}
