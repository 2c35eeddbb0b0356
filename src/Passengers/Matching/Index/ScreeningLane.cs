namespace Belfry.Passengers.Matching;

/// <summary>One thread's way through the index, with its own words and scratch space.</summary>
sealed class ScreeningLane(NameIndex index, IReadOnlyDictionary<string, List<int>> documents, NameTables tables)
{
    const int MostKnownWords = 200_000;

    readonly WordBook book = new(tables, MostKnownWords);
    readonly BlockingKey[] keys = new BlockingKey[BlockingKeys.MostKeys];
    readonly NameWord?[] words = new NameWord?[BlockingKeys.MostWords];
    readonly (int Start, int End)[] runs = new (int, int)[BlockingKeys.MostKeys];
    readonly List<(int Form, KeyKind Kind)> candidate = [];
    readonly uint[] masks = new uint[BlockingKeys.MostWords];
    readonly Dictionary<int, Found> found = [];
    int[] seen = new int[1024];
    int[] seenRound = new int[1024];
    int seenCount;
    int round;

    /// <summary>Candidates the last passenger had, and those compared in full: what speed is made of.</summary>
    public (int Candidates, int Compared) Work { get; private set; }

    public IReadOnlyList<ListMatch> Screen(NamedPerson person)
    {
        found.Clear();
        NextRound();
        var (candidates, compared) = (0, 0);
        foreach (var name in Name.Read(person.FullName, book))
        {
            if (!name.Empty)
            {
                Candidates(name, person, ref candidates, ref compared);
                Papers(name, person);
            }
        }

        Work = (candidates, compared);
        if (found.Count == 0)
        {
            return [];
        }

        return [.. found.OrderByDescending(pair => pair.Value.Total).ThenBy(pair => pair.Key)
            .Select(pair => new ListMatch(index.Entries[pair.Key], Scoring.Explained(pair.Value.Names, pair.Value.Weak, person, index.Entries[pair.Key], CountryCodes.Default, pair.Value.Document)))];
    }

    void Candidates(Name name, NamedPerson person, ref int candidates, ref int compared)
    {
        var count = BlockingKeys.Words(name, book, words);
        var own = words.AsSpan(0, count);
        for (var at = 0; at < count; at++)
        {
            masks[at] = own[at]!.Mask;
        }

        var made = new BlockingKeys(keys);
        made.AddNames(own, name.Proper.Length == 1, halves: true, seeking: true);
        var day = made.Count;
        if (person.Born is { Full: true } born)
        {
            made.AddDay(own, born.Year, born.Month, born.Day);
            if (born.Day <= 12 && born.Day != born.Month)
            {
                made.AddDay(own, born.Year, born.Day, born.Month);
            }
        }

        var whole = made.Count;
        made.AddWhole(name.Proper, lastFirst: false);
        made.AddWhole(name.Proper, lastFirst: true);
        index.Find(keys.AsSpan(0, made.Count), runs);
        Collect(made.Count, day, whole);
        candidates += candidate.Count;
        foreach (var (form, kind) in candidate)
        {
            if (kind == KeyKind.Whole || Worth(index[form], name, person, masks.AsSpan(0, count), kind == KeyKind.Day))
            {
                compared++;
                Compare(form, name, person);
            }
        }
    }

    void Collect(int count, int day, int whole)
    {
        candidate.Clear();
        for (var at = 0; at < count; at++)
        {
            var (key, (start, end)) = (keys[at], runs[at]);
            foreach (var posting in index.Postings(start, end))
            {
                var form = NameIndex.Form(posting, key);
                if (form >= 0 && See(form))
                {
                    candidate.Add((form, at >= whole ? KeyKind.Whole : at >= day ? KeyKind.Day : KeyKind.Words));
                }
            }
        }
    }

    // The first look, at one record of the index: enough words that could agree, and enough bits in the name against what the date takes away.
    // The second look, at the words: the most their likeness can bring. What passes is compared in full.
    bool Worth(in ListedForm form, Name name, NamedPerson person, ReadOnlySpan<uint> own, bool sameDay)
    {
        var beside = ScoreTable.MostBeside + Day(form, person);
        var need = sameDay || own.Length == 1 || (form.Traits & (FormTraits.Alone | FormTraits.Long)) != 0 ? 1 : 2;
        var vowelless = name.Vowelless || (form.Traits & FormTraits.Vowelless) != 0;
        return Math.Min(form.Rarity, name.Rarity) + beside >= ScoreTable.Possible && form.MayHold(own, need, vowelless)
            && MostGain(index.WordsOf(form), name, words.AsSpan(0, own.Length), name.Vowelless != ((form.Traits & FormTraits.Vowelless) != 0)) + beside >= ScoreTable.Possible;
    }

    static int Day(in ListedForm form, NamedPerson person) =>
        person.Born is not { } born ? 0
        : (form.Traits & FormTraits.DatesOpen) != 0 ? ScoreTable.BornSame.Tenths
        : form.Day == 0 ? 0
        : BirthComparison.Of(born, new BirthDate((int)(form.Day / 512), (int)(form.Day / 32 % 16), (int)(form.Day % 32))).Tenths;

    // Each word of the passenger with the word of the list that suits it best, whether or not another wants it too: never less than the alignment finds,
    // but for words joined or split, which come by the key of the whole name and are compared in full.
    static int MostGain(ReadOnlySpan<NameWord> listed, Name name, ReadOnlySpan<NameWord?> own, bool vowelless)
    {
        var (gain, held, proper) = (name.Small * ScoreTable.MostSmall, 0, 0);
        foreach (var word in name.Words)
        {
            Add(Best(word, listed, vowelless));
        }

        // The words without their article: they come after the proper ones.
        for (var at = name.Proper.Length; at < own.Length; at++)
        {
            Add(Best(own[at]!, listed, vowelless));
        }

        foreach (var other in listed)
        {
            proper += other.Kind == WordKind.Word ? 1 : 0;
        }

        return held < Math.Min(name.Proper.Length, proper) ? (gain * ScoreTable.Near.Share / 100) + ScoreTable.Near.Tenths : gain;

        void Add(int best)
        {
            gain += best;
            held += best > 0 ? 1 : 0;
        }
    }

    // Each word object is far away in memory, its letters farther: the mask, beside the kind, spares most of them.
    static int Best(NameWord word, ReadOnlySpan<NameWord> listed, bool vowelless)
    {
        var best = 0;
        if (word.Kind != WordKind.Particle)
        {
            foreach (var other in listed)
            {
                if (other.Kind == WordKind.Particle)
                {
                    continue;
                }

                var likeness = MayBe(word, other, vowelless) ? WordLikeness.Of(word, other, vowelless)
                    : other.Article && other.Letters.AsSpan(2).SequenceEqual(word.Letters) ? Likeness.Same
                    : Likeness.Other;
                best = likeness < Likeness.Near ? Math.Max(best, Alignment.Gain(likeness, Math.Min(word.Rarity, other.Rarity))) : best;
            }
        }

        return best;
    }

    static bool MayBe(NameWord word, NameWord other, bool vowelless) =>
        word.Kind == WordKind.Initial || other.Kind == WordKind.Initial
        || (vowelless ? NameWord.MayBeAlikeVowelless(word.Mask, other.Mask) : NameWord.MayBeAlike(word.Mask, other.Mask) || (word.Nicknames.Count > 0 && other.Nicknames.Count > 0));

    void Compare(int number, Name name, NamedPerson person)
    {
        ref readonly var form = ref index[number];
        Offer(form.Entry, NameComparison.Of(name, index.NameOf(form)), (form.Traits & FormTraits.Weak) != 0, person, null);
    }

    void Papers(Name name, NamedPerson person)
    {
        foreach (var number in person.Documents ?? [])
        {
            if (DocumentNumbers.Fold(number) is { } folded && documents.TryGetValue(folded, out var entries))
            {
                foreach (var entry in entries)
                {
                    var best = index.Entries[entry].Names.SelectMany(listed => Name.Read(listed.Text, book)).Where(listed => !listed.Empty)
                        .Select(listed => NameComparison.Of(name, listed)).MaxBy(names => names.Tenths);
                    if (best is not null)
                    {
                        Offer(entry, best, weak: false, person, number);
                    }
                }
            }
        }
    }

    void Offer(int entry, NameComparison names, bool weak, NamedPerson person, string? document)
    {
        var total = Scoring.Total(names, weak, person, index.Entries[entry], CountryCodes.Default, document);
        if (total >= ScoreTable.Possible && (!found.TryGetValue(entry, out var before) || total > before.Total))
        {
            found[entry] = new Found(total, names, weak, document);
        }
    }

    // A set of the names already looked at, emptied by counting the round up.
    bool See(int form)
    {
        if (seenCount * 2 > seen.Length)
        {
            Grow();
        }

        for (var at = unchecked((int)((uint)form * 2654435769u)) & (seen.Length - 1); ; at = (at + 1) & (seen.Length - 1))
        {
            if (seenRound[at] != round)
            {
                (seen[at], seenRound[at]) = (form, round);
                seenCount++;
                return true;
            }

            if (seen[at] == form)
            {
                return false;
            }
        }
    }

    void Grow()
    {
        var before = seen.Where((_, at) => seenRound[at] == round).ToArray();
        (seen, seenRound, seenCount) = (new int[seen.Length * 4], new int[seen.Length * 4], 0);
        foreach (var form in before)
        {
            See(form);
        }
    }

    void NextRound()
    {
        seenCount = 0;
        if (++round == int.MaxValue)
        {
            Array.Clear(seenRound);
            round = 1;
        }
    }

    enum KeyKind : byte
    {
        Words,
        Day,
        Whole,
    }

    readonly record struct Found(int Total, NameComparison Names, bool Weak, string? Document);
}
