using CsCheck;

namespace Belfry.Tests.Passengers;

/// <summary>Names of invented words, for properties that hold for any name.</summary>
static class MadeNames
{
    public static readonly Gen<string> Word = Gen.Char['A', 'Z'].Array[2, 12].Select(letters => new string(letters));

    public static readonly Gen<string> Name = Word.Array[1, 5].Select(words => string.Join(' ', words));

    /// <summary>Any text at all: every script, control characters, halves of surrogate pairs.</summary>
    public static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 60].Select(letters => new string(letters)),
        Gen.Char[' ', '~'].Array[0, 60].Select(letters => new string(letters)),
        Gen.Char['\u0590', '\u06FF'].Array[0, 30].Select(letters => new string(letters)),
        Gen.Char['\u4E00', '\u9FFF'].Array[0, 12].Select(letters => new string(letters)));
}
