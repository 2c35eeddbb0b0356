using System.Globalization;
using System.Text;
using Belfry.Geography;
using Belfry.Geography.Hazards.Heat;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Heat wave and heat plan. The published sums are in VectorTests.</summary>
public sealed class HeatPlanTests
{
    static readonly HazardCase Asked = new("tester", new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("25 25 30 30 30", 1)]
    [InlineData("25 25 30 30 29.9", 0)]
    [InlineData("24.9 25 30 30 30", 0)]
    [InlineData("30 30 30 30", 0)]
    [InlineData("30 30 30 25 25 24 30 30 30 25 25", 2)]
    [InlineData("30 30 - 30 30 30", 0)]
    [InlineData("20 26 30 31 32 27 20", 1)]
    public void A_heat_wave_is_five_days_of_25_with_three_of_30(string maxima, int waves) => Assert.Equal(waves, HeatRules.Waves(Days(maxima)).Count());

    [Theory]
    [InlineData("32 30 29 28 27", "1-")]
    [InlineData("26 27 28 29 30", "")]
    [InlineData("32 30 29 28 27 20 20 20 20 20", "1-5")]
    [InlineData("20 20 20 33 34 20 20 20 20 20 20 20 20", "1-5")]
    [InlineData("32 30 - 28 27", "")]
    public void A_warning_begins_at_17_degrees_over_five_days_and_ends_below_it_before_a_day_below_25(string maxima, string expected) =>
        Assert.Equal(expected, string.Join(' ', HeatRules.Warnings(Days(maxima)).Select(warning => $"{warning.From.Day}-{warning.To?.Day}")));

    [Theory]
    [InlineData("date,tmax,tmin,ozone\n2026-07-01,31,19,100\n2026-07-02,32,18,190\n2026-07-03,30,18,90", "alarm")]
    [InlineData("date,tmax,tmin,ozone\n2026-07-01,31,19,100\n2026-07-02,32,18,170\n2026-07-03,30,18,90", "alarmWithoutOzone")]
    [InlineData("date,tmax,tmin\n2026-07-01,31,19\n2026-07-02,32,18\n2026-07-03,30,18", "alarmOzoneUnknown")]
    [InlineData("date,tmax,tmin\n2026-07-01,31,18\n2026-07-02,32,18\n2026-07-03,30,18", null)]
    [InlineData("date,tmax,tmin\n2026-07-01,30,19\n2026-07-02,30,19\n2026-07-03,30,19", null)]
    [InlineData("date,tmax,tmin\n2026-07-01,31,19\n2026-07-02,32,19\n2026-07-04,33,19", null)]
    public void An_alarm_is_three_days_above_18_and_30_on_average_with_ozone(string csv, string? state) =>
        Assert.Equal(state, HeatPlan.Run(Asked, Encoding.UTF8.GetBytes(csv)).Value.States.FirstOrDefault(one => one.State.StartsWith("alarm", StringComparison.Ordinal))?.State);

    [Fact]
    public void Csv_and_json_say_the_same_and_ozone_marks_are_told()
    {
        var csv = HeatPlan.Run(Asked, "date;tmax;tmin;ozone\r\n2026-07-01;32;;181\r\n2026-07-02;30.5;16;240\r\n"u8.ToArray()).Value;
        var json = HeatPlan.Run(Asked, """[{"date":"2026-07-01","tmax":32,"ozone":181,"tmin":null},{"date":"2026-07-02","tmax":30.5,"tmin":16,"ozone":240}]"""u8.ToArray()).Value;
        Assert.Equal(csv.ToJson(), json.ToJson());
        Assert.Equal(["information", "alert"], csv.States.Select(state => state.State));
        Assert.Contains(csv.Warnings, warning => warning.StartsWith("Not every five days", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_is_the_day_where_it_was_written() =>
        Assert.Equal([new DateOnly(2026, 7, 1)], HeatDays.Read("date,tmax\n2026-07-01T00:00+02:00,31"u8.ToArray()).Value.Select(day => day.Date));

    [Fact]
    public void A_sum_is_never_below_zero_and_needs_all_five_days() => Gen.Double[-10, 40].Array[1, 30].Sample(maxima =>
    {
        var days = maxima.Select((most, at) => new HeatDay(new DateOnly(2026, 6, 1).AddDays(at), most, null, null)).ToList();
        for (var at = 0; at < days.Count; at++)
        {
            Assert.Equal(at + 5 <= days.Count, HeatRules.Sum(days, at) is >= 0);
        }

        foreach (var (from, to) in HeatRules.Waves(days))
        {
            Assert.True(to.DayNumber - from.DayNumber >= 4);
        }
    });

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("day,tmax\n2026-07-01,20", "line 1")]
    [InlineData("date,tmax\n", "line 2")]
    [InlineData("date,tmax\n2026-07-01,20,3", "line 2")]
    [InlineData("date,tmax\n2026-07-01,warm", "line 2")]
    [InlineData("date,tmax\n2026-07-01,51", "line 2")]
    [InlineData("date,tmax\n2026-07-02,20\n2026-07-01,20", "line 3")]
    [InlineData("date,tmax\n01/07/2026,20", "line 2")]
    [InlineData("date,tmax\n2026-07-01T01:00Z,20\n2026-07-01T02:00Z,20", "2026-07-01")]
    [InlineData("{}", "$")]
    [InlineData("[1]", "$[0]")]
    [InlineData("[{\"date\":\"2026-07-01\"}]", "$[0]")]
    [InlineData("[{\"date\":\"2026-07-01\",\"tmax\":true}]", "$[0]")]
    [InlineData("[{\"date\":\"2026-07-01\",\"tmax\":1},", "line 1, byte 32")]
    [InlineData("[{\"date\":\"\\ud800\",\"tmax\":1}]", "$")]
    public void A_series_that_cannot_be_read_is_refused_with_its_place(string text, string where)
    {
        var problem = Assert.Single(HeatPlan.Run(Asked, Encoding.UTF8.GetBytes(text)).Problems);
        Assert.Equal(("HAZ-040", where), (problem.Code, problem.Values["where"]));
    }

    // A day is a number; - is a day that is not in the series.
    static List<HeatDay> Days(string maxima) =>
    [
        .. maxima.Split(' ').Select((most, at) => (most, at)).Where(one => one.most != "-")
            .Select(one => new HeatDay(new DateOnly(2026, 7, 1).AddDays(one.at), double.Parse(one.most, CultureInfo.InvariantCulture), null, null)),
    ];
}
