namespace Belfry.Passengers.Matching;

/// <summary>Two records against each other, outside any index.</summary>
static class PairComparison
{
    const int MostKnownWords = 20_000;

    [ThreadStatic]
    static WordBook? book;

    public static Score Of(NamedPerson one, NamedPerson other, NameTables tables)
    {
        book ??= new WordBook(tables, MostKnownWords);
        var names = (from left in Name.Read(one.FullName, book)
                     from right in Name.Read(other.FullName, book)
                     where !left.Empty && !right.Empty
                     select NameComparison.Of(left, right)).MaxBy(comparison => comparison.Tenths);
        var entry = new WatchlistEntry("", "", [new ListedName(other.FullName)], other.Born is { } born ? [born] : [], other.Countries ?? [], other.Documents ?? [], other.Sex);
        return names is null
            ? new Score(0, Decision.None, [], ScoreTable.Version, false)
            : Scoring.Explained(names, false, one, entry, CountryCodes.Default, Shared(one, other));
    }

    static string? Shared(NamedPerson one, NamedPerson other)
    {
        var numbers = (other.Documents ?? []).Select(DocumentNumbers.Fold).OfType<string>().ToHashSet();
        return (one.Documents ?? []).FirstOrDefault(number => DocumentNumbers.Fold(number) is { } folded && numbers.Contains(folded));
    }
}
