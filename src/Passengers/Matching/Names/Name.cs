namespace Belfry.Passengers.Matching;

/// <summary>One reading of a name: its words in order, at most <see cref="MostWords"/>, titles gone.</summary>
sealed class Name
{
    /// <summary>Eleven words is the longest name in the EU, UN and OFAC lists once titles are gone; the alignment is exponential in it.</summary>
    public const int MostWords = 10;

    Name(NameWord[] words, string[]? signs, bool vowelless, bool cut)
    {
        (Words, Signs, Vowelless, Cut) = (words, signs, vowelless, cut);
        Proper = Array.TrueForAll(words, word => word.Kind == WordKind.Word) ? words : Array.FindAll(words, word => word.Kind == WordKind.Word);
        if (Proper.Length == 0)
        {
            Proper = Array.FindAll(words, word => word.Kind != WordKind.Initial);
        }

        foreach (var word in Proper)
        {
            Rarity += word.Rarity;
        }

        Rarity += Small * ScoreTable.MostSmall;
    }

    /// <summary>All words, particles and initials among them, in the order written.</summary>
    public NameWord[] Words { get; }

    /// <summary>The words that identify: no particle, no initial, unless there is nothing else.</summary>
    public NameWord[] Proper { get; }

    /// <summary>Sum over the proper words, tenths of a bit: the most a comparison of names can bring.</summary>
    public int Rarity { get; }

    /// <summary>One reading for each sign of a name written in Chinese or Korean signs only; null otherwise. Two such names differ when a sign does.</summary>
    public string[]? Signs { get; }

    public bool Vowelless { get; }

    /// <summary>Characters, letters of a word or words past the limits were left out.</summary>
    public bool Cut { get; }

    /// <summary>Particles and titles beside the only proper word, which then count a little; 0 where there are two proper words.</summary>
    public int Small => Proper.Length < 2 ? Words.Length - Proper.Length : 0;

    public bool Empty => Words.Length == 0;

    /// <summary>A name whose words are already known: how the index keeps them.</summary>
    public static Name Of(NameWord[] words, bool vowelless) => new(words, null, vowelless, false);

    public static IEnumerable<Name> Read(string text, WordBook book)
    {
        var reading = Romaniser.Read(text, book.Tables);
        yield return From(reading.First, reading, book);
        if (reading.Second is { } second)
        {
            yield return From(second, reading, book);
        }
    }

    static Name From(string letters, Reading reading, WordBook book)
    {
        var cut = reading.Cut;
        var words = new List<NameWord>(6);
        foreach (var range in letters.AsSpan().Split(' '))
        {
            if (range.End.Value > range.Start.Value)
            {
                cut |= range.End.Value - range.Start.Value > NameWord.MostLetters;
                AddParts(letters.AsSpan(range), book, words);
            }
        }

        // HAJI IBRAHIM keeps his title: without it one word would be left.
        if (words.Count(word => word.Kind == WordKind.Word) > 1)
        {
            words.RemoveAll(word => word.Kind == WordKind.Title);
        }

        // Too many: the particles go first, then the last.
        if (words.Count > MostWords)
        {
            words.RemoveAll(word => word.Kind == WordKind.Particle);
            cut |= words.Count > MostWords;
        }

        return new Name([.. words.Take(MostWords)], reading.Signs, reading.Vowelless, cut);
    }

    // ABDURRAHMAN and ABD AL-RAHMAN, SAIFUDDIN and SAIF AL-DIN are one name: the servant-of and the of-the-faith are taken apart.
    static void AddParts(ReadOnlySpan<char> word, WordBook book, List<NameWord> words)
    {
        foreach (var servant in (ReadOnlySpan<string>)["ABDUL", "ABDEL", "ABDAL", "ABDOUL", "ABDUR", "ABDUS", "ABDER", "ABDES", "ABDOU"])
        {
            if (word.Length >= servant.Length + 3 && word.StartsWith(servant, StringComparison.Ordinal) && word[servant.Length..] is not ("LAH" or "LLAH" or "LAHI"))
            {
                words.Add(book.Word("ABDUL"));
                AddParts(word[servant.Length..], book, words);
                return;
            }
        }

        foreach (var faith in (ReadOnlySpan<string>)["UDDIN", "EDDIN", "ADDIN", "EDDINE", "UDDINE", "IDDIN", "UDIN"])
        {
            if (word.Length >= faith.Length + 3 && word.EndsWith(faith, StringComparison.Ordinal))
            {
                words.Add(book.Word(word[..^faith.Length]));
                words.Add(book.Word("DIN"));
                return;
            }
        }

        words.Add(book.Word(word));
    }

    public override string ToString() => string.Join<NameWord>(' ', Words);
}
