namespace Belfry.Passengers.Matching;

/// <summary>What two dates of birth say. Of several that a list gives, the one that speaks most for the person counts.</summary>
static class BirthComparison
{
    public static (Weight Weight, BirthDate Listed)? Best(BirthDate? born, IReadOnlyList<BirthDate> listed)
    {
        if (born is not { } own || listed.Count == 0)
        {
            return null;
        }

        var best = (Weight: Of(own, listed[0]), Listed: listed[0]);
        for (var at = 1; at < listed.Count; at++)
        {
            var weight = Of(own, listed[at]);
            best = weight.Tenths > best.Weight.Tenths ? (weight, listed[at]) : best;
        }

        return best;
    }

    public static Weight Of(BirthDate one, BirthDate other)
    {
        var years = Math.Abs(one.Year - other.Year);
        if (one.Full && other.Full)
        {
            return OfDays(one, other, years);
        }

        var spread = Math.Max(one.Spread, other.Spread);
        if (years == 0 && spread == 0)
        {
            return one.Month == 0 || other.Month == 0 ? ScoreTable.BornYear : one.Month == other.Month ? ScoreTable.BornMonth : ScoreTable.BornNear;
        }

        return years <= spread ? ScoreTable.BornWithin : Apart(years - spread);
    }

    static Weight OfDays(BirthDate one, BirthDate other, int years)
    {
        if (one == other)
        {
            return ScoreTable.BornSame;
        }

        if (years == 0 && one.Day == other.Month && one.Month == other.Day)
        {
            return ScoreTable.BornSwapped;
        }

        var agreeing = (years == 0 ? 1 : 0) + (one.Month == other.Month ? 1 : 0) + (one.Day == other.Day ? 1 : 0);
        if (agreeing == 2 && (years == 0 || years <= 10))
        {
            return ScoreTable.BornNearly;
        }

        return years == 0 && (NewYear(one) || NewYear(other)) ? ScoreTable.BornYear : years <= 5 ? ScoreTable.BornYearsOff : ScoreTable.BornElse;
    }

    // 1 January is what registers write when only the year is known.
    static bool NewYear(BirthDate date) => date is { Month: 1, Day: 1 };

    static Weight Apart(int years) => years <= 1 ? ScoreTable.BornNear : years <= 5 ? ScoreTable.BornYearsOff : ScoreTable.BornElse;
}
