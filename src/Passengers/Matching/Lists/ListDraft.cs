using Belfry.Kernel;

namespace Belfry.Passengers.Matching;

/// <summary>A list while it is being read; keeps the account that every record in is an entry, a rejection, a not-person or an alias joined.</summary>
sealed class ListDraft(string file)
{
    readonly List<WatchlistEntry> entries = [];
    readonly List<RejectedRecord> rejected = [];
    readonly List<RejectedRecord> noticed = [];

    /// <summary>Aliases waiting for their entry: (list, id, name, weak, record, line).</summary>
    public List<(string File, string Id, ListedName Name, int Record, int Line)> Aliases { get; } = [];

    /// <summary>Ids of records that are no persons, so that their aliases are not called lost.</summary>
    public HashSet<string> Others { get; } = new(StringComparer.Ordinal);

    public List<WatchlistEntry> Entries => entries;

    public int Records { get; set; }

    public int NotPersons { get; set; }

    public int Joined { get; set; }

    public void Reject(int record, int line, Problem problem) => rejected.Add(new RejectedRecord(file, record, line, problem));

    public void Reject(string otherFile, int record, int line, Problem problem) => rejected.Add(new RejectedRecord(otherFile, record, line, problem));

    public void Enter(int record, int line, string id, IEnumerable<ListedName> names, string bornText, IReadOnlyList<BirthDate> born, IEnumerable<string> countries, IEnumerable<string> documents, Sex sex)
    {
        var readable = names.Where(name => name.Text.AsSpan().ContainsAnyExcept(" .,-") && name.Text.Any(char.IsLetter)).Distinct().ToList();
        if (readable.Count == 0)
        {
            Reject(record, line, MatchingProblems.NoName.At("name"));
            return;
        }

        if (born.Count == 0 && !string.IsNullOrWhiteSpace(bornText))
        {
            noticed.Add(new RejectedRecord(file, record, line, MatchingProblems.DateUnread.At("birthDate", ("text", bornText.Length > 60 ? bornText[..60] : bornText))));
        }

        entries.Add(new WatchlistEntry(file, id, readable, born, Given(countries), Given(documents), sex));
    }

    public void Add(ListDraft other)
    {
        entries.AddRange(other.entries);
        rejected.AddRange(other.rejected);
        noticed.AddRange(other.noticed);
        Aliases.AddRange(other.Aliases);
        Others.UnionWith(other.Others);
        Records += other.Records;
        NotPersons += other.NotPersons;
        Joined += other.Joined;
    }

    public Watchlist Done() => new(entries, rejected, noticed, NotPersons, Joined, Records);

    static List<string> Given(IEnumerable<string> texts) => [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct()];
}
