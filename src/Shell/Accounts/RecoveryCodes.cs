using System.Security.Cryptography;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Ten codes, each good once, in place of the authenticator's. 120 bits each, so a plain hash holds (ASVS 6.5.2).</summary>
static class RecoveryCodes
{
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // no I, O, 0, 1: they are read from paper

    public static string[] New() => [.. Enumerable.Range(0, 10).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, 24).Chunk(6).Select(part => new string(part))))];

    public static byte[] HashOf(Guid account, string? code) => SHA256.HashData(Encoding.UTF8.GetBytes(account.ToString("N") + Fold(code)));

    public static bool Looks(string? code) => Fold(code).Length == 24;

    public static async Task StoreAsync(Change change, Guid account, IReadOnlyList<string> codes)
    {
        await change.ExecuteAsync("delete from recovery_code where account = @account", new { account });
        foreach (var code in codes)
        {
            await change.ExecuteAsync("insert into recovery_code (account, hash) values (@account, @hash)", new { account, hash = HashOf(account, code) });
        }
    }

    static string Fold(string? code) => new([.. (code ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit)]);
}
