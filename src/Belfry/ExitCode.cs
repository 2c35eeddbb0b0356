namespace Belfry;

/// <summary>What the program's end tells a script. Documented in docs/operate/commands.md; a number is never reused.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>A refusal: the problems are on standard error, with code and place.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself could not be read.</summary>
    public const int Usage = 2;

    /// <summary>The server did not answer; nothing is known about the request.</summary>
    public const int Unreachable = 3;

    /// <summary>Done in part: some records were rejected, each named with its position.</summary>
    public const int Partly = 4;
}
