using System.Buffers.Binary;
using System.Globalization;
using Belfry.Geography;

namespace Belfry.Bench.Geo;

/// <summary>A country of generated addresses and polygons over it; the same for everyone, from one seed.</summary>
static class Country
{
    public static List<Address> Addresses(int count)
    {
        var dice = new Dice(20_190_704);
        var municipalities = Belgium.Load().Municipalities(new(2025, 1, 1));
        var total = municipalities.Sum(one => (long)one.People);
        var (found, share) = (new List<Address>(count), 0L);
        foreach (var municipality in municipalities)
        {
            share += municipality.People;
            while (found.Count < share * count / total)
            {
                // Three throws added: dense in the middle, thin outside, some kilometres across.
                var (north, east) = (dice.Next() + dice.Next() + dice.Next() - 1.5, dice.Next() + dice.Next() + dice.Next() - 1.5);
                found.Add(new Address(dice.Id(), Position.Of(municipality.Centre.Latitude + (north * 0.035), municipality.Centre.Longitude + (east * 0.055)).Value));
            }
        }

        dice.Shuffle(found); // people do not register in the order of the map
        return found;
    }

    /// <summary>Stars with 1,000 to 20,000 addresses inside.</summary>
    public static List<Area> Polygons(List<Address> everyone, int count)
    {
        var dice = new Dice(14_072_021);
        var areas = new List<Area>(count);
        while (areas.Count < count)
        {
            var centre = everyone[(int)(dice.Next() * everyone.Count)].At;
            var size = 0.01 * Math.Pow(12, dice.Next());
            if (Area.FromGeoJson(Star(centre, size, dice)).TryGet(out var area, out _) && everyone.Count(one => Within(area.Bounds, one.At) && area.Contains(one.At)) is >= 1_000 and <= 20_000)
            {
                areas.Add(area);
            }
        }

        return areas;
    }

    static bool Within(Bounds box, Position at) => at.Latitude >= box.South && at.Latitude <= box.North && at.Longitude >= box.West && at.Longitude <= box.East;

    static string Star(Position centre, double size, Dice dice)
    {
        var arms = 12 + (int)(dice.Next() * 84);
        var points = Enumerable.Range(0, arms).Select(at =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * at / arms);
            var arm = size * (0.5 + (dice.Next() / 2));
            return string.Create(CultureInfo.InvariantCulture, $"[{centre.Longitude + (arm * 1.5 * cos):0.0000000},{centre.Latitude + (arm * sin):0.0000000}]");
        }).ToList();
        return $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', points.Append(points[0]))}}]]}""";
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    sealed class Dice(ulong seed)
    {
        ulong state = seed;

        public double Next() => (Throw() >> 11) * (1.0 / (1UL << 53));

        public Guid Id()
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Throw());
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Throw());
            return new Guid(bytes, bigEndian: true);
        }

        public void Shuffle(List<Address> list)
        {
            for (var at = list.Count - 1; at > 0; at--)
            {
                var other = (int)(Next() * (at + 1));
                (list[at], list[other]) = (list[other], list[at]);
            }
        }

        ulong Throw()
        {
            unchecked
            {
                var z = state += 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
