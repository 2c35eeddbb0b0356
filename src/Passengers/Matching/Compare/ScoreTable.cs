using Belfry.Kernel;

namespace Belfry.Passengers.Matching;

/// <summary>One line of the table of weights.</summary>
/// <param name="Name">Stable name of the component in explanations and frozen results.</param>
/// <param name="Share">Hundredths of a word's rarity that this agreement keeps; 100 where rarity plays no part.</param>
/// <param name="Tenths">Tenths of a bit added: 10 log2( P(seen | same person) / P(seen | two persons) ).</param>
/// <param name="Says">Clause of the explanation; {one} passenger, {other} list.</param>
sealed record Weight(string Name, int Share, int Tenths, LocalizedText Says);

/// <summary>
/// Every weight of the score, in one place. The score is a sum of log-odds after Fellegi and Sunter (1969), in tenths of a bit: ten tenths
/// double the odds that the two records are one person. A word that agrees brings its rarity (MUHAMMAD 5 bits, a word borne by one person in
/// 8,000 13 bits), cut by how well it agrees. A contradiction takes away. A score of 80 (8 bits) is shown to a reviewer; nothing is decided
/// here. Whoever changes a number changes <see cref="Version"/> and the frozen results in tests/Passengers.Tests/Matching, under review.
///
/// The numbers were set by hand: name weights on the labelled pairs of nomenklatura with an even hash, dates on the ratios stated per line.
/// There is no learning, in production or before: C-817/19 forbids it for passenger data [recall].
/// </summary>
static class ScoreTable
{
    public const string Version = "belfry-match-1";

    /// <summary>From here a reviewer looks at it.</summary>
    public const int Possible = 80;

    /// <summary>From here the list and the passenger agree in more than a name that others bear too.</summary>
    public const int Strong = 200;

    /// <summary>Below this the names are not alike, and no date of birth makes them so. Only a document does.</summary>
    public const int NameFloor = 40;

    // Words that agree, by Likeness. A slip happens in about one word of fifty, and makes other words alike too.
    static readonly Weight[] Words =
    [
        new("word.same", 100, 0, Same("{one}")),
        new("word.sound", 95, -5, Say("{one} klinkt als {other}", "{one} sonne comme {other}", "{one} klingt wie {other}", "{one} sounds like {other}")),
        new("word.nickname", 70, -10, Say("{one} is een korte vorm van {other}", "{one} est un diminutif de {other}", "{one} ist eine Kurzform von {other}", "{one} is a short form of {other}")),
        new("word.slip", 85, -15, Say("{one} is één tikfout van {other}", "{one} est à une faute de frappe de {other}", "{one} ist einen Tippfehler von {other} entfernt", "{one} is one slip from {other}")),
        new("word.joined", 100, -10, Say("{one} is {other} anders gesplitst", "{one} est {other} autrement coupé", "{one} ist {other} anders getrennt", "{one} is {other} split otherwise")),
        new("word.short-sound", 60, -10, Say("{one} klinkt als {other}", "{one} sonne comme {other}", "{one} klingt wie {other}", "{one} sounds like {other}")),
        new("word.short-slip", 30, -10, Say("{one} is één tikfout van {other}, een kort woord", "{one} est à une faute de frappe de {other}, mot court", "{one} ist einen Tippfehler von {other} entfernt, ein kurzes Wort", "{one} is one slip from {other}, a short word")),
        new("word.slips", 50, -40, Say("{one} is twee tikfouten van {other}", "{one} est à deux fautes de frappe de {other}", "{one} ist zwei Tippfehler von {other} entfernt", "{one} is two slips from {other}")),
        new("word.consonants", 60, -20, Say("{one} heeft de medeklinkers van {other}", "{one} a les consonnes de {other}", "{one} hat die Konsonanten von {other}", "{one} has the consonants of {other}")),
        new("word.initial", 0, 10, Say("{one} kan voor {other} staan", "{one} peut représenter {other}", "{one} kann für {other} stehen", "{one} may stand for {other}")),
        new("word.near", 0, 0, Same("{one} / {other}")),
        new("word.other", 0, 0, Same("{one} / {other}")),
    ];

    /// <summary>Each name has a word the other contradicts. Kin and neighbours share the rest: it keeps 40 %.</summary>
    public static readonly Weight Conflict = new("name.conflict", 40, -120, Say("een deel van de naam spreekt elkaar tegen", "une partie du nom se contredit", "ein Teil des Namens widerspricht sich", "part of the name contradicts"));

    /// <summary>The same, but the two words resemble each other: more than two slips, yet perhaps one name.</summary>
    public static readonly Weight Near = new("name.near", 60, -80, Say("een deel van de naam lijkt maar half", "une partie du nom ne ressemble qu’à moitié", "ein Teil des Namens ähnelt nur halb", "part of the name is only half alike"));

    /// <summary>A word only one side has: middle names and tribal names come and go between documents.</summary>
    public static readonly Weight Leftover = new("name.leftover", 100, -20, Say("{count} woord(en) staan maar aan één kant", "{count} mot(s) d’un seul côté", "{count} Wort/Wörter nur auf einer Seite", "{count} word(s) on one side only"));

    /// <summary>The same for a single letter.</summary>
    public static readonly Weight LeftoverInitial = new("name.leftover-initial", 100, -3, Same("initial"));

    /// <summary>Each word after the first that agrees only but for a slip or a short sound: one slip in a name is common, two are rare, and strangers gather them.</summary>
    public static readonly Weight MoreSlips = new("name.more-slips", 100, -25, Say("{count} woorden komen maar bijna overeen", "{count} mots ne concordent qu’à peu près", "{count} Wörter stimmen nur fast überein", "{count} words agree only nearly"));

    /// <summary>One word agrees and a name has more of them: that identifies nobody.</summary>
    public static readonly Weight OneWord = new("name.one-word", 100, -100, Say("maar één woord komt overeen", "un seul mot concorde", "nur ein Wort stimmt überein", "only one word agrees"));

    /// <summary>The list itself calls the alias weak.</summary>
    public static readonly Weight WeakAlias = new("name.weak-alias", 100, -40, Say("de lijst noemt deze alias zwak", "la liste qualifie cet alias de faible", "die Liste nennt diesen Alias schwach", "the list calls this alias weak"));

    /// <summary>0.9 of true pairs against one pair of strangers in 22,000 (60 years of days).</summary>
    public static readonly Weight BornSame = new("born.same", 100, 140, Say("zelfde geboortedag {other}", "même date de naissance {other}", "gleicher Geburtstag {other}", "born the same day {other}"));

    /// <summary>Day and month changed places between two forms.</summary>
    public static readonly Weight BornSwapped = new("born.swapped", 100, 100, Say("geboren {one}, lijst {other}: dag en maand verwisseld", "né(e) {one}, liste {other} : jour et mois inversés", "geboren {one}, Liste {other}: Tag und Monat vertauscht", "born {one}, list {other}: day and month swapped"));

    /// <summary>Two of day, month and year agree; the third is a slip.</summary>
    public static readonly Weight BornNearly = new("born.nearly", 100, 60, Say("geboren {one}, lijst {other}: één deel verschilt", "né(e) {one}, liste {other} : une partie diffère", "geboren {one}, Liste {other}: ein Teil weicht ab", "born {one}, list {other}: one part differs"));

    /// <summary>One side knows only month and year, and they agree: one stranger in 700.</summary>
    public static readonly Weight BornMonth = new("born.month", 100, 80, Say("zelfde geboortemaand {other}", "même mois de naissance {other}", "gleicher Geburtsmonat {other}", "born the same month {other}"));

    /// <summary>One side knows only the year, and it agrees: one stranger in 60. 1 January counts as year only.</summary>
    public static readonly Weight BornYear = new("born.year", 100, 50, Say("zelfde geboortejaar {other}", "même année de naissance {other}", "gleiches Geburtsjahr {other}", "born the same year {other}"));

    /// <summary>Within the years the list allows for ("circa", "between").</summary>
    public static readonly Weight BornWithin = new("born.within", 100, 25, Say("geboren {one}, lijst ongeveer {other}", "né(e) {one}, liste vers {other}", "geboren {one}, Liste um {other}", "born {one}, list about {other}"));

    /// <summary>A year or month beside one that is only partly known: says nothing either way.</summary>
    public static readonly Weight BornNear = new("born.near", 100, 0, Say("geboren {one}, lijst {other}", "né(e) {one}, liste {other}", "geboren {one}, Liste {other}", "born {one}, list {other}"));

    /// <summary>Up to five years off, or another day of the same year: lists guess, 3 % of true pairs.</summary>
    public static readonly Weight BornYearsOff = new("born.years-off", 100, -70, Say("geboren {one}, lijst {other}: enkele jaren verschil", "né(e) {one}, liste {other} : quelques années d’écart", "geboren {one}, Liste {other}: einige Jahre Unterschied", "born {one}, list {other}: some years apart"));

    /// <summary>More than five years off.</summary>
    public static readonly Weight BornElse = new("born.else", 100, -130, Say("geboren {one}, lijst {other}: spreekt tegen", "né(e) {one}, liste {other} : contredit", "geboren {one}, Liste {other}: widerspricht", "born {one}, list {other}: contradicts"));

    public static readonly Weight CountrySame = new("country.same", 100, 20, Say("zelfde land {other}", "même pays {other}", "gleiches Land {other}", "same country {other}"));

    /// <summary>One true pair in five: people have several nationalities and lists name few.</summary>
    public static readonly Weight CountryElse = new("country.else", 100, -20, Say("ander land ({one}, {other})", "autre pays ({one}, {other})", "anderes Land ({one}, {other})", "other country ({one}, {other})"));

    public static readonly Weight SexSame = new("sex.same", 100, 5, Say("zelfde geslacht", "même sexe", "gleiches Geschlecht", "same sex"));

    public static readonly Weight SexElse = new("sex.else", 100, -40, Say("ander geslacht", "autre sexe", "anderes Geschlecht", "other sex"));

    /// <summary>Numbers are unique within a country and a time; two countries may give the same.</summary>
    public static readonly Weight DocumentSame = new("document.same", 100, 200, Say("zelfde documentnummer {other}", "même numéro de document {other}", "gleiche Dokumentnummer {other}", "same document number {other}"));

    /// <summary>What a particle or title brings where a name has but one word beside it: XU BIN, ABDUL HAQ, HAJI IBRAHIM. Else nothing.</summary>
    public const int MostSmall = 40;

    /// <summary>The most a word can bring when one name comes from a script without short vowels: MHMD, HMD and MHD stand for dozens of names.</summary>
    public const int MostVowelless = 80;

    /// <summary>A shared document is always shown, whatever the names: they count no lower than this beside it. Stolen and lent documents are what it finds.</summary>
    public static readonly Weight DocumentOtherName = new("document.other-name", 100, -60, Say("onder een andere naam", "sous un autre nom", "unter anderem Namen", "under another name"));

    /// <summary>The most that country and sex can add: for the bound that spares full comparisons.</summary>
    public const int MostBeside = 25;

    public static Weight Of(Likeness likeness) => Words[(int)likeness];

    public static IEnumerable<Weight> All =>
        Words.Concat([Conflict, Near, Leftover, LeftoverInitial, MoreSlips, OneWord, WeakAlias, BornSame, BornSwapped, BornNearly, BornMonth, BornYear, BornWithin, BornNear, BornYearsOff, BornElse, CountrySame, CountryElse, SexSame, SexElse, DocumentSame, DocumentOtherName]);

    static LocalizedText Same(string text) => LocalizedText.Same(text);

    static LocalizedText Say(string nl, string fr, string de, string en) => new(nl, fr, de, en);
}
