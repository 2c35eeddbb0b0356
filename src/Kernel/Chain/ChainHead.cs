using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Belfry.Kernel;

/// <summary>
/// A signed head in the form of C2SP tlog-checkpoint and signed-note: origin, size and root on a line each, an empty line, then
/// <c>— name base64(key id ‖ signature)</c>. The signature covers the three lines. Others can co-sign it as it is.
/// </summary>
public sealed record ChainHead(string Origin, long Count, byte[] Hash)
{
    string Text => $"{Origin}\n{Count.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Hash)}\n";

    /// <param name="name">Of the signer, without spaces: the host name of the instance.</param>
    public string Sign(SigningKey key, string name)
    {
        var signature = key.Sign(Encoding.UTF8.GetBytes(Text));
        return $"{Text}\n— {name} {Convert.ToBase64String([.. Convert.FromHexString(key.Id), .. signature])}\n";
    }

    /// <returns>The head when one of its signatures is by <paramref name="key"/> and holds; null when not.</returns>
    public static ChainHead? Verify(string note, VerifyingKey key)
    {
        var split = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
        {
            return null;
        }

        var text = note[..(split + 1)];
        if (text.Split('\n') is not [var origin, var count, var root, ""] || !long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return null;
        }

        var hash = new byte[SHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(root, hash, out var length) || length != hash.Length)
        {
            return null;
        }

        var signed = note[(split + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(line => Holds(line, text, key));
        return signed ? new ChainHead(origin, size, hash) : null;
    }

    static bool Holds(string line, string text, VerifyingKey key)
    {
        if (line.Split(' ') is not ["—", _, var encoded])
        {
            return false;
        }

        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length > 4
            && Convert.ToHexStringLower(bytes.AsSpan(0, 4)) == key.Id
            && key.Verify(Encoding.UTF8.GetBytes(text), bytes.AsSpan(4, length - 4));
    }
}
