using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Belfry.Shell;

/// <summary>Random tokens of 256 bits with a prefix that says what they are (so that a leaked one is recognised). Only the hash is stored.</summary>
static class Secret
{
    public const string Session = "bfs_";
    public const string Invitation = "bfi_";
    public const string First = "bff_";
    public const string Persona = "bfp_";
    public const string Enrolment = "bfe_";
    public const string Api = "bft_";

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 is enough: nobody guesses 256 random bits.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static bool Looks(string? token, string prefix) => token is { Length: 47 } && token.StartsWith(prefix, StringComparison.Ordinal);
}
