using System.Text.Json;
using Belfry.Kernel;
using CsCheck;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class CanonicalJsonTests
{
    // RFC 8785 3.2.3, the example of sorting: by UTF-16 code unit, so U+1F600 comes before U+FB33.
    [Fact]
    public void Members_are_sorted_by_utf16_unit()
    {
        var members = new Dictionary<string, object?> { ["\u20ac"] = "Euro Sign", ["\r"] = "Carriage Return", ["\ufb33"] = "Hebrew Letter Dalet With Dagesh", ["1"] = "One", ["\ud83d\ude00"] = "Emoji: Grinning Face", ["\u0080"] = "Control", ["\u00f6"] = "Latin Small Letter O With Diaeresis" };

        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.Write(members));
    }

    // RFC 8785 3.2.2.2: the string of the serialisation sample.
    [Fact]
    public void Strings_are_escaped_only_where_they_must_be() =>
        Assert.Equal("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", CanonicalJson.Write("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f"));

    [Fact]
    public void What_other_writers_would_write_differently_is_refused()
    {
        foreach (var value in (object[])[1.5, 9_007_199_254_740_992L, "\ud800", DateOnly.MinValue])
        {
            Assert.Throws<ArgumentException>(() => CanonicalJson.Write(value));
        }
    }

    [Fact]
    public void Every_string_comes_back_through_an_ordinary_reader() =>
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text => JsonSerializer.Deserialize<string>(CanonicalJson.Write(text)) == text);
}
