using System.Text;
using Belfry.Incidents;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

public sealed class CapWriterTests
{
    static readonly Gen<string> Words = Gen.Char["<>&\"'abz é€,;=\r\n\t]\u202E\uFFFD"].Array[0, 20].Select(letters => new string(letters));
    static readonly Gen<string?> Maybe = Gen.Select(Gen.Bool, Words).Select((none, text) => none ? null : text);
    static readonly Gen<string?> Address = Of(null, "https://example.org/a?b=1&c=%20", "map.png", "");
    static readonly Gen<DateTimeOffset> Times = Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Int[-14 * 60, 14 * 60])
        .Select((seconds, minutes) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(minutes)));

    static readonly Gen<DateTimeOffset?> MaybeTimes = Gen.Select(Gen.Bool, Times).Select((none, time) => none ? (DateTimeOffset?)null : time);
    static readonly Gen<CapValue[]> Values = Gen.Select(Words, Words).Select((name, value) => new CapValue(name, value)).Array[0, 3];
    static readonly Gen<CapPosition> Positions = Gen.Select(Gen.Double[-90, 90], Gen.Double[-0.001, 180]).Select((latitude, longitude) => new CapPosition(Math.Round(latitude, 9) + 0.0, Math.Round(longitude, 9) + 0.0));

    static readonly Gen<CapArea> Areas = Gen.Select(Words, Positions.Array[0, 6].Array[0, 2], Gen.Select(Positions, Gen.Double[0, 1e-3]).Array[0, 2], Values, Gen.Int[-5, 99_999])
        .Select((description, rings, circles, codes, feet) => new CapArea
        {
            Description = description,
            Polygons = [.. rings.Select(ring => new CapPolygon(ring))],
            Circles = [.. circles.Select(circle => new CapCircle(circle.Item1, Math.Round(circle.Item2, 9)))],
            Geocodes = codes,
            Altitude = feet < 0 ? null : feet / 100m,
            Ceiling = feet % 2 == 0 ? null : feet,
        });

    static readonly Gen<CapResource> Resources = Gen.Select(Words, Words, Gen.Long[-1, long.MaxValue], Address, Maybe, Maybe)
        .Select((description, type, size, uri, content, digest) => new CapResource
        {
            Description = description,
            MimeType = type,
            Size = size < 0 ? null : size,
            Uri = uri,
            DerefUri = content,
            Digest = digest,
        });

    static readonly Gen<CapInfo> Infos = Gen.Select(
            Gen.Select(Of(null, "nl-BE", "es-419", "zh"), Gen.Enum<CapCategory>().Array[1, 3], Words, Gen.Enum<CapResponse>().Array[0, 3], Gen.Enum<CapUrgency>(), Gen.Enum<CapSeverity>(), Gen.Enum<CapCertainty>()),
            Gen.Select(Maybe, Values, MaybeTimes, MaybeTimes, MaybeTimes, Maybe, Maybe),
            Gen.Select(Maybe, Maybe, Address, Maybe, Values, Resources.Array[0, 2], Areas.Array[0, 2]))
        .Select((first, second, third) => new CapInfo
        {
            Language = first.Item1,
            Categories = first.Item2,
            Event = first.Item3,
            Responses = first.Item4,
            Urgency = first.Item5,
            Severity = first.Item6,
            Certainty = first.Item7,
            Audience = second.Item1,
            EventCodes = second.Item2,
            Effective = second.Item3,
            Onset = second.Item4,
            Expires = second.Item5,
            SenderName = second.Item6,
            Headline = second.Item7,
            Description = third.Item1,
            Instruction = third.Item2,
            Web = third.Item3,
            Contact = third.Item4,
            Parameters = third.Item5,
            Resources = third.Item6,
            Areas = third.Item7,
        });

    static readonly Gen<CapAlert> Alerts = Gen.Select(
            Gen.Select(Words, Words, Times, Gen.Enum<CapStatus>(), Gen.Enum<CapMessageType>(), Maybe, Gen.Enum<CapScope>()),
            Gen.Select(Maybe, Maybe, Words.Array[0, 3], Maybe, Times.Array[0, 2], Maybe, Infos.Array[0, 3]))
        .Select((first, second) => new CapAlert
        {
            Identifier = first.Item1,
            Sender = first.Item2,
            Sent = first.Item3,
            Status = first.Item4,
            MessageType = first.Item5,
            Source = first.Item6,
            Scope = first.Item7,
            Restriction = second.Item1,
            Addresses = second.Item2,
            Codes = second.Item3,
            Note = second.Item4,
            References = [.. second.Item5.Select((time, at) => new CapReference("sender@example", $"id-{at}", time))],
            Incidents = second.Item6,
            Infos = second.Item7,
        });

    static Gen<string?> Of(params string?[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    [Fact]
    public void Whatever_is_written_is_valid_and_read_again_as_the_same() => Alerts.Sample(
        alert =>
        {
            var bytes = CapWriter.Write(alert);
            Assert.Equal(CapSchemaVerdict.Valid, CapSchema.Validate(bytes).Verdict);
            var again = CapReader.Read(bytes).Value;
            Assert.Equal(CapJson.Of(alert), CapJson.Of(again));
            Assert.Equal(bytes, CapWriter.Write(again));
        },
        iter: 400);

    [Fact]
    public void Rules_never_throw_on_what_can_be_said() => Alerts.Sample(alert => CapRules.Check(alert, CapProfile.Belgium, CapAlerts.Noon).Count <= CapRules.MostFindings, iter: 400);

    [Fact]
    public void Times_have_an_offset_and_utc_is_minus_zero()
    {
        var text = Encoding.UTF8.GetString(CapWriter.Write(CapAlerts.Storm with { Sent = new(2026, 3, 1, 11, 0, 0, 500, TimeSpan.Zero) }));

        Assert.Contains("<sent>2026-03-01T11:00:00-00:00</sent>", text);
        Assert.Contains("<expires>2026-03-01T18:00:00+01:00</expires>", text);
        Assert.Contains("Blijf binnen &amp; sluit ramen &lt;deuren&gt;.", text);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n  <identifier>", text);
    }

    [Fact]
    public void What_cap_cannot_say_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.With((CapInfo info) => info with { Categories = [] })));
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.With((CapInfo info) => info with { Language = "no language" })));
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.With((CapInfo info) => info with { Headline = "bell \a" })));
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.With((CapInfo info) => info with { Headline = "half \uD800" })));
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.With((CapInfo info) => info with { Resources = [new() { Description = "x" }] })));
        Assert.Throws<ArgumentException>(() => CapWriter.Write(CapAlerts.Storm with { Status = (CapStatus)99 }));
    }
}
