namespace Belfry.Tests;

/// <summary>Where the checkout is that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Belfry.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The tests run from inside a checkout.");
    }
}
