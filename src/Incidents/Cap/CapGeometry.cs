using System.Globalization;

namespace Belfry.Incidents.Cap;

/// <summary>Text to positions and back, and what can be wrong with a ring.</summary>
static class CapGeometry
{
    // Comparisons of two segments before a ring counts as too tangled to judge: about 0.2 s.
    const int MostComparisons = 20_000_000;

    // Square degrees: about a square centimetre.
    const double Flat = 1e-14;

    /// <summary>Null when a pair is no pair of numbers; empty text is an empty ring.</summary>
    public static CapPolygon? Polygon(string text)
    {
        var positions = new List<CapPosition>();
        var span = text.AsSpan();
        foreach (var range in span.SplitAny(' ', '\t', '\r', '\n'))
        {
            var pair = span[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (Position(pair) is not { } position)
            {
                return null;
            }

            positions.Add(position);
        }

        return new CapPolygon(positions);
    }

    public static CapCircle? Circle(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Position(parts[0]) is { } centre && Number(parts[1]) is { } radius ? new CapCircle(centre, radius) : null;
    }

    public static string Text(CapPosition position) => $"{Text(position.Latitude)},{Text(position.Longitude)}";

    /// <summary>Shortest text that reads back as the same number, never with an exponent.</summary>
    public static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? number.ToString("F30", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.') : text;
    }

    public static bool InRange(CapPosition position) => Math.Abs(position.Latitude) <= 90 && Math.Abs(position.Longitude) <= 180;

    public static bool IsClosed(CapPolygon ring) => ring.Positions.Count > 0 && ring.Positions[0] == ring.Positions[^1];

    /// <summary>All corners on one line, or there are fewer than three.</summary>
    public static bool IsLine(CapPolygon ring) => Surface(ring).Spread < Flat;

    /// <summary>Goes out and back over the same corners. Asked after <see cref="SelfCrossing"/>: two equal lobes of an eight cancel out as well.</summary>
    public static bool IsFlat(CapPolygon ring) => Math.Abs(Surface(ring).Twice) < Flat;

    static (double Twice, double Spread) Surface(CapPolygon ring)
    {
        double twice = 0, spread = 0;
        for (var at = 1; at + 1 < ring.Positions.Count; at++)
        {
            var (first, a, b) = (ring.Positions[0], ring.Positions[at], ring.Positions[at + 1]);
            var cross = Cross(first, a, b);
            twice += cross;
            spread += Math.Abs(cross);
        }

        return (twice, spread);
    }

    /// <summary>Where the ring crosses or runs over itself; null when it does not; TooTangled when finding out costs too much.</summary>
    public static Crossing? SelfCrossing(CapPolygon ring)
    {
        var edges = new List<Edge>(ring.Positions.Count);
        for (var at = 0; at + 1 < ring.Positions.Count; at++)
        {
            if (ring.Positions[at] != ring.Positions[at + 1])
            {
                edges.Add(new Edge(ring.Positions[at], ring.Positions[at + 1], edges.Count));
            }
        }

        // A sweep from west to east keeps only edges whose longitudes overlap.
        var sorted = edges.OrderBy(edge => edge.West).ToList();
        var active = new List<Edge>();
        var comparisons = 0;
        foreach (var edge in sorted)
        {
            active.RemoveAll(other => other.East < edge.West);
            comparisons += active.Count;
            if (comparisons > MostComparisons)
            {
                return new Crossing(edge.From, TooTangled: true);
            }

            foreach (var other in active)
            {
                if (other.South <= edge.North && other.North >= edge.South && !Adjacent(edge, other, edges.Count) && Crosses(edge, other))
                {
                    return new Crossing(edge.From, TooTangled: false);
                }
            }

            active.Add(edge);
        }

        return null;
    }

    static CapPosition? Position(ReadOnlySpan<char> pair)
    {
        var comma = pair.IndexOf(',');
        return comma > 0 && Number(pair[..comma]) is { } latitude && Number(pair[(comma + 1)..]) is { } longitude ? new CapPosition(latitude, longitude) : null;
    }

    static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number + 0.0 : null;

    static bool Adjacent(Edge a, Edge b, int count) => Math.Abs(a.Number - b.Number) is var apart && (apart <= 1 || apart == count - 1);

    // Touching in a corner is common in real warnings and harmless; crossing and running over one another are not.
    static bool Crosses(Edge a, Edge b)
    {
        var (p, q) = (Math.Sign(Cross(a.From, a.To, b.From)), Math.Sign(Cross(a.From, a.To, b.To)));
        var (r, s) = (Math.Sign(Cross(b.From, b.To, a.From)), Math.Sign(Cross(b.From, b.To, a.To)));
        return (p == 0 && q == 0) ? Overlap(a, b) : p * q < 0 && r * s < 0;
    }

    static bool Overlap(Edge a, Edge b) =>
        Math.Min(a.East, b.East) > Math.Max(a.West, b.West) || Math.Min(a.North, b.North) > Math.Max(a.South, b.South);

    static double Cross(CapPosition o, CapPosition a, CapPosition b) =>
        ((a.Longitude - o.Longitude) * (b.Latitude - o.Latitude)) - ((a.Latitude - o.Latitude) * (b.Longitude - o.Longitude));

    /// <param name="At">Near here.</param>
    internal readonly record struct Crossing(CapPosition At, bool TooTangled);

    sealed record Edge(CapPosition From, CapPosition To, int Number)
    {
        public double West { get; } = Math.Min(From.Longitude, To.Longitude);

        public double East { get; } = Math.Max(From.Longitude, To.Longitude);

        public double South { get; } = Math.Min(From.Latitude, To.Latitude);

        public double North { get; } = Math.Max(From.Latitude, To.Latitude);
    }
}
