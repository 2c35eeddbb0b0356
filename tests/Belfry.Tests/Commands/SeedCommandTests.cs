using Xunit;

namespace Belfry.Tests.Commands;

public sealed class SeedCommandTests
{
    [Fact]
    public async Task Seed_fills_an_empty_folder_once_and_never_the_real_world()
    {
        var folder = Directory.CreateTempSubdirectory("belfry-seed-").FullName;
        var first = await Belfryd.RunAsync("seed", "--recipients", "60", "--data", folder);
        Assert.Equal((0, ""), (first.Code, first.Errors));
        Assert.Matches(@": [1-9]\d* invented recipients\.", first.Output);
        Assert.Equal(first, await Belfryd.RunAsync("seed", "--recipients", "90", "--data", folder)); // what is there stays as it is

        Assert.Equal(1, (await Belfryd.RunAsync("seed", "--world", "real", "--data", Path.Combine(folder, "real"))).Code);
        Assert.False(Directory.Exists(Path.Combine(folder, "real")));
        Assert.Equal(2, (await Belfryd.RunAsync("seed", "--recipients", "0", "--data", folder)).Code);
        Directory.Delete(folder, recursive: true);
    }
}
