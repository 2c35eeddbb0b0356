using System.Globalization;
using Belfry.Geography;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Areas;

public sealed class AreaTests
{
    static readonly DateOnly Now = new(2026, 1, 1);

    // A star around a point of Belgium with random arms: simple by construction, often concave.
    static readonly Gen<Area> Stars = Around(5, 60);

    static Gen<Area> Around(int least, int most) =>
        from latitude in Gen.Double[50.5, 51.0]
        from longitude in Gen.Double[4.0, 5.2]
        from size in Gen.Double[0.005, 0.3]
        from arms in Gen.Double[0.2, 1].Array[least, most]
        select Area.FromGeoJson(Star(latitude, longitude, size, arms)).Value;

    [Fact]
    public void Cells_and_edges_together_say_who_is_inside_exactly() => Stars.Sample(
        area =>
        {
            var box = area.Bounds;
            var ranges = area.CellRanges;
            Assert.InRange(ranges.Count, 1, 32);
            Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            for (var at = 0; at < 400; at++)
            {
                // A lattice without a seed: every point of the box is near one of them.
                var position = Position.Of(
                    box.South - 0.01 + ((box.North - box.South + 0.02) * (at * 0.754877666 % 1)),
                    box.West - 0.01 + ((box.East - box.West + 0.02) * (at * 0.569840291 % 1))).Value;
                var cell = Cell.Of(position);
                var range = ranges.Where(range => range.From <= cell && cell <= range.To).Select(range => (bool?)range.WhollyInside).SingleOrDefault();
                Assert.Equal(area.Contains(position), range is { } sure && (sure || area.Contains(position)));
                if (range == true)
                {
                    Assert.True(area.Contains(position));
                }
            }
        },
        iter: 150);

    [Fact]
    public void An_area_read_back_is_the_same_area() => Stars.Sample(
        area =>
        {
            var again = Area.FromGeoJson(area.ToGeoJson()).Value;
            Assert.Equal(area.ToGeoJson(), again.ToGeoJson());
            Assert.Equal(area.Digest, again.Digest);
        },
        iter: 100);

    [Fact]
    public void Cap_polygons_are_short_rings_that_leave_nobody_out() => Around(30, 400).Sample(
        area =>
        {
            var rings = area.CapPolygons;
            Assert.All(rings, ring => Assert.InRange(ring.Split(' ').Length, 4, 100));
            var back = Area.FromCap(rings, []).Value;
            Assert.True(back.AreaKm2 >= area.AreaKm2 * 0.999999);
            Assert.True(area.Union(back).AreaKm2 <= back.AreaKm2 * 1.000001, $"{area.Union(back).AreaKm2} {back.AreaKm2}");
        },
        iter: 60);

    [Fact]
    public void However_it_was_drawn_the_digest_is_the_same()
    {
        const string One = """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9],[4.3,50.8]]]}""";
        const string Other = """{ "coordinates": [[[4.40,50.90,12],[4.4,50.8,12],[4.3,50.8],[4.3,50.9],[4.4,50.9]]], "type": "Polygon" }""";
        Assert.Equal(Area.FromGeoJson(One).Value.Digest, Area.FromGeoJson($$"""{"type":"Feature","properties":{"a":[1,{}]},"geometry":{{Other}}}""").Value.Digest);
        Assert.Equal("""{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9],[4.3,50.8]]]}""", Area.FromGeoJson(Other).Value.ToGeoJson());
        Assert.Equal(Area.FromGeoJson(One).Value.Digest, Area.FromCapPolygon("50.8,4.3 50.8,4.4 50.9,4.4 50.9,4.3 50.8,4.3").Value.Digest);
    }

    [Fact]
    public void A_hole_is_outside_and_cap_goes_around_it()
    {
        var area = Area.FromGeoJson("""{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9],[4.3,50.8]],[[4.34,50.84],[4.36,50.84],[4.36,50.86],[4.34,50.86],[4.34,50.84]]]}""").Value;
        Assert.False(area.Contains(Position.Of(50.85, 4.35).Value));
        Assert.True(area.Contains(Position.Of(50.81, 4.31).Value));
        Assert.Equal(2, area.CapPolygons.Count);
        var back = Area.FromCap(area.CapPolygons, []).Value;
        Assert.False(back.Contains(Position.Of(50.85, 4.35).Value));
        Assert.Equal(area.AreaKm2, back.AreaKm2, 3);
        Assert.Equal(0.96, area.AreaKm2 / Area.FromCapPolygon("50.8,4.3 50.8,4.4 50.9,4.4 50.9,4.3 50.8,4.3").Value.AreaKm2, 4);
        Assert.Equal(0, area.CapMarginMetres);
    }

    [Fact]
    public void The_edge_is_inside()
    {
        var area = Area.FromCapPolygon("50.8,4.3 50.8,4.4 50.9,4.4 50.9,4.3 50.8,4.3").Value;
        Assert.True(area.Contains(Position.Of(50.8, 4.3).Value));
        Assert.True(area.Contains(Position.Of(50.8, 4.35).Value));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public void A_circle_has_the_surface_of_a_circle(double metres)
    {
        var area = Area.Circle(Position.Of(50.8467, 4.3525).Value, metres).Value;
        Assert.Equal(1, area.AreaKm2 / (Math.PI * metres * metres / 1e6), 3);
    }

    [Fact]
    public void Two_areas_are_one_and_apart_they_stay_two()
    {
        var one = Area.Circle(Position.Of(50.5, 4.5).Value, 1000).Value;
        var two = Area.Circle(Position.Of(51.0, 4.5).Value, 1000).Value;
        var both = one.Union(two);
        Assert.StartsWith("""{"type":"MultiPolygon",""", both.ToGeoJson(), StringComparison.Ordinal);
        Assert.Equal(one.AreaKm2 + two.AreaKm2, both.AreaKm2, 6);
        Assert.Equal(both.Digest, two.Union(one).Digest);
        Assert.Equal(both.Digest, Area.UnionOf([one, two, one]).Value.Digest);
    }

    [Fact]
    public void An_area_of_municipalities_touches_only_these()
    {
        var belgium = Belgium.Load();
        var area = Area.OfMunicipalities([belgium.Find("63058")!, belgium.Find("63079")!]).Value;
        var shares = area.Municipalities(Now);
        Assert.Equal(["63058", "63079"], shares.Select(share => share.Municipality.Refnis).Order());
        Assert.All(shares, share => Assert.Equal(1, share.Share));
    }

    [Fact]
    public void Every_cell_number_is_one_square()
    {
        var seen = new HashSet<long>();
        for (var x = 0L; x < 32; x++)
        {
            for (var y = 0L; y < 32; y++)
            {
                Assert.True(seen.Add(Cell.Number(x, y, 5)));
                Assert.Equal(Cell.Number(x / 2, y / 2, 4), Cell.Number(x, y, 5) >> 2);
            }
        }

        Assert.Equal(1023, seen.Max());
    }

    [Fact]
    public void The_numbering_of_cells_never_changes() =>
        Assert.Equal([9_914_145_834_823L, 0L], [Cell.Of(Position.Of(50.8467, 4.3525).Value), Cell.Of(Position.Of(-90, -180).Value)]);

    static string Star(double latitude, double longitude, double size, double[] arms)
    {
        var points = arms.Select((arm, at) => Math.SinCos(2 * Math.PI * at / arms.Length) is var (sin, cos) ? (X: longitude + (size * arm * 1.5 * cos), Y: latitude + (size * arm * sin)) : default).ToList();
        points.Add(points[0]);
        return """{"type":"Polygon","coordinates":[[""" + string.Join(',', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"[{point.X:0.0000000},{point.Y:0.0000000}]"))) + "]]}";
    }
}
