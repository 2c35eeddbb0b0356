using System.Security.Cryptography;
using System.Text;

namespace Belfry.Kernel;

/// <summary>Which chain: the audit of an organisation, the logbook of an incident. There is none for the whole program.</summary>
/// <param name="Kind">A word: <c>audit</c>, <c>logbook</c>.</param>
public readonly record struct ChainName(string Kind, Guid Owner, Guid Organisation)
{
    public static ChainName AuditOf(Guid organisation) => new("audit", organisation, organisation);

    public override string ToString() => $"{Kind}/{Owner:D}";
}

/// <summary>What will be chained. Numbers, times and hashes are added when it is.</summary>
/// <param name="Facts">Strings, whole numbers, yes/no, and lists and objects of these.</param>
/// <param name="Personal">Fields about people. The chain holds only a salted commitment to each, so that erasing the field leaves the chain valid.</param>
public sealed record ChainEntryDraft(string Kind, IReadOnlyDictionary<string, object?> Facts, IReadOnlyDictionary<string, string> Personal);

sealed record ChainAppend(ChainName Chain, ChainEntryDraft Entry, Func<long, Task>? Numbered);

/// <summary>An entry as it stands in the chain: <paramref name="Hash"/> = SHA-256(hash before it ‖ <paramref name="Body"/> in UTF-8).</summary>
public sealed record ChainEntry(long Number, DateTimeOffset At, string Body, byte[] Hash)
{
    /// <summary>The hash before entry 1, so that two chains never share a beginning.</summary>
    public static byte[] Genesis(string chain) => SHA256.HashData(Encoding.UTF8.GetBytes("belfry chain 1\n" + chain + "\n"));

    public static byte[] HashOf(ReadOnlySpan<byte> before, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var joined = new byte[before.Length + bytes.Length];
        before.CopyTo(joined);
        bytes.CopyTo(joined, before.Length);
        return SHA256.HashData(joined);
    }

    /// <summary>SHA-256(salt ‖ field ‖ newline ‖ value), in hex.</summary>
    public static string Commitment(byte[] salt, string field, string value) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(field + "\n" + value)]));
}
