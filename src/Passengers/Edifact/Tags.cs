using System.Collections.Frozen;

namespace Belfry.Passengers.Edifact;

/// <summary>The segment tags of PNRGOV (IATA PADIS guide 10.1 to 18.1) and PAXLST (UN/EDIFACT D.02B to D.18A, US dialect).</summary>
static class Tags
{
    static readonly FrozenSet<int> Known = new[]
    {
        "UNA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ", "UNS",
        "MSG", "ORG", "TVL", "EQN", "SRC", "RCI", "SSR", "DAT", "IFT", "ADD", "EBD", "TIF", "FTI", "REF", "FAR", "TKT", "MON", "PTK", "TXD", "FOP",
        "TRA", "RPI", "APD", "TRI", "SSD", "TBD", "ABI", "SAC", "LTS", "EMB",
        "BGM", "RFF", "NAD", "CTA", "COM", "TDT", "DTM", "LOC", "ATT", "MEA", "GEI", "FTX", "EMP", "NAT", "DOC", "CPI", "QTY", "CNT", "AUT", "PDT",
    }.Select(tag => Pack(System.Text.Encoding.ASCII.GetBytes(tag))).ToFrozenSet();

    static readonly FrozenSet<int> Words = new[] { "TIF", "NAD", "PDT", "IFT", "LTS", "SSR", "FTX", "ADD", "FOP", "COM", "CTA", "ABI" }
        .Select(tag => Pack(System.Text.Encoding.ASCII.GetBytes(tag))).ToFrozenSet();

    public static bool IsKnown(ReadOnlySpan<byte> tag) => tag[0] is >= (byte)'A' and <= (byte)'Z' && Known.Contains(Pack(tag));

    public static bool IsKnown(string tag) => tag.Length == 3 && char.IsAscii(tag[0]) && char.IsAscii(tag[1]) && char.IsAscii(tag[2]) && Known.Contains(tag[0] << 16 | tag[1] << 8 | tag[2]);

    /// <summary>Names, addresses, free text: words of people stand in it.</summary>
    public static bool HoldsWords(ReadOnlySpan<byte> tag) => Words.Contains(Pack(tag));

    static int Pack(ReadOnlySpan<byte> tag) => tag[0] << 16 | tag[1] << 8 | tag[2];
}
