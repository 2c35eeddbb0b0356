using System.Globalization;
using System.Xml.Linq;

namespace Belfry.Incidents.Cap;

/// <summary>Polygons, circles, heights of one area.</summary>
sealed class AreaRules(CapFindings findings)
{
    // Half around the earth.
    const double MostKilometres = 20_040;

    public void Run(XElement area)
    {
        var space = area.Name.Namespace;
        var (polygons, circles) = (area.Elements(space + "polygon").ToList(), area.Elements(space + "circle").ToList());
        polygons.ForEach(Polygon);
        circles.ForEach(Circle);
        if (polygons.Count + circles.Count == 0)
        {
            findings.Add(area.Element(space + "geocode") is null ? CapRuleTable.AreaNowhere : CapRuleTable.GeocodeOnly, area);
        }

        if (area.Element(space + "ceiling") is { } ceiling)
        {
            Ceiling(ceiling, area.Element(space + "altitude"));
        }
    }

    void Polygon(XElement element)
    {
        if (CapGeometry.Polygon(element.Value) is not { } ring)
        {
            findings.Add(CapRuleTable.PolygonSyntax, element);
            return;
        }

        foreach (var position in ring.Positions.Where(position => !CapGeometry.InRange(position)).Take(1))
        {
            findings.Add(CapRuleTable.OffEarth, element, ("found", CapGeometry.Text(position)));
        }

        if (ring.Positions.Count < 4)
        {
            findings.Add(CapRuleTable.PolygonShort, element, ("count", ring.Positions.Count.ToString(CultureInfo.InvariantCulture)));
        }
        else if (!CapGeometry.IsClosed(ring))
        {
            findings.Add(CapRuleTable.PolygonOpen, element);
        }
        else if (CapGeometry.IsLine(ring))
        {
            findings.Add(CapRuleTable.PolygonFlat, element);
        }
        else if (CapGeometry.SelfCrossing(ring) is { } crossing)
        {
            findings.Add(crossing.TooTangled ? CapRuleTable.PolygonTangled : CapRuleTable.PolygonCrossed, element, ("found", CapGeometry.Text(crossing.At)));
        }
        else if (CapGeometry.IsFlat(ring))
        {
            findings.Add(CapRuleTable.PolygonFlat, element);
        }
    }

    void Circle(XElement element)
    {
        if (CapGeometry.Circle(element.Value) is not { } circle)
        {
            findings.Add(CapRuleTable.CircleSyntax, element);
            return;
        }

        if (!CapGeometry.InRange(circle.Centre))
        {
            findings.Add(CapRuleTable.OffEarth, element, ("found", CapGeometry.Text(circle.Centre)));
        }

        if (circle.RadiusKilometres is < 0 or > MostKilometres)
        {
            findings.Add(CapRuleTable.CircleRadius, element, ("found", CapGeometry.Text(circle.RadiusKilometres)));
        }
        else if (circle.RadiusKilometres == 0)
        {
            findings.Add(CapRuleTable.CircleZero, element);
        }
    }

    void Ceiling(XElement ceiling, XElement? altitude)
    {
        if (altitude is null)
        {
            findings.Add(CapRuleTable.CeilingAlone, ceiling);
        }
        else if (Height(ceiling) is { } top && Height(altitude) is { } bottom && top < bottom)
        {
            findings.Add(CapRuleTable.CeilingLow, ceiling);
        }
    }

    static decimal? Height(XElement element) =>
        decimal.TryParse(element.Value, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var feet) ? feet : null;
}
