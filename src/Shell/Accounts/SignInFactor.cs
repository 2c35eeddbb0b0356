namespace Belfry.Shell;

/// <summary>How a session was opened, or stepped up. Stored by name.</summary>
public enum SignInFactor
{
    /// <summary>WebAuthn with user verification: two factors in one, and not to be phished.</summary>
    Passkey,

    /// <summary>Passphrase and one-time code.</summary>
    Code,

    /// <summary>Passphrase and a recovery code. Never counts as a step-up.</summary>
    RecoveryCode,

    /// <summary>A persona's one-time link, in a rehearsal world.</summary>
    Link,

    /// <summary>Not a session: an API token.</summary>
    Token,
}
