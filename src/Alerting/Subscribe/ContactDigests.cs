using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Belfry.Dispatch;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// Finds an address again without keeping it readable. Numbers are few enough to try them all, so the digest is keyed, with a key of its own
/// that lies with the other keys (<c>contacts.key</c>) and never in the database.
/// </summary>
sealed class ContactDigests
{
    readonly byte[] key;

    public ContactDigests(Instance instance)
    {
        var file = Path.Combine(instance.Folder, "keys", "contacts.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var made = new StreamWriter(file, options);
            made.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        key = Convert.FromHexString(File.ReadAllText(file).Trim());
    }

    public byte[] Of(ChannelKind channel, string address) => Of($"{channel} {address.Trim().ToLowerInvariant()}");

    public byte[] OfCode(Guid request, ChannelKind channel, string code) => Of($"code {request:N} {channel} {code}");

    /// <summary>16 bytes under the key: what a link carries to show that we made it.</summary>
    public byte[] Seal(string text) => Of("seal " + text)[..16];

    byte[] Of(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

/// <summary>A random word of 128 bits that opens something; only its digest is stored.</summary>
static class LinkWord
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] DigestOf(string word) => SHA256.HashData(Encoding.UTF8.GetBytes(word));
}
