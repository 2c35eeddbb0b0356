using System.Security.Cryptography;
using System.Text;

namespace Belfry.Kernel;

/// <summary>
/// AES-256-GCM under a key with an id. A sealed value is bound to its place (table, row, field, organisation): moved elsewhere it
/// does not open. Layout: version 1, key id 4, nonce 12, tag 16, ciphertext.
/// </summary>
public sealed class Envelope
{
    readonly Dictionary<string, byte[]> keys;

    /// <param name="keys">Key id (8 hex digits) to 32 bytes. Older ones open what they sealed; <paramref name="current"/> seals.</param>
    internal Envelope(IReadOnlyDictionary<string, byte[]> keys, string current) =>
        (this.keys, CurrentKey) = (new Dictionary<string, byte[]>(keys, StringComparer.Ordinal), current);

    public string CurrentKey { get; }

    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var sealedValue = new byte[33 + plain.Length];
        sealedValue[0] = 1;
        Convert.FromHexString(CurrentKey).CopyTo(sealedValue, 1);
        RandomNumberGenerator.Fill(sealedValue.AsSpan(5, 12));
        using var aes = new AesGcm(keys[CurrentKey], 16);
        aes.Encrypt(sealedValue.AsSpan(5, 12), plain, sealedValue.AsSpan(33), sealedValue.AsSpan(17, 16), Encoding.UTF8.GetBytes(place));
        return sealedValue;
    }

    public byte[] Seal(string plain, string place) => Seal(Encoding.UTF8.GetBytes(plain), place);

    /// <exception cref="CryptographicException">The key is gone, the value was changed, or it belongs to another place.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedValue, string place)
    {
        if (sealedValue.Length < 33 || sealedValue[0] != 1)
        {
            throw new CryptographicException("Not a sealed value.");
        }

        var id = Convert.ToHexStringLower(sealedValue.Slice(1, 4));
        if (!keys.TryGetValue(id, out var key))
        {
            throw new CryptographicException($"Key {id} is not here.");
        }

        var plain = new byte[sealedValue.Length - 33];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(sealedValue.Slice(5, 12), sealedValue[33..], sealedValue.Slice(17, 16), plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }

    public string OpenText(ReadOnlySpan<byte> sealedValue, string place) => Encoding.UTF8.GetString(Open(sealedValue, place));
}
