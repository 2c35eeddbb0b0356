using Xunit;

namespace Belfry.Tests;

public sealed class HouseTests
{
    [Fact]
    public void The_house_has_its_papers()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Belfry.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("Belfry.slnx");
        }

        foreach (var paper in (string[])["LICENSE", "README.md", "docs/style.md", "test.sh", ".ci/run"])
        {
            Assert.True(File.Exists(Path.Combine(root, paper)), paper);
        }
    }
}
