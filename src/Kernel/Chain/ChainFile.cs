using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Belfry.Kernel;

/// <summary>
/// A chain as a file that anyone can check without us: JSON lines. First <c>{"format":"belfry-chain/1","chain":…}</c>, then an
/// entry a line (<c>{"number":…,"body":…,"hash":…}</c>), last <c>{"head":…}</c> with the signed head. Personal fields stay out.
/// </summary>
public static class ChainFile
{
    const string Format = "belfry-chain/1";

    /// <param name="Entries">How many were checked.</param>
    /// <param name="Heads">Which heads they were checked against: <c>own</c>, and <c>outside</c> when one was given.</param>
    public sealed record Verdict(string Chain, long Entries, IReadOnlyList<string> Heads);

    public static async Task ExportAsync(Reading reading, ChainName chain, SigningKey key, string host, TextWriter to)
    {
        var name = chain.ToString();
        await to.WriteLineAsync(new JsonObject { ["format"] = Format, ["chain"] = name }.ToJsonString());
        var (number, hash) = (0L, ChainEntry.Genesis(name));
        for (var page = await ChainBook.EntriesAsync(reading, name); page.Count > 0; page = await ChainBook.EntriesAsync(reading, name, number))
        {
            foreach (var entry in page)
            {
                (number, hash) = (entry.Number, entry.Hash);
                await to.WriteLineAsync(new JsonObject { ["number"] = number, ["body"] = entry.Body, ["hash"] = Convert.ToHexStringLower(hash) }.ToJsonString());
            }
        }

        await to.WriteLineAsync(new JsonObject { ["head"] = new ChainHead(ChainBook.OriginOf(host, name), number, hash).Sign(key, host) }.ToJsonString());
    }

    /// <summary>Walks the file and names the first entry that is not as it was written.</summary>
    /// <param name="outside">A signed head kept elsewhere; null when none is at hand. Only it shows that a file with its own, older head lacks the newest entries.</param>
    public static async Task<Result<Verdict>> VerifyAsync(TextReader from, VerifyingKey key, string? outside, CancellationToken ct)
    {
        if (Member(await from.ReadLineAsync(ct), "format") != Format)
        {
            return Broken(0, "the file does not begin as a belfry-chain/1 export");
        }

        // The first line was read for its format; its chain is told again by every body.
        string? chain = null;
        var (number, hash) = (0L, Array.Empty<byte>());
        var outsideHead = outside is null ? null : ChainHead.Verify(outside, key);
        if (outside is not null && outsideHead is null)
        {
            return Broken(0, "the head given beside it is not signed by this key");
        }

        var outsideMet = outsideHead is { Count: 0 };
        while (await from.ReadLineAsync(ct) is { } line)
        {
            if (Member(line, "head") is { } note)
            {
                return End(note);
            }

            var expected = number + 1;
            if (Entry(line) is not { } entry)
            {
                return Broken(expected, "it cannot be read");
            }

            var body = Body(entry.Body);
            if (body is null)
            {
                return Broken(expected, "its body cannot be read");
            }

            if (entry.Number != expected || body.Value.Number != expected)
            {
                return Broken(expected, $"entry {(entry.Number != expected ? entry.Number : body.Value.Number).ToString(CultureInfo.InvariantCulture)} stands in its place");
            }

            if (chain is null)
            {
                chain = body.Value.Chain;
                hash = ChainEntry.Genesis(chain);
            }

            hash = ChainEntry.HashOf(hash, entry.Body);
            if (body.Value.Chain != chain || !hash.AsSpan().SequenceEqual(entry.Hash))
            {
                return Broken(expected, "its text is not what was chained");
            }

            number = expected;
            if (outsideHead?.Count == number)
            {
                if (!outsideHead.Hash.AsSpan().SequenceEqual(hash))
                {
                    return Broken(number, "the head given beside it was signed over another history");
                }

                outsideMet = true;
            }
        }

        return Broken(number + 1, "the file ends without its signed head");

        Result<Verdict> End(string note)
        {
            if (ChainHead.Verify(note, key) is not { } head)
            {
                return Broken(number + 1, "the head of the file is not signed by this key");
            }

            if (head.Count != number)
            {
                return Broken(Math.Min(head.Count, number) + 1, $"the signed head counts {head.Count.ToString(CultureInfo.InvariantCulture)} entries, the file has {number.ToString(CultureInfo.InvariantCulture)}");
            }

            var root = number == 0 ? head.Hash : hash;
            if (!root.AsSpan().SequenceEqual(head.Hash) || (chain is not null && !head.Origin.EndsWith("/" + chain, StringComparison.Ordinal)))
            {
                return Broken(Math.Max(number, 1), "the signed head is over another history");
            }

            if (outsideHead is not null && !outsideMet)
            {
                return Broken(number + 1, $"the head given beside it counts {outsideHead.Count.ToString(CultureInfo.InvariantCulture)} entries");
            }

            return new Verdict(chain ?? head.Origin, number, outsideHead is null ? ["own"] : ["own", "outside"]);
        }
    }

    static Problem Broken(long entry, string reason) => KernelProblems.ChainBroken.With(("entry", entry), ("reason", reason));

    static string? Member(string? line, string name)
    {
        try
        {
            return line is null ? null : (string?)(JsonNode.Parse(line) as JsonObject)?[name];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // not our line: the caller says what it expected there
        }
    }

    static (long Number, string Body, byte[] Hash)? Entry(string line)
    {
        try
        {
            var entry = JsonNode.Parse(line);
            return ((long)entry!["number"]!, (string)entry["body"]!, Convert.FromHexString((string)entry["hash"]!));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            return null; // the caller names the entry
        }
    }

    static (string Chain, long Number)? Body(string body)
    {
        try
        {
            var facts = JsonNode.Parse(body);
            return ((string)facts!["chain"]!, (long)facts["number"]!);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            return null; // the caller names the entry
        }
    }
}
