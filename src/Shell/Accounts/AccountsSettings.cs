using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>What Accounts needs to know of the house, and its limits.</summary>
public sealed record AccountsSettings
{
    public required World World { get; init; }

    /// <summary>A session unused for so long is over. Default 30 minutes; what was typed is kept as a draft.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is over after one shift, used or not. Default 12 hours.</summary>
    public TimeSpan Shift { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The next sign-in ends the session seen longest ago. Default 3.</summary>
    public int ParallelSessions { get; init; } = 3;

    /// <summary>How long a proof counts for what cannot be undone. Default 5 minutes.</summary>
    public TimeSpan StepUp { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Life of an invitation, and of the enrolment that it opens. Default 10 minutes.</summary>
    public TimeSpan Invitation { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Life of a persona's link in a rehearsal world. Default 12 hours.</summary>
    public TimeSpan PersonaLink { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Whether the person may invite, disable and re-enrol accounts of the organisation. Default: nobody.</summary>
    public Func<CurrentPerson, Guid, bool> MayManage { get; init; } = static (_, _) => false;

    /// <summary>Which role grants there are; a refusal stands at the field of the form. Default: any text up to 500 characters.</summary>
    public Func<string, Result<Done>> CheckGrants { get; init; } = static _ => Done.Value;

    /// <summary>Runs in the very change that opens an account or a persona, with the grants of its invitation. Default: nothing.</summary>
    public Func<Change, Account, Task<Result<Done>>> Enrolled { get; init; } = static (_, _) => Task.FromResult<Result<Done>>(Done.Value);
}
