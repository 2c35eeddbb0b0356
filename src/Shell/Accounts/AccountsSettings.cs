namespace Belfry.Shell;

/// <summary>How long things last. The defaults are those of docs (ASVS 7.1); a test shortens them.</summary>
public sealed record AccountsSettings
{
    /// <summary>A session unused for so long is over. Default 30 minutes; what was typed is kept as a draft.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is over after one shift, used or not. Default 12 hours.</summary>
    public TimeSpan Shift { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The next sign-in ends the session seen longest ago. Default 3.</summary>
    public int ParallelSessions { get; init; } = 3;

    /// <summary>Life of an invitation, and of the enrolment that it opens. Default 10 minutes.</summary>
    public TimeSpan Invitation { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Life of a persona's link in a rehearsal world. Default 12 hours.</summary>
    public TimeSpan PersonaLink { get; init; } = TimeSpan.FromHours(12);
}
