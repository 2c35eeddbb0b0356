using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace Belfry.Tests.Shell.Look;

/// <summary>The released files of others are the ones the list names, byte for byte.</summary>
public sealed partial class LibraryTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Shell", "wwwroot", "lib");

    static readonly Dictionary<string, string> Listed = Line().Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
        .ToDictionary(line => line.Groups["file"].Value, line => line.Groups["hash"].Value, StringComparer.Ordinal);

    [Fact]
    public void Every_released_file_has_the_hash_the_list_names()
    {
        Assert.True(Listed.Count >= 6);
        foreach (var (file, hash) in Listed)
        {
            Assert.Equal((file, hash), (file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))))));
        }
    }

    [Fact]
    public void No_file_stands_in_lib_without_being_listed() =>
        Assert.DoesNotContain(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')),
            file => file != "README.md" && !file.EndsWith("LICENSE.txt", StringComparison.Ordinal) && !Listed.ContainsKey(file));

    [Fact]
    public void The_style_sheet_and_the_sprite_stay_small()
    {
        Assert.InRange(new FileInfo(Path.Combine(Folder, "..", "belfry.css")).Length, 1, 36_000);
        Assert.InRange(new FileInfo(Path.Combine(Folder, "..", "icons.svg")).Length, 1, 16_000);
    }

    [Fact]
    public void Every_icon_a_component_names_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Folder, "..", "icons.svg"));
        var named = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => IconName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).Distinct().ToList();
        Assert.Contains("search", named);
        Assert.DoesNotContain(named, name => !sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void No_component_carries_an_inline_style_or_script() =>
        Assert.Empty(Directory.GetFiles(Path.Combine(Repository.Root, "src", "Shell", "Look"), "*.razor", SearchOption.AllDirectories)
            .Where(file => Inline().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));

    [GeneratedRegex(@"^\| (?<file>\S+) \| (?<hash>[0-9a-f]{64}) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex("\\bIcon( Name)?=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex IconName();

    [GeneratedRegex("\\sstyle=\"|<script>|\\son[a-z]+=\"")]
    private static partial Regex Inline();
}
