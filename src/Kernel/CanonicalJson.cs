using System.Globalization;
using System.Text;

namespace Belfry.Kernel;

/// <summary>
/// RFC 8785 for what we chain and sign: objects, lists, strings, whole numbers within ±(2^53 − 1), yes/no and null. Fractions and
/// unpaired surrogates are refused, so that every other implementation writes the same bytes.
/// </summary>
public static class CanonicalJson
{
    const long Largest = 9_007_199_254_740_991;

    /// <param name="value">string, long, int, bool, null, <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object?, or a list of these.</param>
    /// <exception cref="ArgumentException">The value holds something else.</exception>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    public static byte[] Bytes(object? value) => Encoding.UTF8.GetBytes(Write(value));

    static void Write(StringBuilder text, object? value, int depth)
    {
        if (depth > 32)
        {
            throw new ArgumentException("Deeper than 32 levels.");
        }

        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool yes:
                text.Append(yes ? "true" : "false");
                break;
            case string words:
                WriteString(text, words);
                break;
            case int or long:
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                if (number is < -Largest or > Largest)
                {
                    throw new ArgumentException($"{number} is not exact in every JSON reader.");
                }

                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(text, members, depth);
                break;
            case IEnumerable<KeyValuePair<string, string>> members:
                WriteObject(text, members.Select(member => KeyValuePair.Create(member.Key, (object?)member.Value)), depth);
                break;
            case System.Collections.IEnumerable items:
                WriteList(text, items, depth);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} has no canonical form.");
        }
    }

    static void WriteObject(StringBuilder text, IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        text.Append('{');
        string? before = null;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal)) // ordinal = by UTF-16 unit, RFC 8785 3.2.3
        {
            if (name == before)
            {
                throw new ArgumentException($"The member {name} stands twice.");
            }

            if (before is not null)
            {
                text.Append(',');
            }

            WriteString(text, before = name);
            text.Append(':');
            Write(text, value, depth + 1);
        }

        text.Append('}');
    }

    static void WriteList(StringBuilder text, System.Collections.IEnumerable items, int depth)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Write(text, item, depth + 1);
        }

        text.Append(']');
    }

    static void WriteString(StringBuilder text, string words)
    {
        text.Append('"');
        for (var at = 0; at < words.Length; at++)
        {
            var c = words[at];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || at + 1 == words.Length || !char.IsLowSurrogate(words[at + 1]))
                {
                    throw new ArgumentException($"An unpaired surrogate at character {at}.");
                }

                text.Append(c).Append(words[++at]);
                continue;
            }

            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
