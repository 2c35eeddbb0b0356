namespace Belfry.Shell.Http;

/// <summary>A path of this site, for going back to: never another host (S-9).</summary>
static class LocalPath
{
    /// <returns>The path, or "/" when it is missing or leads elsewhere.</returns>
    public static string Of(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.AsSpan().ContainsAny("\\\r\n\t") ? path : "/";
}
