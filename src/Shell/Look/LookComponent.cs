using Belfry.Kernel;
using Microsoft.AspNetCore.Components;

namespace Belfry.Shell.Look;

/// <summary>What every component of the look has: the frame it is drawn in.</summary>
public abstract class LookComponent : ComponentBase
{
    [CascadingParameter]
    public required Frame Frame { get; set; }

    protected string Say(LocalizedText text) => text[Frame.Language];

    /// <summary>An element id from a field's path: <c>areas[0].name</c> becomes <c>f-areas-0--name</c>.</summary>
    protected static string IdOf(string path) =>
        "f-" + string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
