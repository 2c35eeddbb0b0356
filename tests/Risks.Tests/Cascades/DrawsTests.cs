using Belfry.Risks.Cascades;
using Xunit;

namespace Belfry.Tests.RisksRoom;

public sealed class DrawsTests
{
    // The published reference stream of SplitMix64 for seed 1234567.
    [Fact]
    public void The_generator_is_SplitMix64() =>
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(at => Draws.Run(1234567, at)));

    [Fact]
    public void Probability_one_always_fires_and_zero_never()
    {
        // The largest draw there is.
        Assert.True(ulong.MaxValue >> 1 < Draws.One);
        var tally = Samples.Walked(Samples.OneLevel("A B C", [1, 0, 0], [0, 0, 0], ("A>B", 1), ("A>C", 0)), 10_000)[0];
        Assert.Equal((10_000, 0), (tally.AtLeast(1, 1), tally.AtLeast(2, 1)));
    }

    // 256 cells, 255 degrees of freedom: 330.5 is the 99.9 % point.
    [Fact]
    public void Draws_of_two_links_over_runs_and_of_one_link_over_following_runs_look_independent()
    {
        var root = Root.StreamOf(1, "PWR", 1);
        var (a, b) = (Draws.Address("belfry-link-1", "PWR", "TEL"), Draws.Address("belfry-link-1", "PWR", "WAT"));
        Assert.True(ChiSquared(run => (Draws.Link(Draws.Run(root, run), a), Draws.Link(Draws.Run(root, run), b))) < 330.5);
        Assert.True(ChiSquared(run => (Draws.Link(Draws.Run(root, run), a), Draws.Link(Draws.Run(root, run + 1), a))) < 330.5);
        Assert.True(ChiSquared(run => (Draws.Link(Draws.Run(root, run), a), Draws.Link(Draws.Run(Root.StreamOf(2, "PWR", 1), run), a))) < 330.5);
    }

    static double ChiSquared(Func<int, (ulong, ulong)> pair)
    {
        const int Runs = 256 * 1_000;
        var cells = new int[256];
        for (var run = 0; run < Runs; run++)
        {
            var (a, b) = pair(run);
            cells[(int)(((a >> 59) << 4) | (b >> 59))]++;
        }

        return cells.Sum(cell => (cell - 1_000.0) * (cell - 1_000.0) / 1_000);
    }
}
