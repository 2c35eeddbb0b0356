using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Serve;

/// <summary>
/// A world in one file: tar.gz of backup.json, belfry.db (taken while in use), heads.log and keys.sealed — the keys under a passphrase
/// (PBKDF2-SHA256, AES-256-GCM). A restored instance begins disarmed.
/// </summary>
static class Backup
{
    public const int LeastPassphrase = 12;

    const string Format = "belfry-backup/1";
    const int Rounds = 600_000; // OWASP 2023 for PBKDF2-HMAC-SHA256
    const int SaltLength = 16;
    const int Overhead = SaltLength + 12 + 16;

    sealed record Label(string Format, string World, DateTimeOffset At);

    public static async Task WriteAsync(Db db, Instance instance, string file, string passphrase, CancellationToken ct)
    {
        var copy = Path.Combine(instance.Folder, $".backup-{Environment.ProcessId}.db");
        try
        {
            await db.BackupAsync(copy, ct);
            await using (var zip = new GZipStream(File.Create(file + ".tmp"), CompressionLevel.Fastest))
            await using (var tar = new TarWriter(zip))
            {
                await AddAsync(tar, "backup.json", JsonSerializer.SerializeToUtf8Bytes(new Label(Format, instance.World.ToString(), instance.Clock.Now)), ct);
                await tar.WriteEntryAsync(copy, "belfry.db", ct);
                await AddAsync(tar, "keys.sealed", Seal(await KeysAsync(Path.Combine(instance.Folder, "keys"), ct), passphrase), ct);
                var heads = Path.Combine(instance.Folder, HeadSigner.FileName);
                if (File.Exists(heads))
                {
                    await AddAsync(tar, HeadSigner.FileName, await File.ReadAllBytesAsync(heads, ct), ct);
                }
            }

            File.Move(file + ".tmp", file, overwrite: true); // whole or not at all
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <returns>Null when it is done, else the sentence that says why not; then nothing was left behind.</returns>
    public static async Task<string?> ReadAsync(string file, string folder, World world, string passphrase, Clock clock, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return $"{folder} is not empty. Restore into a new folder, then move it.";
        }

        using var held = DataFolder.Hold(folder);

        // First of all: whatever happens next, this folder does not send.
        Arming.Disarm(folder, clock, DisarmCause.Restored, Path.GetFileName(file));
        var (labelled, keyed, refused) = (false, false, "");
        try
        {
            await using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            await using var tar = new TarReader(zip);
            while (refused.Length == 0 && await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                switch (entry.Name)
                {
                    case "backup.json":
                        var label = JsonSerializer.Deserialize<Label>(await BytesAsync(entry, ct));
                        labelled = label?.Format == Format;
                        refused = label?.World == world.ToString() ? "" : $"{file} is of the world {label?.World}, not {world}.";
                        break;
                    case "belfry.db" or HeadSigner.FileName:
                        await entry.ExtractToFileAsync(Path.Combine(folder, entry.Name), overwrite: false, ct);
                        break;
                    case "keys.sealed":
                        if (Open(await BytesAsync(entry, ct), passphrase) is { } keys)
                        {
                            keyed = true;
                            await UnpackAsync(keys, Path.Combine(folder, "keys"), ct);
                        }
                        else
                        {
                            refused = "The passphrase does not open the keys of this backup, or the file was changed.";
                        }

                        break;
                    default:
                        refused = $"{file}: {entry.Name} does not belong in a backup.";
                        break;
                }
            }

            if (refused.Length == 0 && !(labelled && keyed && File.Exists(Path.Combine(folder, "belfry.db"))))
            {
                refused = $"{file} is no whole {Format} file.";
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            refused = $"{file} is no whole {Format} file: {fault.Message}";
        }

        if (refused.Length == 0)
        {
            return null;
        }

        held.Dispose();
        Directory.Delete(folder, recursive: true);
        return refused;
    }

    static async Task AddAsync(TarWriter tar, string name, byte[] content, CancellationToken ct) =>
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, ct);

    static async Task<byte[]> BytesAsync(TarEntry entry, CancellationToken ct)
    {
        using var all = new MemoryStream();
        await (entry.DataStream?.CopyToAsync(all, ct) ?? Task.CompletedTask);
        return all.ToArray();
    }

    static async Task<byte[]> KeysAsync(string folder, CancellationToken ct)
    {
        using var all = new MemoryStream();
        await using (var tar = new TarWriter(all, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                await AddAsync(tar, Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct), ct);
            }
        }

        return all.ToArray();
    }

    static async Task UnpackAsync(byte[] keys, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        await using var tar = new TarReader(new MemoryStream(keys));
        while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            await entry.ExtractToFileAsync(Path.Combine(folder, Path.GetFileName(entry.Name)), overwrite: false, ct);
        }
    }

    static byte[] Seal(byte[] plain, string passphrase)
    {
        var box = new byte[Overhead + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, SaltLength + 12));
        using var aes = new AesGcm(KeyOf(passphrase, box.AsSpan(0, SaltLength)), 16);
        aes.Encrypt(box.AsSpan(SaltLength, 12), plain, box.AsSpan(Overhead), box.AsSpan(SaltLength + 12, 16), Encoding.UTF8.GetBytes(Format));
        return box;
    }

    static byte[]? Open(byte[] box, string passphrase)
    {
        if (box.Length < Overhead)
        {
            return null;
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(KeyOf(passphrase, box.AsSpan(0, SaltLength)), 16);
        try
        {
            aes.Decrypt(box.AsSpan(SaltLength, 12), box.AsSpan(Overhead), box.AsSpan(SaltLength + 12, 16), plain, Encoding.UTF8.GetBytes(Format));
            return plain;
        }
        catch (CryptographicException)
        {
            return null; // wrong passphrase or changed file: they cannot be told apart
        }
    }

    static byte[] KeyOf(string passphrase, ReadOnlySpan<byte> salt) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, 32);
}
