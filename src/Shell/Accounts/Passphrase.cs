using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>
/// PBKDF2-SHA-256, 600,000 rounds (0.3 s). One at a time: a wave of sign-ins must not take the processors from a dispatch.
/// Stored as <c>pbkdf2-sha256$rounds$salt$hash</c>, so that rounds can grow.
/// </summary>
sealed class Passphrase : IDisposable
{
    public const int Least = 15;
    public const int Most = 128;
    const int Rounds = 600_000;

    // What someone who knows the trade tries first (ASVS 6.1.2).
    static readonly string[] Obvious = ["belfry", "bealert", "crisiscentr", "centredecrise", "krisenzentrum", "noodplan", "nccn", "password", "wachtwoord", "motdepasse", "passwort", "welkom", "qwerty", "azerty", "123456"];

    readonly SemaphoreSlim one = new(1);
    readonly string nobody;

    public Passphrase() => nobody = Encode(RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(32)); // opens for no text

    /// <returns>ACC-015 when too short, too long or too easy.</returns>
    public static Result<Done> Check(string text, string signInName)
    {
        var folded = Fold(text);
        var (plain, name) = (Letters(folded), Letters(signInName));
        var rest = Obvious.Append(signInName.Split('@')[0]).Where(word => word.Length >= 3).Aggregate(plain, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        var length = new StringInfo(folded).LengthInTextElements;
        return length is >= Least and <= Most && rest.Length >= 10 && rest.Distinct().Count() >= 5 && !(name.Length >= 5 && plain.Contains(name, StringComparison.Ordinal))
            ? Done.Value
            : AccountProblems.PassphraseRefused.At("passphrase", ("least", Least), ("most", Most));
    }

    static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    public Task<string> HashAsync(string text, CancellationToken ct) => AloneAsync(() =>
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return Encode(salt, Derive(text, salt, Rounds));
    }, ct);

    /// <param name="stored">Empty when there is none: takes as long and answers no.</param>
    public Task<bool> IsAsync(string text, string stored, CancellationToken ct) => AloneAsync(() =>
    {
        var parts = (stored.Length > 0 ? stored : nobody).Split('$');
        return CryptographicOperations.FixedTimeEquals(
            Derive(text, Convert.FromHexString(parts[2]), int.Parse(parts[1], CultureInfo.InvariantCulture)), Convert.FromHexString(parts[3]));
    }, ct);

    async Task<T> AloneAsync<T>(Func<T> work, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            one.Release();
        }
    }

    static byte[] Derive(string text, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Fold(text)), salt, rounds, HashAlgorithmName.SHA256, 32);

    static string Encode(byte[] salt, byte[] hash) => $"pbkdf2-sha256${Rounds}${Convert.ToHexStringLower(salt)}${Convert.ToHexStringLower(hash)}";

    // The same words typed on another keyboard are the same passphrase (RFC 8265: NFC; no truncation, no trimming). What Check refuses is nobody's.
    static string Fold(string text) => text.Length > 4 * Most ? "" : text.Normalize();

    public void Dispose() => one.Dispose();
}
