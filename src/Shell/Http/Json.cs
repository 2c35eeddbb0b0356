using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>JSON at the rim: unknown members are refused, enums go by name, instants in UTC.</summary>
public static class Json
{
    /// <summary>Of a usual command. A file has its own limit.</summary>
    public const int UsualBytes = 1024 * 1024;

    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <returns>The body, KERNEL-006 with the place, or SHELL-007 when it is too large.</returns>
    public static async Task<Result<T>> ReadAsync<T>(HttpContext http, int mostBytes = UsualBytes)
    {
        var bytes = await BytesAsync(http, mostBytes);
        return bytes.Then(body => Parse<T>(body));
    }

    public static Result<T> Parse<T>(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body.Span, Strict) is { } value ? value : KernelProblems.JsonRefused.With(("where", "$"), ("reason", "null"));
        }
        catch (JsonException fault)
        {
            return KernelProblems.JsonRefused.With(("where", Where(fault)), ("reason", Reason(fault)));
        }
    }

    public static async Task<Result<ReadOnlyMemory<byte>>> BytesAsync(HttpContext http, int mostBytes)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (body.Length + read > mostBytes)
            {
                return ShellProblems.BodyTooLarge.With(("limit", mostBytes));
            }

            body.Write(buffer, 0, read);
        }

        return (ReadOnlyMemory<byte>)body.ToArray();
    }

    static string Where(JsonException fault) =>
        (fault.Path ?? "$") + (fault.LineNumber is { } line ? FormattableString.Invariant($" (line {line + 1}, byte {(fault.BytePositionInLine ?? 0) + 1})") : "");

    // The framework ends its sentence with the place, which we say ourselves, and names our types, which nobody outside knows.
    static string Reason(JsonException fault)
    {
        var end = fault.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = end < 0 ? fault.Message : fault.Message[..end];
        return text.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such member" : text.Split(" for type ")[0].TrimEnd('.', ' ');
    }
}
