using System.Security.Cryptography;

namespace Belfry.Kernel;

/// <summary>The folder of one world, held by one process at a time. The lock goes with the process, however it ends.</summary>
public sealed class DataFolder : IDisposable
{
    readonly FileStream held;

    DataFolder(string path, FileStream held) => (Path, this.held, Mark) = (path, held, MarkOf(held));

    public string Path { get; }

    /// <summary>Drawn when the folder was first held, in the lock file: two folders never have the same, unless one was copied.</summary>
    public string Mark { get; }

    /// <exception cref="IOException">Another process holds it.</exception>
    public static DataFolder Hold(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new IOException($"{path} is in use by another belfry. Stop that one first, or name another folder with --data.", fault);
        }
    }

    public void Dispose() => held.Dispose();

    static string MarkOf(FileStream held)
    {
        Span<byte> mark = stackalloc byte[16];
        if (held.Length == mark.Length)
        {
            held.ReadExactly(mark);
        }
        else
        {
            RandomNumberGenerator.Fill(mark);
            held.SetLength(0);
            held.Write(mark);
            held.Flush();
        }

        return Convert.ToHexStringLower(mark);
    }
}
