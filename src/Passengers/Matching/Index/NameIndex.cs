namespace Belfry.Passengers.Matching;

/// <summary>
/// All names of the lists, found by blocking keys: a table of 2^n buckets, each a run of postings of one 64-bit word: 16 bits of
/// the key, its sketch of 16, and the number of the name, so that strangers are turned away without touching their record.
/// </summary>
sealed class NameIndex
{
    readonly ListedForm[] forms;
    readonly NameWord[] words;
    readonly int[] starts;
    readonly ulong[] postings;
    readonly int bucketShift;

    NameIndex(IReadOnlyList<WatchlistEntry> entries, ListedForm[] forms, NameWord[] words)
    {
        (Entries, this.forms, this.words) = (entries, forms, words);
        var counts = new int[1 << Math.Clamp(Bits(forms.Length) + 5, 8, 26)];
        bucketShift = 64 - Bits(counts.Length - 1);
        EachKey((_, key) => Interlocked.Increment(ref counts[key.Hash >> bucketShift]));
        var total = 0;
        starts = new int[counts.Length + 1];
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            starts[bucket] = total;
            total += counts[bucket];
            counts[bucket] = starts[bucket];
        }

        starts[^1] = total;
        postings = new ulong[total];
        EachKey((form, key) => postings[Interlocked.Increment(ref counts[key.Hash >> bucketShift]) - 1] = Posting(form, key));
        for (var bucket = 0; bucket + 1 < starts.Length; bucket++)
        {
            // The threads that filled a bucket came in any order.
            if (starts[bucket + 1] - starts[bucket] > 1)
            {
                Array.Sort(postings, starts[bucket], starts[bucket + 1] - starts[bucket]);
            }
        }
    }

    public IReadOnlyList<WatchlistEntry> Entries { get; }

    public int Names => forms.Length;

    public ref readonly ListedForm this[int form] => ref forms[form];

    public static NameIndex Over(IReadOnlyList<WatchlistEntry> entries, NameTables tables)
    {
        var (forms, words, book) = (new List<ListedForm>(entries.Count), new List<NameWord>(entries.Count * 3), new WordBook(tables, int.MaxValue));
        Span<uint> masks = stackalloc uint[Name.MostWords];
        for (var at = 0; at < entries.Count; at++)
        {
            foreach (var listed in entries[at].Names)
            {
                foreach (var name in Name.Read(listed.Text, book))
                {
                    if (!name.Empty)
                    {
                        Add(name, listed.Weak, at, entries[at].Born, forms, words, masks);
                    }
                }
            }
        }

        return new NameIndex(entries, [.. forms], [.. words]);
    }

    public ReadOnlySpan<NameWord> WordsOf(in ListedForm form) => words.AsSpan(form.Words, form.WordCount);

    public Name NameOf(in ListedForm form) => Name.Of(words[form.Words..(form.Words + form.WordCount)], (form.Traits & FormTraits.Vowelless) != 0);

    /// <summary>Where the postings of each key's bucket lie. All at once: the processor waits for many places in memory as long as for one.</summary>
    public void Find(ReadOnlySpan<BlockingKey> keys, Span<(int Start, int End)> runs)
    {
        for (var at = 0; at < keys.Length; at++)
        {
            var bucket = (int)(keys[at].Hash >> bucketShift);
            runs[at] = (starts[bucket], starts[bucket + 1]);
        }
    }

    public ReadOnlySpan<ulong> Postings(int start, int end) => postings.AsSpan(start, end - start);

    /// <returns>The number of the name, or -1 when the posting is another key's or its half word cannot be the passenger's.</returns>
    public static int Form(ulong posting, BlockingKey key) =>
        posting >> 48 == (key.Hash & 0xFFFF) && BlockingKey.MayMeet((ushort)(posting >> 32 & 0xFFFF), key.Sketch) ? (int)(posting & uint.MaxValue) : -1;

    static ulong Posting(int form, BlockingKey key) => ((key.Hash & 0xFFFF) << 48) | ((ulong)key.Sketch << 32) | (uint)form;

    static void Add(Name name, bool weak, int entry, IReadOnlyList<BirthDate> born, List<ListedForm> forms, List<NameWord> words, Span<uint> masks)
    {
        var traits = (weak ? FormTraits.Weak : 0) | (name.Vowelless ? FormTraits.Vowelless : 0) | (name.Proper.Length > 4 ? FormTraits.Long : 0)
            | (name.Proper.Length == 1 ? FormTraits.Alone : 0) | (born.Count > 1 || (born.Count == 1 && born[0].Spread > 0) ? FormTraits.DatesOpen : 0);
        for (var at = 0; at < name.Proper.Length; at++)
        {
            masks[at] = name.Proper[at].Mask;
        }

        forms.Add(new ListedForm(entry, words.Count, (byte)name.Words.Length, (byte)name.Proper.Length, (ushort)name.Rarity, traits, born.Count == 1 && born[0].Spread == 0 ? Packed(born[0]) : 0, masks[..name.Proper.Length]));
        words.AddRange(name.Words);
    }

    public static uint Packed(BirthDate date) => (uint)((date.Year * 512) + (date.Month * 32) + date.Day);

    void EachKey(Action<int, BlockingKey> take) => Parallel.For(0, (forms.Length + 4095) / 4096, block =>
    {
        Span<BlockingKey> space = stackalloc BlockingKey[BlockingKeys.MostKeys];
        var own = new NameWord?[BlockingKeys.MostWords];
        var book = new WordBook(NameTables.Default, 65_536);
        for (var form = block * 4096; form < Math.Min(forms.Length, (block + 1) * 4096); form++)
        {
            var name = NameOf(forms[form]);
            var keys = new BlockingKeys(space);
            var count = BlockingKeys.Words(name, book, own);
            keys.AddNames(own.AsSpan(0, count), name.Proper.Length == 1, halves: name.Proper.Length <= 3, seeking: false);
            keys.AddWhole(name.Proper, lastFirst: false);
            foreach (var born in Entries[forms[form].Entry].Born)
            {
                if (born.Full)
                {
                    keys.AddDay(own.AsSpan(0, count), born.Year, born.Month, born.Day);
                }
            }

            for (var at = 0; at < keys.Count; at++)
            {
                take(form, space[at]);
            }
        }
    });

    static int Bits(int number) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)number);
}
