using System.Collections;
using System.Globalization;
using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Rehearsal;

/// <summary>
/// Invented people, the same ones at every start: names nobody has, numbers in the range that no operator gives out, addresses that end in
/// .invalid. As many per municipality as its share of the population; Pepinster has more, so that the first rehearsal has a crowd.
/// </summary>
sealed class Crowd(Belgium belgium, Clock clock, int wanted) : IEnumerable<Subscription>
{
    static readonly string[] First = ["Abelia", "Bontje", "Cirrus", "Dorineke", "Eskil", "Flarien", "Gwizzy", "Hortemma", "Izabolt", "Jonkvis", "Klaver", "Lumineux", "Mistral", "Nonneke", "Orvalin", "Pimpel", "Quaxo", "Rozebot", "Saffraan", "Tintela"];
    static readonly string[] Last = ["Wolkenpot", "Brumelune", "Donderkast", "Rosée-du-Nord", "Regenboogman", "Chantegrêle", "Zonnetoren", "Ventdoux", "Klokkenspel", "Grandeplume", "Nachtkaars", "Pommedair", "Windhoek", "Bellegoutte", "Sterrekijk", "Fontclaire"];

    public IEnumerator<Subscription> GetEnumerator()
    {
        var municipalities = belgium.Municipalities(DateOnly.FromDateTime(clock.Now.UtcDateTime));
        var total = municipalities.Sum(one => (double)one.People);
        var chance = new Chance(20_261_124);
        var number = 0;
        foreach (var municipality in municipalities)
        {
            var share = Math.Max(1, (int)Math.Round((double)wanted * municipality.People / total));
            var count = municipality.Refnis == "63058" ? Math.Min(400, Math.Max(share, wanted / 50)) : share;
            for (var at = 0; at < count && number < wanted + 400; at++, number++)
            {
                yield return Person(municipality, chance, number);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static Subscription Person(Municipality home, Chance chance, int number)
    {
        var official = home.Languages.Official;
        var language = chance.Next(100) < 92 ? official[chance.Next(official.Count)] : Language.En;
        var (first, last) = (First[chance.Next(First.Length)], Last[chance.Next(Last.Length)]);
        var contacts = new List<(ChannelKind, string, bool)> { (ChannelKind.Sms, "+3240" + (1_000_000 + number).ToString(CultureInfo.InvariantCulture), chance.Next(100) < 97) };
        if (chance.Next(100) < 45)
        {
            contacts.Add((ChannelKind.Email, FormattableString.Invariant($"{first}.{last}.{number}@mail.invalid").ToLowerInvariant().Replace('é', 'e').Replace('ê', 'e'), chance.Next(100) < 94));
        }

        return new Subscription($"{first} {last}", language, contacts, [Near(home.Centre, chance)], chance.Next(100) < 82, chance.Next(100) < 60);
    }

    // A couple of kilometres around the centre, denser towards it.
    static Position Near(Position centre, Chance chance)
    {
        var (distance, angle) = (2.2 * chance.Unit() * chance.Unit(), Math.Tau * chance.Unit());
        var place = Position.Of(centre.Latitude + distance * Math.Cos(angle) / 111.2, centre.Longitude + distance * Math.Sin(angle) / (111.2 * Math.Cos(centre.Latitude * Math.PI / 180)));
        return place.Ok ? place.Value : centre;
    }

    /// <summary>SplitMix64: the same people at every start.</summary>
    sealed class Chance(ulong state)
    {
        public int Next(int below) => (int)(Bits() % (ulong)below);

        public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

        ulong Bits()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15UL;
                var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
                return mixed ^ (mixed >> 31);
            }
        }
    }
}
