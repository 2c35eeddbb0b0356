namespace Belfry.Passengers.Matching;

/// <summary>Every word met so far, made once. A lane of screening has its own, so that no lock is taken; past its limit it starts anew.</summary>
sealed class WordBook(NameTables tables, int mostWords)
{
    readonly Dictionary<string, NameWord> words = new(StringComparer.Ordinal);

    public NameTables Tables => tables;

    public NameWord Word(ReadOnlySpan<char> letters)
    {
        if (letters.Length > NameWord.MostLetters)
        {
            letters = letters[..NameWord.MostLetters];
        }

        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(letters, out var known))
        {
            return known;
        }

        if (words.Count >= mostWords)
        {
            words.Clear();
        }

        var text = letters.ToString();
        return words[text] = new NameWord(text, WordKinds.Of(text), tables);
    }
}
