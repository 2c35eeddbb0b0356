using Xunit;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>Pages that the program writes and a test holds to it. BELFRY_UPDATE=1 rewrites them instead.</summary>
static class Generated
{
    public static void Same(string page, string text)
    {
        var path = Path.Combine(Repository.Root, page);
        if (Environment.GetEnvironmentVariable("BELFRY_UPDATE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    /// <summary>Only the part of the page between the two marks is the program's.</summary>
    public static void Between(string page, string mark, string text)
    {
        var (start, end) = ($"<!-- {mark} -->\n", $"<!-- /{mark} -->");
        var whole = File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");
        var (from, to) = (whole.IndexOf(start, StringComparison.Ordinal) + start.Length, whole.IndexOf(end, StringComparison.Ordinal));
        Same(page, whole[..from] + text + whole[to..]);
    }
}
