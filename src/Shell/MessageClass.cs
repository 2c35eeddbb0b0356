namespace Belfry.Shell;

/// <summary>How urgent a message to people is. Not a world: a public test goes to real people in the real world. Declared in order of precedence.</summary>
public enum MessageClass
{
    /// <summary>Goes before everything, and never waits for a quiet hour.</summary>
    DangerToLife,

    /// <summary>An authority informs or asks for conduct; nobody dies of a minute's delay.</summary>
    Official,

    /// <summary>Announced test to real recipients (CAP status Test).</summary>
    PublicTest,
}
