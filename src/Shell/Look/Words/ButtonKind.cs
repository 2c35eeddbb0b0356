namespace Belfry.Shell;

public enum ButtonKind
{
    Plain,

    /// <summary>What one came for; at most one on a screen.</summary>
    Primary,

    /// <summary>Beside text or in bars.</summary>
    Quiet,

    /// <summary>What cannot be undone.</summary>
    Danger,

    /// <summary>Reaches people. Red in the real world; hatched in the world's colour, with its word, in the others.</summary>
    Send,
}
