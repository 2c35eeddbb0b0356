namespace Belfry.Passengers.Matching;

/// <summary>
/// Letters of the scripts whose romanisation needs hand rules, own tables after the common passport and press spellings. Where two are
/// usual both stand, split by a bar: the first reading takes the first, the second reading the second.
/// </summary>
static class Scripts
{
    // Latin letters that do not fall apart into a base letter and a mark, and those ICAO 9303-3 section 6 spells in two ways [recall].
    const string Latin = "ßSS ẞSS ØO|OE øO|OE ÆAE æAE ŒOE œOE ÞTH þTH ÐD ðD ŁL łL ĐD|DJ đD|DJ ıI İI ĦH ħH ŊN ŋN ĿL ŀL ĲIJ ĳIJ ŦT ŧT ƏA əA ƠO ơO ƯU ưU ÄA|AE äA|AE ÖO|OE öO|OE ÜU|UE üU|UE ÅA|AA åA|AA";

    const string Cyrillic = "аA бB вV гG|H дD еE ёE|YO жZH|J зZ иI йI|Y кK лL мM нN оO пP рR сS тT уU фF хKH|H цTS|C чCH шSH щSHCH|SCH ъ ыY ь эE юYU|IU яYA|IA іI їI|YI єE|YE ґG ўU|W јJ љLJ њNJ ћC ђDJ џDZ ѓGJ ќKJ ѕDZ әA өO|U үU ұU қQ|K ғGH|G ңN һH ҳH ҷJ ӯU ӣI ѣE ѳF ҥN";

    const string Greek = "αA βV γG|Y δD εE ζZ ηI θTH ιI κK λL μM νN ξX οO πP ρR σS ςS τT υY|I φF χCH|H ψPS ωO";

    const string Arabic = "اA بB تT ثTH جJ حH خKH دD ذDH رR زZ سS شSH صS ضD طT ظZ عA غGH فF قQ كK لL مM نN هH وW يY ىA ةA|AH ءʼ آA أA إI ؤU ئI پP چCH ژZH گG کK یY ںN ہH ھH ےE ٹT ڈD ڑR ۀE ەE ۆO ێE ڕR ڵL ۋV ېE ټT ډD ړR ږG ښKH ګG ڼN ۍAY";

    const string Hebrew = "אA בB|V גG דD הH וO|V זZ חCH|H טT יI כK|CH ךK|CH לL מM םM נN ןN סS עA פP|F ףF צTZ|TS ץTZ|TS קK רR שSH|S תT";

    static readonly Dictionary<int, string[]> Letters = Read(Latin, Cyrillic, Greek, Arabic, Hebrew);

    /// <summary>Letter pairs that are read together, on the letters before they are taken one by one.</summary>
    public static readonly (string Letters, string First, string Second)[] Pairs =
    [
        ("μπ", "B", "MP"), ("ντ", "D", "NT"), ("γκ", "G", "GK"), ("γγ", "NG", "NG"), ("ου", "OU", "OU"), ("αυ", "AV", "AF"), ("ευ", "EV", "EF"), ("τζ", "TZ", "J"),
        ("тс", "TS", "TS"), ("дж", "J", "DZH"), ("кс", "X", "KS"),
    ];

    public static string? First(int letter) => Letters.TryGetValue(letter, out var readings) ? readings[0] : null;

    public static string? Second(int letter) => Letters.TryGetValue(letter, out var readings) ? readings[^1] : null;

    static Dictionary<int, string[]> Read(params string[] tables)
    {
        var letters = new Dictionary<int, string[]>();
        foreach (var entry in tables.SelectMany(table => table.Split(' ')))
        {
            letters[entry[0]] = new string([.. entry[1..].Where(c => c is '|' || char.IsAsciiLetterUpper(c))]).Split('|');
        }

        return letters;
    }
}
