namespace Belfry.Passengers.Matching;

/// <summary>
/// What two names say, tenths of a bit, and how it came about. A word that one name has and the other lacks costs little: middle names and
/// titles come and go. Where each name has a word that the other contradicts, they are two persons who share the rest, as kin do: then the
/// shared words count for less and the contradiction costs dearly.
/// </summary>
/// <param name="Conflicts">Words on both sides that are not alike.</param>
/// <param name="Near">Those among them that resemble each other (ERDEM, ERDOGAN).</param>
/// <param name="Leftovers">Words that only one side has.</param>
/// <param name="Initials">Single letters that only one side has.</param>
/// <param name="Agreeing">Proper words that stand for each other.</param>
/// <param name="Nearly">Pairs that agree but for a slip or only in a short sound.</param>
/// <param name="OneWord">A single word agrees and one of the names has more: that identifies nobody.</param>
sealed record NameComparison(Name One, Name Other, IReadOnlyList<Pairing> Pairings, int Conflicts, int Near, int Leftovers, int Initials, int Agreeing, int Nearly, bool OneWord, int Tenths)
{
    public static NameComparison Of(Name one, Name other)
    {
        var pairings = Alignment.Of(one, other);
        var (gain, agreeing, nearly) = (0, 0, 0);
        Span<bool> usedOne = stackalloc bool[Name.MostWords], usedOther = stackalloc bool[Name.MostWords];
        foreach (var pairing in pairings)
        {
            gain += pairing.Gain;
            usedOne.Slice(pairing.One, pairing.OneCount).Fill(true);
            usedOther.Slice(pairing.Other, pairing.OtherCount).Fill(true);
            agreeing += Agrees(one, other, pairing);
            nearly += pairing.Likeness is Likeness.OneSlip or Likeness.ShortSlip or Likeness.ShortSound or Likeness.TwoSlips ? 1 : 0;
        }

        var (left, right) = (Left.Of(one, usedOne), Left.Of(other, usedOther));
        var conflicts = Math.Min(left.Words.Count, right.Words.Count);
        var near = Math.Min(conflicts, left.Words.Count(word => right.Words.Exists(against => WordLikeness.Of(word, against, vowelless: false, near: true) == Likeness.Near)));
        var leftovers = Math.Abs(left.Words.Count - right.Words.Count);

        // A. NAZARBAYEV is not NURSULTAN NAZARBAYEV, WILLIAM G. not WILLIAM W.; a servant-of without its name stands against what the other has there.
        if ((left.Initials > 0 && (right.Initials > 0 || right.Words.Count > left.Words.Count)) || (right.Initials > 0 && left.Words.Count > right.Words.Count))
        {
            conflicts++;
        }
        else if ((left.Servants > right.Servants && right.Words.Count > left.Words.Count) || (right.Servants > left.Servants && left.Words.Count > right.Words.Count))
        {
            (conflicts, near) = (conflicts + 1, near + 1);
        }

        conflicts += SignsDiffer(one, other) || Kinship.Reversed(one, other, pairings) ? 1 : 0;
        var oneWord = agreeing <= 1 && leftovers + conflicts > 0;
        var share = conflicts > near ? ScoreTable.Conflict.Share : near > 0 ? ScoreTable.Near.Share : 100;
        var tenths = (gain * share / 100)
            + ((conflicts - near) * ScoreTable.Conflict.Tenths) + (near * ScoreTable.Near.Tenths)
            + (leftovers * ScoreTable.Leftover.Tenths) + ((left.Initials + right.Initials) * ScoreTable.LeftoverInitial.Tenths)
            + (nearly > 1 ? (nearly - 1) * ScoreTable.MoreSlips.Tenths : 0)
            + (oneWord ? ScoreTable.OneWord.Tenths : 0);
        return new NameComparison(one, other, pairings, conflicts, near, leftovers, left.Initials + right.Initials, agreeing, nearly, oneWord, tenths);
    }

    static int Agrees(Name one, Name other, Pairing pairing) =>
        pairing.Likeness == Likeness.Initial ? 0
        : pairing is { OneCount: 1, OtherCount: 1 } && (one.Words[pairing.One].Kind != WordKind.Word || other.Words[pairing.Other].Kind != WordKind.Word) ? 0
        : Math.Max(pairing.OneCount, pairing.OtherCount);

    static bool SignsDiffer(Name one, Name other) =>
        one.Signs is { } signs && other.Signs is { } others && signs.Except(others).Any() && others.Except(signs).Any();

    /// <summary>What a name has left once the pairings are taken.</summary>
    readonly record struct Left(List<NameWord> Words, int Initials, int Servants)
    {
        public static Left Of(Name name, ReadOnlySpan<bool> used)
        {
            var (words, initials, servants) = (new List<NameWord>(), 0, 0);
            for (var at = 0; at < name.Words.Length; at++)
            {
                if (!used[at])
                {
                    var word = name.Words[at];
                    initials += word.Kind == WordKind.Initial ? 1 : 0;
                    servants += word.Kind == WordKind.Particle && word.Letters.StartsWith("ABD", StringComparison.Ordinal) ? 1 : 0;
                    if (word.Kind == WordKind.Word)
                    {
                        words.Add(word);
                    }
                }
            }

            return new Left(words, initials, servants);
        }
    }
}
