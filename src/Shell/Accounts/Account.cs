using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A person who may sign in. Holds no secret: how the person proves who they are stays in Accounts.</summary>
/// <param name="SignInName">Unique in the world, folded: trimmed, NFKC, lower case.</param>
/// <param name="Persona">A role of the rehearsal world, entered by one-time links. Never in the real world.</param>
/// <param name="LastSignIn">Null when never.</param>
public sealed record Account(
    Guid Id, Guid Organisation, string Name, string SignInName, Language Language, bool Disabled, bool Persona, DateTimeOffset Created, DateTimeOffset? LastSignIn)
{
    public Id<Account> Key => new(Id);

    internal Viewer Viewer => Viewer.Of(Id, Name, Organisation);
}
