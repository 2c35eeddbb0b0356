using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Passengers;

/// <summary>What the score asks for. Never a decision about a person: every possible match is looked at by people (Directive (EU) 2016/681, Art. 6(5)).</summary>
public enum Decision : byte
{
    /// <summary>Not shown.</summary>
    None,

    /// <summary>8 bits or more: to be reviewed.</summary>
    Possible,

    /// <summary>20 bits or more: to be reviewed first.</summary>
    Strong,
}

/// <summary>One component of a score.</summary>
/// <param name="Name">Stable: word.same, born.year, document.same.</param>
/// <param name="Tenths">Tenths of a bit.</param>
/// <param name="Says">Its clause of the explanation.</param>
public sealed record ScorePart(string Name, int Tenths, LocalizedText Says);

/// <summary>How much speaks for two records being one person.</summary>
/// <param name="Tenths">Sum of the parts, tenths of a bit. Ten more means twice the odds.</param>
/// <param name="Version">Of the table of weights: the same version always gives the same score.</param>
/// <param name="Cut">A name was longer than is compared (512 characters, 10 words of 32 letters); the rest was left out.</param>
public sealed record Score(int Tenths, Decision Decision, IReadOnlyList<ScorePart> Parts, string Version, bool Cut)
{
    /// <summary>One sentence that says why, for the reviewer.</summary>
    public string Explain(Language language)
    {
        var clauses = string.Join("; ", Parts.Select(part => $"{part.Says[language]} ({Bits(part.Tenths, sign: true)})"));
        return Closing[(int)Decision][language].Replace("{bits}", Bits(Tenths, sign: false), StringComparison.Ordinal).Replace("{clauses}", clauses, StringComparison.Ordinal);
    }

    static string Bits(int tenths, bool sign) => (tenths / 10.0).ToString(sign ? "+0.0;-0.0;0" : "0.0;-0.0;0", CultureInfo.InvariantCulture);

    static readonly LocalizedText[] Closing =
    [
        new("{bits} bits, geen treffer: {clauses}.", "{bits} bits, pas de correspondance : {clauses}.", "{bits} Bit, kein Treffer: {clauses}.", "{bits} bits, no match: {clauses}."),
        new("{bits} bits, mogelijke treffer, na te kijken: {clauses}.", "{bits} bits, correspondance possible, à vérifier : {clauses}.", "{bits} Bit, möglicher Treffer, zu prüfen: {clauses}.", "{bits} bits, possible match, to be reviewed: {clauses}."),
        new("{bits} bits, sterke treffer, eerst na te kijken: {clauses}.", "{bits} bits, forte correspondance, à vérifier en premier : {clauses}.", "{bits} Bit, starker Treffer, zuerst zu prüfen: {clauses}.", "{bits} bits, strong match, to be reviewed first: {clauses}."),
    ];
}
