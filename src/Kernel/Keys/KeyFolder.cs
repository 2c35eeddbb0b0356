using System.Security.Cryptography;

namespace Belfry.Kernel;

/// <summary>
/// The keys of one world, as files only the program's user can read: <c>sign-ID.pem</c> and <c>seal-ID.key</c>. The newest of each
/// is in use, older ones still verify and open. On a nation's nodes the folder is a mounted secret.
/// </summary>
public sealed class KeyFolder : IDisposable
{
    KeyFolder(SigningKey signing, Envelope envelope, IReadOnlyList<string> publicPems) => (Signing, Envelope, PublicPems) = (signing, envelope, publicPems);

    public SigningKey Signing { get; }

    public Envelope Envelope { get; }

    /// <summary>Of every signing key that was ever in use here, oldest first.</summary>
    public IReadOnlyList<string> PublicPems { get; }

    /// <summary>Opens the folder, making the first keys when it is empty.</summary>
    public static KeyFolder Open(string folder)
    {
        Directory.CreateDirectory(folder);
        Own(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Files(folder, "sign-*.pem").Count == 0)
        {
            AddSigningKey(folder);
        }

        if (Files(folder, "seal-*.key").Count == 0)
        {
            AddSealingKey(folder);
        }

        var signing = Files(folder, "sign-*.pem").Select(file => SigningKey.FromPem(File.ReadAllText(file))).ToList();
        var sealing = Files(folder, "seal-*.key").Select(file => (Id: Path.GetFileNameWithoutExtension(file)[^8..], Key: Convert.FromHexString(File.ReadAllText(file).Trim()))).ToList();
        var pems = signing.Select(key => key.PublicPem).ToList();
        signing[..^1].ForEach(old => old.Dispose());
        return new KeyFolder(signing[^1], new Envelope(sealing.ToDictionary(pair => pair.Id, pair => pair.Key), sealing[^1].Id), pems);
    }

    /// <summary>Rotation: the new key is in use from the next <see cref="Open"/>.</summary>
    public static void AddSigningKey(string folder)
    {
        using var key = SigningKey.Create();
        Write(Path.Combine(folder, $"sign-{Next(folder, "sign-*.pem")}-{key.Id}.pem"), key.ToPem());
    }

    public static void AddSealingKey(string folder)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var id = Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4));
        Write(Path.Combine(folder, $"seal-{Next(folder, "seal-*.key")}-{id}.key"), Convert.ToHexStringLower(key));
    }

    // Four digits of order in the name: the newest is the last, whatever the clock says.
    static string Next(string folder, string pattern) => (Files(folder, pattern).Count + 1).ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    static List<string> Files(string folder, string pattern) => [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)];

    static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(text);
    }

    static void Own(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    public void Dispose() => Signing.Dispose();
}
