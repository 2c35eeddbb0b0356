using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Belfry.Tests.Geography;

/// <summary>The map's verbs as a shell starts them.</summary>
[Collection("console")]
public sealed class HazardCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("belfry-geo-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Exposure_of_a_circle_and_of_a_file_is_one_document()
    {
        var (code, output, _) = await RunAsync("exposure", "--circle", "51.3254,4.259,20000", "--json");
        using var circle = JsonDocument.Parse(output);
        Assert.Equal((0, 918_604), (code, circle.RootElement.GetProperty("people").GetProperty("everywhere").GetInt32()));
        var file = Write("brussels.geojson", """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9],[4.3,50.8]]]}""");
        using var area = JsonDocument.Parse((await RunAsync("exposure", "--area", file, "--json")).Output);
        Assert.Equal("polygon", area.RootElement.GetProperty("area").GetProperty("kind").GetString());
        Assert.Contains("hospitals", (await RunAsync("exposure", "--area", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_of_a_file_come_out_in_order_or_not_at_all()
    {
        var good = await RunAsync("convert", "--file", Write("points.txt", "# two\n50.8467,4.3525\n\n51.3254,4.259\n"), "--json");
        using var list = JsonDocument.Parse(good.Output);
        Assert.Equal(["31UES9521433649", "31UES8772286764"], list.RootElement.EnumerateArray().Select(one => one.GetProperty("mgrs").GetString()));
        var bad = await RunAsync("convert", "--file", Write("points.txt", "50.8467,4.3525\n48.8,2.3\n"), "--json");
        Assert.Equal((1, ""), (bad.Code, bad.Output));
        Assert.StartsWith("GEO-026 line 2:", bad.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "nuclear", "--site", "fleurus", "--wind-from", "225", "--json", "--out", "FILE")]
    [InlineData(5, "quake", "--at", "50.63,5.51", "--magnitude", "5.1", "--depth", "5", "--json", "--out", "FILE")]
    [InlineData(1, "flood", "--at", "251813,140684", "--from", "lambert72", "--rise", "3", "--json", "--out", "FILE")]
    public async Task Zones_leave_as_geojson_and_the_result_as_one_document(int zones, params string[] arguments)
    {
        var file = Path.Combine(folder.FullName, "zones.geojson");
        var (code, output, errors) = await RunAsync(["hazard", .. arguments.Select(word => word == "FILE" ? file : word)]);
        Assert.Equal((0, ""), (code, errors));
        using var result = JsonDocument.Parse(output);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("belfry-hazard-1", result.RootElement.GetProperty("format").GetString());
        Assert.Equal(zones, result.RootElement.GetProperty("zones").GetArrayLength());
        Assert.Equal(zones, written.RootElement.GetProperty("features").GetArrayLength());
        Assert.True(Belfry.Geography.Exposure.OfGeoJson(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Ok);
    }

    [Fact]
    public async Task A_gauge_is_read_as_of_the_moment_named_which_is_utc_without_an_offset()
    {
        var file = Write("gauge.csv", "time,level\n2021-07-14T12:00Z,1.2\n2021-07-14T13:00Z,2.9\n");
        var (code, output, _) = await RunAsync("hazard", "flood", "--gauge", file, "--pre-alert", "2", "--alert", "2.5", "--now", "2021-07-14T16:00", "--json");
        using var result = JsonDocument.Parse(output);
        Assert.Equal((0, "2021-07-14T16:00:00+00:00"), (code, result.RootElement.GetProperty("time").GetString()));
        Assert.Equal(["normal", "alert", "lostInFlood"], result.RootElement.GetProperty("states").EnumerateArray().Select(state => state.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData(1, "HAZ-001 magnitude:", "quake", "--at", "50.63,5.51", "--magnitude", "4.9")]
    [InlineData(1, "HAZ-004 at:", "quake", "--magnitude", "6")]
    [InlineData(1, "HAZ-041 at:", "flood", "--at", "50.501,6.092", "--rise", "2")]
    [InlineData(1, "GEO-025 nothing.csv:", "heat", "--days", "nothing.csv")]
    public async Task Outside_its_range_a_model_says_so_on_standard_error(int code, string beginning, params string[] arguments)
    {
        var found = await RunAsync(["hazard", .. arguments]);
        Assert.Equal((code, ""), (found.Code, found.Output));
        Assert.StartsWith(beginning, found.Errors, StringComparison.Ordinal);
    }

    string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    // The program as a shell starts it, in this process.
    static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (output, errors, before, beforeErrors) = (new StringWriter(), new StringWriter(), Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var code = await Task.Run(() => (int)Assembly.Load("belfry").EntryPoint!.Invoke(null, [(string[])["geo", .. arguments]])!);
            return (code, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeErrors);
        }
    }
}
