using Belfry.Kernel;
using Microsoft.AspNetCore.Components;

namespace Belfry.Shell.Look;

/// <summary>What every form part has: a name, a label above, help under it, the problems that stand against it.</summary>
public abstract class FieldPart : LookComponent
{
    /// <summary>Name in the form post and path in <see cref="Problem.Field"/>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required LocalizedText Label { get; set; }

    /// <summary>Under the field: what is expected, with its unit and limits.</summary>
    [Parameter]
    public LocalizedText? Help { get; set; }

    /// <summary>Marked as such; every other field must be filled.</summary>
    [Parameter]
    public bool Optional { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Null takes those of the frame whose path is <see cref="Name"/>.</summary>
    [Parameter]
    public IReadOnlyList<Problem>? Problems { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Rest { get; set; }

    protected string Id => IdOf(Name);

    protected IReadOnlyList<Problem> Own => Problems ?? [.. Frame.Problems.Where(problem => problem.Field == Name)];

    protected string? Invalid => Own.Count > 0 ? "true" : null;

    /// <summary>Ids of the help and the problems, for the reader who hears the page.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', (string[])[.. Help is null ? [] : (string[])[Id + "-help"], .. Own.Count == 0 ? [] : (string[])[Id + "-problem"]]);
            return ids.Length > 0 ? ids : null;
        }
    }
}
