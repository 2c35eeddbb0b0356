using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Shell.Look;
using Xunit;

namespace Belfry.Tests.Shell.Look;

/// <summary>Times, numbers, problems and worlds as the reader meets them.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData(-3, Language.Nl, "3 min geleden")]
    [InlineData(-3, Language.Fr, "il y a 3 min")]
    [InlineData(7, Language.De, "in 7 min")]
    [InlineData(-300, Language.En, "5 h ago")]
    [InlineData(0, Language.Nl, "zojuist")]
    [InlineData(-60, Language.Nl, "1 u geleden")]
    public void A_relative_time_reads_as_people_say_it(int minutes, Language language, string said) =>
        Assert.Equal(said, Spoken.Text(Rendering.Now.AddMinutes(minutes), Rendering.Frame(language), relative: true));

    [Fact]
    public void A_time_is_local_and_its_exact_instant_stands_behind_it()
    {
        var frame = Rendering.Frame(Language.En);
        Assert.Equal("14:05", Spoken.Text(Rendering.Now, frame, relative: false));
        Assert.Equal("Tue 24 Nov 2026 14:05:09 (+01:00) = 13:05:09 UTC", Spoken.Exact(Rendering.Now, frame));
        Assert.Equal("15 Oct 15:05", Spoken.Text(Rendering.Now.AddDays(-40), frame, relative: true));
    }

    [Theory]
    [InlineData("2026-07-01T14:05", "2026-07-01T12:05:00Z")]
    [InlineData("2026-11-24T14:05:09", "2026-11-24T13:05:09Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-03-29T02:30", null)]
    [InlineData("24/11/2026 14:05", null)]
    [InlineData(null, null)]
    public void A_local_time_is_read_in_its_zone_and_an_hour_that_never_was_is_refused(string? text, string? instant) =>
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), LocalTime.Read(text, Rendering.Frame().Zone));

    [Fact]
    public async Task A_problem_stands_beside_its_field_and_the_field_points_at_it()
    {
        var kind = new ProblemKind("LOOK-001", 422, LocalizedText.Same("Too far: {given} m."));
        var frame = Rendering.Frame() with { Problems = [kind.At("area.buffer", ("given", 9000))] };
        var html = await Rendering.HtmlAsync<TextField>(frame, ("Name", "area.buffer"), ("Label", LocalizedText.Same("Buffer")), ("Value", "9000"));
        Assert.Contains("aria-invalid=\"true\" aria-describedby=\"f-area-buffer-problem\"", html, StringComparison.Ordinal);
        Assert.Contains("Too far: 9000 m.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"9000\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/#f-area-buffer\"", await Rendering.HtmlAsync<ProblemList>(frame), StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", await Rendering.HtmlAsync<TextField>(frame, ("Name", "other"), ("Label", LocalizedText.Same("Other"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(World.Exercise, Language.Fr, "Exercice")]
    [InlineData(World.Test, Language.Nl, "Test")]
    [InlineData(World.Real, Language.Nl, null)]
    public async Task A_screen_and_its_send_button_say_the_world_unless_it_is_the_real_one(World world, Language language, string? word)
    {
        var frame = Rendering.Frame(language, world);
        var page = await Rendering.HtmlAsync<Gallery>(frame, ("Part", "public"));
        Assert.Contains($"data-world=\"{world.ToString().ToLowerInvariant()}\"", page, StringComparison.Ordinal);
        Assert.Equal(word is not null, page.Contains("class=\"world\"", StringComparison.Ordinal));
        var button = await Rendering.HtmlAsync<Button>(frame, ("Kind", ButtonKind.Send));
        Assert.Equal(word is not null, button.Contains("button-world", StringComparison.Ordinal));
        Assert.Equal(word is not null, button.Contains($">{word ?? "Echt"}<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_user_wrote_is_text_and_never_markup()
    {
        var area = new MapArea("a", "<img src=x onerror=alert(1)>", """{"type":"Point","coordinates":[5,50]}""");
        var html = await Rendering.HtmlAsync<Map>(Rendering.Frame(), ("Areas", (IReadOnlyList<MapArea>)[area]), ("FieldName", "area"), ("Value", "\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_room_one_is_in_is_marked_by_the_longest_address_that_begins_the_path()
    {
        NavigationEntry Room(string address) => new(RiskSide.Respond, LocalizedText.Same(address), address);
        var frame = Rendering.Frame() with { Address = "/incidents/14/log?x=1", Navigation = [Room("/incidents"), Room("/incidents/14"), Room("/incidents/1"), Room("/inc")] };
        var html = await Rendering.HtmlAsync<Rail>(frame);
        Assert.Contains("<a href=\"/incidents/14\" aria-current=\"page\">", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("aria-current").Length);
        Assert.Equal(6, html.Split("<section").Length - 1);
    }
}
