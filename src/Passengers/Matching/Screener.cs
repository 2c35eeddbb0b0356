using Belfry.Passengers.Matching;

namespace Belfry.Passengers;

/// <param name="Entry">The list's entry.</param>
/// <param name="Score">At least <see cref="Decision.Possible"/>.</param>
public sealed record ListMatch(WatchlistEntry Entry, Score Score);

/// <summary>
/// Lists made ready to find passengers in. Built once for each version of the lists (about 13 s and 0.85 GB with the entries for a million), then shared by any
/// number of threads. The same lists and the same passenger always give the same matches, whatever the thread.
/// </summary>
public sealed class Screener : IDisposable
{
    readonly NameIndex index;
    readonly ThreadLocal<ScreeningLane> lanes;

    Screener(NameIndex index, NameTables tables)
    {
        this.index = index;
        var documents = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < index.Entries.Count; at++)
        {
            foreach (var number in index.Entries[at].Documents)
            {
                if (DocumentNumbers.Fold(number) is { } folded)
                {
                    (documents.TryGetValue(folded, out var entries) ? entries : documents[folded] = []).Add(at);
                }
            }
        }

        lanes = new ThreadLocal<ScreeningLane>(() => new ScreeningLane(index, documents, tables), trackAllValues: false);
    }

    /// <summary>Of the table of weights; stored with every match.</summary>
    public static string Version => ScoreTable.Version;

    /// <summary>Entries, and the names of all their spellings.</summary>
    public (int Entries, int Names) Size => (index.Entries.Count, index.Names);

    /// <param name="entries">Kept by reference; must not change.</param>
    public static Screener Over(IReadOnlyList<WatchlistEntry> entries) => new(NameIndex.Over(entries, NameTables.Default), NameTables.Default);

    /// <summary>Everyone on the lists this person may be, the likeliest first. Empty for most. A person without a readable name is found by document only through a name: refuse it before.</summary>
    public IReadOnlyList<ListMatch> Screen(NamedPerson person) => lanes.Value!.Screen(person);

    /// <summary>How many names the last passenger of this thread was held against, and how many of them word by word.</summary>
    internal (int Candidates, int Compared) LastWork => lanes.Value!.Work;

    /// <summary>Two records against each other, by the same table of weights. No name on one side scores nothing.</summary>
    public static Score Compare(NamedPerson one, NamedPerson other) => PairComparison.Of(one, other, NameTables.Default);

    public void Dispose() => lanes.Dispose();
}
