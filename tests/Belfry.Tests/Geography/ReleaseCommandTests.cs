using System.Text.Json;
using Belfry.Tests.Commands;
using Xunit;

namespace Belfry.Tests.Geography;

/// <summary>belfry geo hazard for what is let loose, as a person runs it.</summary>
public sealed class ReleaseCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("belfry-release-");

    public void Dispose() => folder.Delete(recursive: true);

    static string[] Hazard(string line) => ["geo", "hazard", .. line.Split(' ')];

    [Theory]
    [InlineData(3, "plume --at 51.2194,4.4025 --rate 1 --wind 3 --wind-from 225 --stability D --substance chlorine")]
    [InlineData(2, "plume --at 152357.48,212161.98 --from lambert72 --rate 0.5 --wind 3 --wind-from 225 --stability 4 --scheme bultynck-malet --height 60 --deposition 0.01 --threshold a=0.5 b=1")]
    [InlineData(1, "puff --at 51.2194,4.4025 --amount 50 --wind 3 --wind-from 225 --stability E --threshold odour=5")]
    [InlineData(2, "atp45 --at 51.2194,4.4025 --event bio-r --other-end 51.23,4.42 --wind 5 --wind-from 225")]
    [InlineData(4, "blast --at 51.2194,4.4025 --mass 1000 --distance 50,100")]
    [InlineData(2, "fireball --at 51.2194,4.4025 --mass 50000 --heat-of-combustion 46000 --flux 3 --flux 8")]
    public async Task Zones_leave_as_geojson_that_the_map_takes_back_and_the_result_as_one_document(int zones, string line)
    {
        var file = Path.Combine(folder.FullName, "zones.geojson");
        var ran = await Belfryd.RunAsync([.. Hazard(line), "--author", "duty officer", "--json", "--out", file]);
        Assert.Equal((0, ""), (ran.Code, ran.Errors));
        using var result = JsonDocument.Parse(ran.Output);
        Assert.Equal(("belfry-hazard-1", "duty officer", zones), (result.RootElement.GetProperty("format").GetString(), result.RootElement.GetProperty("author").GetString(), result.RootElement.GetProperty("zones").GetArrayLength()));
        var area = Belfry.Geography.Area.FromGeoJson(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.True(area.Ok, area.ToString());
        Assert.Equal(result.RootElement.GetProperty("zones")[0].GetProperty("areaKm2").GetDouble(), area.Value.AreaKm2, area.Value.AreaKm2 * 0.2);
    }

    [Theory]
    [InlineData(1, "HAZ-001 wind speed: wind speed is 0.2 m/s; the model holds from 1 to 30 m/s.", "plume --at 51.2,4.4 --rate 1 --wind 0.2 --wind-from 225 --stability D --substance chlorine")]
    [InlineData(1, "HAZ-021 threshold far:", "plume --at 51.2,4.4 --rate 1 --wind 3 --wind-from 225 --stability F --threshold far=0.001")]
    [InlineData(1, "HAZ-004 at:", "blast --mass 10")]
    [InlineData(1, "GEO-001", "blast --at here --mass 10")]
    [InlineData(1, "HAZ-025 event:", "atp45 --at 51.2,4.4 --event nuclear --wind 3 --wind-from 225")]
    [InlineData(1, "HAZ-003 author:", "blast --at 51.2,4.4 --mass 10 --author _")]
    [InlineData(1, "HAZ-005 --out:", "blast --at 51.2,4.4 --mass 10 --out nowhere/at/all.geojson")]
    [InlineData(2, "--mass: \"10,5\" is no number", "blast --at 51.2,4.4 --mass 10,5")]
    [InlineData(2, "Option '--rate' is required.", "plume --at 51.2,4.4 --wind 3 --wind-from 225 --stability F")]
    [InlineData(2, "--stack-flow and --stack-density go together.", "plume --at 51.2,4.4 --rate 1 --wind 3 --wind-from 225 --stability D --stack-flow 2")]
    public async Task What_cannot_be_done_is_told_on_standard_error_with_its_code(int code, string beginning, string line)
    {
        var ran = await Belfryd.RunAsync([.. Hazard(line).Select(word => word == "_" ? " " : word)]);
        Assert.Equal(code, ran.Code);
        Assert.Contains(beginning, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jet_needs_no_place_and_text_is_for_people()
    {
        var ran = await Belfryd.RunAsync(Hazard("jet --hole 0.01 --discharge 0.85 --pressure 501000 --density 8.9 --heat-ratio 1.15"));
        Assert.Equal((0, ""), (ran.Code, ran.Errors));
        Assert.Contains("mass rate                                  0.090028 kg/s", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_shown_once_two_persons_stand_for_it()
    {
        var (table, signed) = (Path.Combine(folder.FullName, "table.json"), Path.Combine(folder.FullName, "signed.json"));
        await File.WriteAllTextAsync(table, """{"format":"belfry-response-table-1","edition":"Invented 1","source":"nowhere","enteredBy":"Ann","enteredOn":"2026-03-01","isolation":[{"un":"9001","name":"testium","spill":"small","isolateMetres":11,"dayKm":0.1,"nightKm":0.2}],"levels":[]}""", TestContext.Current.CancellationToken);
        var seen = await Belfryd.RunAsync("geo", "hazard", "table", "check", table);
        Assert.DoesNotContain("testium", seen.Output, StringComparison.Ordinal);
        var digest = seen.Output.Split('\n').Single(row => row.StartsWith("digest", StringComparison.Ordinal)).Split(' ')[^1].Trim();
        var own = await Belfryd.RunAsync("geo", "hazard", "table", "confirm", table, "--by", "ann", "--rows", "1", "--digest", digest, "--out", signed);
        Assert.Equal((1, false), (own.Code, File.Exists(signed)));
        Assert.StartsWith("HAZ-035", own.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await Belfryd.RunAsync("geo", "hazard", "table", "confirm", table, "--by", "Bo", "--rows", "1", "--digest", digest, "--out", signed)).Code);
        var shown = await Belfryd.RunAsync("geo", "hazard", "table", "show", table, "--confirmation", signed, "--un", "9001");
        Assert.Contains("UN 9001 testium, small: isolate 11 m, protect 0.1 km by day, 0.2 km by night", shown.Output, StringComparison.Ordinal);
    }
}
