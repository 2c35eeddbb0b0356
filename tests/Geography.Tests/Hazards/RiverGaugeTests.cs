using System.Globalization;
using System.Text;
using Belfry.Geography;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>A gauge's marks: 2 m pre-alert, 3 m alert, 10 cm of hysteresis, silent after an hour, fast from 20 cm an hour.</summary>
public sealed class RiverGaugeTests
{
    static readonly DateTimeOffset Start = new(2021, 7, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1 1.9 1.99", "normal")]
    [InlineData("1 2 2.5", "normal preAlert")]
    [InlineData("1 3.2", "normal alert")]
    [InlineData("1 2 1.95 2 1.91", "normal preAlert")]
    [InlineData("1 2 1.89", "normal preAlert normal")]
    [InlineData("3 2.95 2.89 3 2.5 1.5", "alert preAlert alert preAlert normal")]
    [InlineData("1.5 1.5 - - - - - 1.5", "normal silent normal")]
    [InlineData("1.5 2.2 - - - - - 1.2", "normal preAlert lostInFlood normal")]
    [InlineData("1.2 1.5 - - - - - 1.2", "normal lostInFlood normal")]
    [InlineData("2.5 2.4 2.3 - - - - - 1.2", "preAlert lostInFlood normal")]
    [InlineData("1.2 1.24 - - - - - 1.2", "normal silent normal")]
    [InlineData("1.2 3.5 - - - - -", "normal alert lostInFlood")]
    public void States_follow_the_level_with_hysteresis_and_silence_is_one(string levels, string states) => Assert.Equal(states, States(Read(levels)));

    [Fact]
    public void A_gauge_lost_in_flood_is_said_first_and_never_reads_as_normal()
    {
        var result = RiverGauge.Run(Asked(Start.AddHours(9)), Csv("1.2 2.1 3.4"), 2, 3).Value;
        Assert.Equal("lostInFlood", result.States[^1].State);
        Assert.Null(result.States[^1].To);
        Assert.StartsWith("No reading at the worst moment", result.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(480, result.Figures.Single(figure => figure.Name == "age of the last reading").Value);
    }

    [Fact]
    public void The_rate_of_rise_gives_the_hours_to_alert()
    {
        var result = Read("1 1.25 1.5");
        Assert.Equal(0.5, result.Figures.Single(figure => figure.Unit == "m/h").Value, 9);
        Assert.Equal(3, result.Figures.Single(figure => figure.Unit == "h").Value, 9);
    }

    [Fact]
    public void States_touch_and_begin_with_the_first_reading() => Gen.Select(Gen.Double[0, 4].Array[1, 40], Gen.Int[1, 90]).Sample((levels, minutes) =>
    {
        var text = "time,level\n" + string.Join('\n', levels.Select((level, at) => string.Create(CultureInfo.InvariantCulture, $"{Start.AddMinutes(at * minutes):O},{level}")));
        var result = RiverGauge.Run(Asked(Start.AddMinutes(levels.Length * minutes)), Encoding.UTF8.GetBytes(text), 2, 3).Value;
        Assert.Equal(Start, result.States[0].From);
        Assert.All(result.States.Zip(result.States.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(result.States.Zip(result.States.Skip(1)), pair => Assert.NotEqual(pair.First.State, pair.Second.State));
        Assert.Equal(minutes > 60, result.States.Any(state => state.State is "silent" or "lostInFlood"));
        Assert.Null(result.States[^1].To);
    });

    [Fact]
    public void What_is_later_than_now_is_not_looked_at()
    {
        var result = RiverGauge.Run(Asked(Start.AddMinutes(30)), Csv("1 1 3.5"), 2, 3).Value;
        Assert.Equal("normal", States(result));
        Assert.Contains("Readings later than the time asked were left out.", result.Warnings);
    }

    [Fact]
    public void Belgian_time_and_utc_are_the_same_moment()
    {
        var (belgian, utc) = (Run("2021-07-14T14:00:00+02:00,2.5"), Run("2021-07-14T12:00:00Z,2.5"));
        Assert.Equal(utc.ToJson(), belgian.ToJson());
        Assert.Equal(Start, belgian.States[0].From);

        static HazardResult Run(string row) => RiverGauge.Run(Asked(Start.AddMinutes(10)), Encoding.UTF8.GetBytes("time,level\n" + row), 2, 3).Value;
    }

    [Fact]
    public void Marks_out_of_order_and_a_series_without_a_level_are_refused_by_name()
    {
        Assert.Equal(("HAZ-001", "alert"), Refused(RiverGauge.Run(Asked(Start), Csv("1"), 3, 3)));
        Assert.Equal(("HAZ-001", "pre-alert"), Refused(RiverGauge.Run(Asked(Start), Csv("1"), double.NaN, 3)));
        Assert.Equal(("HAZ-040", "series"), Refused(RiverGauge.Run(Asked(Start), "time,level\n2021-07-14T11:00Z,"u8.ToArray(), 2, 3)));
        Assert.Equal(("HAZ-040", "series"), Refused(RiverGauge.Run(Asked(Start.AddDays(-1)), Csv("1"), 2, 3)));

        static (string, string?) Refused(Belfry.Kernel.Result<HazardResult> result) => (result.Problems[0].Code, result.Problems[0].Field);
    }

    static HazardCase Asked(DateTimeOffset now) => new("tester", now);

    static string States(HazardResult result) => string.Join(' ', result.States.Select(state => state.State));

    // A reading each half hour; - is a moment without one. Now is the last moment.
    static HazardResult Read(string levels) => RiverGauge.Run(Asked(Start.AddMinutes((levels.Split(' ').Length - 1) * 30)), Csv(levels), 2, 3).Value;

    static byte[] Csv(string levels) => Encoding.UTF8.GetBytes("time,level\n" + string.Join('\n', levels.Split(' ').Select((level, at) => $"{Start.AddMinutes(at * 30):O},{level.TrimEnd('-')}")));
}
