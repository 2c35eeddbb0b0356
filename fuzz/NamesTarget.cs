using Belfry.Passengers;

namespace Belfry.Fuzz;

/// <summary>Foreign bytes as a list, as passengers and as pairs: nothing throws and no record is lost.</summary>
static class NamesTarget
{
    public static void Names(byte[] bytes)
    {
        var file = new ListFile("fuzz", bytes);
        var list = Watchlist.Read([file]);
        if (list.Records != list.Entries.Count + list.Rejected.Count + list.NotPersons + list.Joined)
        {
            throw new InvalidOperationException($"{list.Records} records in, {list.Entries.Count} + {list.Rejected.Count} + {list.NotPersons} + {list.Joined} out");
        }

        using var screener = Screener.Over(list.Entries);
        if (NamedPersons.Read(file).TryGet(out var persons, out _))
        {
            foreach (var (_, person) in persons.Persons)
            {
                screener.Screen(person);
            }
        }

        NamePairs.Score(file);
    }
}
