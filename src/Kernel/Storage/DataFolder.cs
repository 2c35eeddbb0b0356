namespace Belfry.Kernel;

/// <summary>The folder of one world, held by one process at a time. The lock goes with the process, however it ends.</summary>
public sealed class DataFolder : IDisposable
{
    readonly FileStream held;

    DataFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

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
}
