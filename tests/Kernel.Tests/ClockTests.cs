using Belfry.Kernel;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class ClockTests
{
    [Fact]
    public void Instants_are_utc_and_cut_to_the_microsecond_both_databases_keep()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 14, 5, 9, TimeSpan.FromHours(2)).AddTicks(1_234_567));

        var now = new Clock(time).Now;

        Assert.Equal(TimeSpan.Zero, now.Offset);
        Assert.Equal("2026-07-01T12:05:09.1234560", now.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", null));
    }

    [Fact]
    public void Ids_carry_the_clock_s_time_and_never_repeat()
    {
        var clock = new Clock(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddMilliseconds(0x0197_0000_0001)));

        var ids = Enumerable.Range(0, 1000).Select(_ => Id<Clock>.New(clock)).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.StartsWith("01970000-0001-7", id.ToString(), StringComparison.Ordinal));
        Assert.Equal(ids.First(), Id<Clock>.TryParse(ids.First().ToString()));
        Assert.Null(Id<Clock>.TryParse("01970000"));
    }
}
