using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Belfry.Kernel;

namespace Belfry.Configure;

/// <summary>
/// Holds settings against the types they are for: a member that no type has, that comes twice or is of another kind is refused where it
/// stands. Remembers where each value came from, so that a later refusal can say so too.
/// </summary>
sealed class SettingsShape
{
    readonly List<Problem> problems = [];
    readonly Dictionary<string, string> places = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Where the value under a key such as <c>dispatch:sms:0:port</c> was written; the key itself when it is a default.</summary>
    public string PlaceOf(string key)
    {
        for (var at = key; ; at = at[..at.LastIndexOf(':')])
        {
            if (places.TryGetValue(at, out var place))
            {
                return at == key ? place : $"{place} {Dotted(key)}";
            }

            if (!at.Contains(':', StringComparison.Ordinal))
            {
                return Dotted(key);
            }
        }
    }

    /// <param name="name">Of the file, for the place.</param>
    public void ReadFile(ReadOnlySpan<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
        try
        {
            reader.Read();
            Walk(ref reader, json, typeof(BelfrySettings), "", name);
            while (reader.Read())
            {
            }
        }
        catch (JsonException fault)
        {
            var reason = fault.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            problems.Add(SettingsProblems.Unreadable.At($"{name} line {(fault.LineNumber ?? 0) + 1}", ("reason", reason)));
        }
    }

    /// <summary>One value from the environment or the command line.</summary>
    /// <param name="key">With colons: <c>dispatch:sms:0:port</c>.</param>
    public void ReadOne(string key, string value, string place)
    {
        var type = typeof(BelfrySettings);
        foreach (var part in key.Split(':'))
        {
            if (ElementOf(type) is { } element)
            {
                type = int.TryParse(part, out var index) && index is >= 0 and < 100 ? element : null;
            }
            else
            {
                type = Member(type, part)?.PropertyType;
            }

            if (type is null)
            {
                problems.Add(SettingsProblems.Unknown.At(place, ("known", Known(typeof(BelfrySettings)))));
                return;
            }
        }

        Keep(key, place);
        if (IsSection(type) || ElementOf(type) is not null || !Fits(type, value))
        {
            problems.Add(SettingsProblems.WrongKind.At(place, ("kind", KindOf(type))));
        }
    }

    void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Type type, string key, string name)
    {
        Keep(key, Place(json, reader.TokenStartIndex, key, name));
        var (token, start) = (reader.TokenType, reader.TokenStartIndex);
        if (IsSection(type) && token == JsonTokenType.StartObject)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (member, at) = (reader.GetString()!, reader.TokenStartIndex);
                var path = key.Length == 0 ? member : key + ":" + member;
                reader.Read();
                if (Member(type, member) is not { } property)
                {
                    problems.Add(SettingsProblems.Unknown.At(Place(json, at, path, name), ("known", Known(type))));
                    reader.Skip();
                }
                else
                {
                    if (!seen.Add(member))
                    {
                        problems.Add(SettingsProblems.Twice.At(Place(json, at, path, name)));
                    }

                    Walk(ref reader, json, property.PropertyType, path, name);
                }
            }
        }
        else if (ElementOf(type) is { } element && token == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                Walk(ref reader, json, element, $"{key}:{index}", name);
            }
        }
        else if (IsSection(type) || ElementOf(type) is not null || !Suits(type, token) || !Fits(type, Text(ref reader)))
        {
            problems.Add(SettingsProblems.WrongKind.At(Place(json, start, key, name), ("kind", KindOf(type))));
            reader.Skip();
        }
    }

    static string Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);

    void Keep(string key, string place) => places[key] = place;

    static string Place(ReadOnlySpan<byte> json, long at, string key, string name) => $"{name} line {json[..(int)at].Count((byte)'\n') + 1} {Dotted(key)}".TrimEnd();

    static string Dotted(string key)
    {
        var text = new StringBuilder();
        foreach (var part in key.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(int.TryParse(part, out _) ? $"[{part}]" : text.Length == 0 ? part : "." + part);
        }

        return text.ToString();
    }

    static bool IsSection(Type type) => type.IsClass && type != typeof(string);

    static Type? ElementOf(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(property => property.CanWrite);

    static PropertyInfo? Member(Type type, string name) => Members(type).FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    static string Known(Type type) => string.Join(", ", Members(type).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));

    static bool Suits(Type type, JsonTokenType token) => type == typeof(bool) ? token is JsonTokenType.True or JsonTokenType.False
        : type == typeof(int) || type == typeof(byte) ? token == JsonTokenType.Number : token == JsonTokenType.String;

    static bool Fits(Type type, string text)
    {
        try
        {
            return type == typeof(string) || (type.IsEnum ? Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null);
        }
        catch (Exception unfit) when (unfit is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            return false; // the caller names it, with its place
        }
    }

    static string KindOf(Type type) => ElementOf(type) is not null ? "[…]" : IsSection(type) ? "{…}" : type.IsEnum ? string.Join(" | ", Enum.GetNames(type))
        : type == typeof(bool) ? "true | false" : type == typeof(TimeSpan) ? "\"d.hh:mm:ss\"" : type == typeof(byte) ? "0…255" : type == typeof(int) ? "1234" : "\"…\"";
}
