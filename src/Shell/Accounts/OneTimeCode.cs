using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Belfry.Shell;

/// <summary>TOTP (RFC 6238): six digits, 30 s steps, HMAC-SHA-1 because that is what every authenticator app computes.</summary>
static class OneTimeCode
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 base32

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20); // RFC 4226 R6: 160 bits

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    /// <returns>The step whose code this is, the one before or after the current included (a phone's clock is off); null when none, or not after <paramref name="last"/>.</returns>
    public static long? Match(byte[] key, string? code, DateTimeOffset now, long last)
    {
        var given = Encoding.ASCII.GetBytes((code ?? "").Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(At(key, step))) && step > last)
            {
                found = step;
            }
        }

        return found;
    }

    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[19] & 15)..]) & int.MaxValue; // RFC 4226 5.3
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, have) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, have) = (((bits & 31) << 8) | one, have + 8);
            for (; have >= 5; have -= 5)
            {
                text.Append(Alphabet[(bits >> (have - 5)) & 31]);
            }
        }

        return have == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - have)) & 31]).ToString();
    }

    /// <summary>What an authenticator app reads from a link or a picture.</summary>
    public static string Address(string signInName, byte[] key) =>
        $"otpauth://totp/Belfry:{Uri.EscapeDataString(signInName)}?secret={Base32(key)}&issuer=Belfry&digits=6&period=30";
}
