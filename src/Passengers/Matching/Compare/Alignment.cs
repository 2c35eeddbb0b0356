namespace Belfry.Passengers.Matching;

/// <summary>One pairing of the alignment: which words of one name stand for which of the other.</summary>
readonly record struct Pairing(int One, int OneCount, int Other, int OtherCount, Likeness Likeness, int Gain);

/// <summary>
/// The pairing of the words of two names that brings the most bits, in any order: given and family name swapped, two words written as one
/// (MOHAMMADHASNI), words left out. Exact, by going through the sets of words used (at most 2^10) for each word in turn.
/// </summary>
static class Alignment
{
    /// <returns>The pairings that gain something, in the order of the first name.</returns>
    public static List<Pairing> Of(Name one, Name other)
    {
        var (rows, columns) = (one.Words, other.Words);
        var vowelless = one.Vowelless != other.Vowelless;
        var sets = 1 << columns.Length;
        var gains = new int[(rows.Length + 2) * sets];
        var moves = new Pairing[(rows.Length + 1) * sets];
        var likeness = Pairs(rows, columns, vowelless, one.Vowelless || other.Vowelless ? ScoreTable.MostVowelless : Rarity.Unseen, few: one.Proper.Length < 2 && other.Proper.Length < 2);

        // gains[row, used]: the most that words row.. can still bring when `used` columns are taken.
        for (var row = rows.Length - 1; row >= 0; row--)
        {
            for (var used = 0; used < sets; used++)
            {
                var (most, move) = (gains[((row + 1) * sets) + used], default(Pairing));
                for (var column = 0; column < columns.Length; column++)
                {
                    if ((used & (1 << column)) != 0)
                    {
                        continue;
                    }

                    Try(likeness[(row * columns.Length) + column], row, 1, column, 1, ref most, ref move);
                    if (column + 1 < columns.Length && (used & (2 << column)) == 0 && Joins(rows[row], columns[column], columns[column + 1], out var split))
                    {
                        Try(split, row, 1, column, 2, ref most, ref move);
                    }

                    if (row + 1 < rows.Length && Joins(columns[column], rows[row], rows[row + 1], out var joined))
                    {
                        Try(joined, row, 2, column, 1, ref most, ref move);
                    }
                }

                (gains[(row * sets) + used], moves[(row * sets) + used]) = (most, move);

                void Try((Likeness Likeness, int Gain) pair, int at, int count, int column, int columnCount, ref int mostSoFar, ref Pairing moveSoFar)
                {
                    if (pair.Gain <= 0)
                    {
                        return;
                    }

                    var total = pair.Gain + gains[((at + count) * sets) + (used | (((1 << columnCount) - 1) << column))];
                    if (total > mostSoFar)
                    {
                        (mostSoFar, moveSoFar) = (total, new Pairing(at, count, column, columnCount, pair.Likeness, pair.Gain));
                    }
                }
            }
        }

        var pairings = new List<Pairing>(rows.Length);
        for (var (row, used) = (0, 0); row < rows.Length;)
        {
            var move = moves[(row * sets) + used];
            if (move.OneCount == 0)
            {
                row++;
                continue;
            }

            pairings.Add(move);
            used |= ((1 << move.OtherCount) - 1) << move.Other;
            row += move.OneCount;
        }

        return pairings;
    }

    /// <summary>What a pair of words brings: the rarity of the more common of the two, cut by how alike they are. One tenth at least, so that a pair is made.</summary>
    public static int Gain(Likeness likeness, int rarity)
    {
        var weight = ScoreTable.Of(likeness);
        return Math.Max(1, (rarity * weight.Share / 100) + weight.Tenths);
    }

    static (Likeness Likeness, int Gain)[] Pairs(NameWord[] rows, NameWord[] columns, bool vowelless, int most, bool few)
    {
        var pairs = new (Likeness, int)[rows.Length * columns.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var likeness = WordLikeness.Of(rows[row], columns[column], vowelless);
                var small = IsSmall(rows[row]) || IsSmall(columns[column]);
                pairs[(row * columns.Length) + column] = (likeness,
                    likeness >= Likeness.Near ? 0
                    : small ? (likeness > Likeness.SameSound ? 0 : few ? Gain(likeness, ScoreTable.MostSmall) : 1)
                    : Gain(likeness, Math.Min(most, Math.Min(rows[row].Rarity, columns[column].Rarity))));
            }
        }

        return pairs;
    }

    static bool IsSmall(NameWord word) => word.Kind is WordKind.Particle or WordKind.Title;

    // WHOLE is FIRST and SECOND written as one, with at most one slip.
    static bool Joins(NameWord whole, NameWord first, NameWord second, out (Likeness Likeness, int Gain) pair)
    {
        pair = default;
        var length = first.Letters.Length + second.Letters.Length;
        if (whole.Letters.Length < 4 || Math.Abs(whole.Letters.Length - length) > 1 || length > NameWord.MostLetters)
        {
            return false;
        }

        var slips = Slips.Between(whole.Letters, first.Letters + second.Letters);
        if (slips > 1 || (slips == 1 && (length < 6 || first.Syllable || second.Syllable)))
        {
            return false;
        }

        pair = (Likeness.Joined, Gain(Likeness.Joined, Math.Min(whole.Rarity, first.Rarity + second.Rarity)) - (slips * 15));
        return true;
    }
}
