using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>The name typed to sign in, as stored and looked up: Jo@Town.be and jo@town.be are one person.</summary>
static class SignInName
{
    public const int Most = 120;

    /// <returns>SHELL-005, SHELL-006, SHELL-008 at <c>sign_in_name</c>.</returns>
    public static Result<string> From(string? typed) =>
        PlainText.From(typed, "sign_in_name", Most).Then<string>(text => text.Any(char.IsWhiteSpace)
            ? ShellProblems.HiddenCharacters.At("sign_in_name", ("position", text.IndexOf(text.First(char.IsWhiteSpace), StringComparison.Ordinal) + 1), ("code", "U+0020"))
            : text.Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    /// <summary>Empty when it could be nobody's.</summary>
    public static string Fold(string? typed) => From(typed).TryGet(out var name, out _) ? name : "";
}
