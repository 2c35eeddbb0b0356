namespace Belfry.Shell;

/// <summary>How loud a word or notice is. Each has a shape besides its colour. Danger is for life and for what cannot be undone.</summary>
public enum Tone
{
    Neutral,
    Note,
    Ok,
    Warning,
    Danger,
}
