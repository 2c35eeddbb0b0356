using Belfry.Shell;

namespace Belfry.Alerting.Channels.Cap;

/// <summary>The published messages as files, so that any web server can go on showing them when the program is down.</summary>
sealed class CapFiles(Instance instance)
{
    public string Folder { get; } = Path.Combine(instance.Folder, "public", "cap");

    /// <summary>Whole or not at all: written beside, then renamed.</summary>
    public async Task WriteAsync(string identifier, byte[] document)
    {
        Directory.CreateDirectory(Folder);
        var name = string.Concat(identifier.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '_'));
        var beside = Path.Combine(Folder, $".{name}.tmp");
        await File.WriteAllBytesAsync(beside, document);
        File.Move(beside, Path.Combine(Folder, name + ".xml"), overwrite: true);
    }
}
