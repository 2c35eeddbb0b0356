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
}
