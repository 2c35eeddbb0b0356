namespace Belfry.Passengers.Matching;

/// <summary>SALMAN BIN MUHAMMAD is the son of MUHAMMAD, MUHAMMAD BIN SALMAN his namesake's father: the same words, two persons.</summary>
static class Kinship
{
    public static bool Reversed(Name one, Name other, IReadOnlyList<Pairing> pairings) =>
        Around(one) is { } left && Around(other) is { } right
        && pairings.Any(pairing => pairing.One == left.Son && pairing.Other == right.Father)
        && pairings.Any(pairing => pairing.One == left.Father && pairing.Other == right.Son);

    // The words on either side of the first bin, ben, ibn or bint.
    static (int Son, int Father)? Around(Name name)
    {
        var at = Array.FindIndex(name.Words, word => word.Letters is "BIN" or "BN" or "BEN" or "IBN" or "BINT");
        if (at <= 0)
        {
            return null;
        }

        var son = Array.FindLastIndex(name.Words, at - 1, word => word.Kind == WordKind.Word);
        var father = Array.FindIndex(name.Words, at + 1, word => word.Kind == WordKind.Word);
        return son >= 0 && father > 0 ? (son, father) : null;
    }
}
