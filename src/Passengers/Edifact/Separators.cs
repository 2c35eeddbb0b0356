namespace Belfry.Passengers.Edifact;

/// <summary>The service characters of an interchange (ISO 9735-1, UNA).</summary>
/// <param name="Release">0 when the interchange has none.</param>
sealed record Separators(byte Component, byte Element, byte Release, byte Terminator)
{
    public static Separators Usual { get; } = new((byte)':', (byte)'+', (byte)'?', (byte)'\'');

    /// <summary>ISO 9735 level B without UNA: information separators, no release.</summary>
    public static Separators LevelB { get; } = new(0x1F, 0x1D, 0, 0x1C);

    /// <summary>Four different characters, none of which a tag or a number is written with.</summary>
    public bool Usable =>
        Component != Element && Component != Terminator && Element != Terminator && Release != Component && Release != Element && Release != Terminator
        && !char.IsAsciiLetterOrDigit((char)Component) && !char.IsAsciiLetterOrDigit((char)Element) && !char.IsAsciiLetterOrDigit((char)Terminator)
        && !char.IsAsciiLetterOrDigit((char)Release);
}
