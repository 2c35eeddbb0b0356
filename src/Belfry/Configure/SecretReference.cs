using Belfry.Kernel;

namespace Belfry.Configure;

/// <summary>Where a secret is kept: <c>env:NAME</c> or <c>file:PATH</c>. The secret itself is in no setting, and no refusal repeats what stood there.</summary>
static class SecretReference
{
    const string Variable = "env:";
    const string InFile = "file:";
    const int MostBytes = 4_096;

    /// <param name="place">Of the setting, for the refusal.</param>
    /// <param name="folder">Relative paths are of this folder.</param>
    /// <returns>The secret; SET-009 when it stands there itself, SET-010…012 when it cannot be had.</returns>
    public static Result<string> Read(string reference, string place, string folder)
    {
        if (reference.StartsWith(Variable, StringComparison.Ordinal))
        {
            var name = reference[Variable.Length..];
            return name.Length > 0 && Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : SettingsProblems.NoVariable.At(place, ("name", name));
        }

        return reference.StartsWith(InFile, StringComparison.Ordinal)
            ? FromFile(Path.Combine(folder, reference[InFile.Length..]), place)
            : SettingsProblems.SecretInFile.At(place);
    }

    static Result<string> FromFile(string path, string place)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > MostBytes)
            {
                return SettingsProblems.NoSecretFile.At(place, ("name", path));
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            {
                return SettingsProblems.SecretFileOpen.At(place, ("name", path));
            }

            return File.ReadAllText(path).TrimEnd('\r', '\n') is { Length: > 0 } secret ? secret : SettingsProblems.NoSecretFile.At(place, ("name", path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SettingsProblems.NoSecretFile.At(place, ("name", path));
        }
    }
}
