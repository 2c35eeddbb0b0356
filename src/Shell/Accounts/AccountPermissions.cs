using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Rights over accounts. One's own account needs none.</summary>
public static class AccountPermissions
{
    public static readonly Permission Manage = new("accounts.manage", new(
        "Accounts uitnodigen en uitschakelen", "Inviter et désactiver des comptes", "Konten einladen und sperren", "Invite and disable accounts"))
    {
        NeedsStepUp = true,
    };

    public static readonly Permission See = new("accounts.see", new(
        "Accounts inzien", "Consulter les comptes", "Konten einsehen", "See accounts"));

    public static readonly Permission MakeToken = new("accounts.token", new(
        "API-sleutels maken", "Créer des jetons d’API", "API-Tokens erstellen", "Make API tokens"))
    {
        NeedsStepUp = true,
    };

    /// <summary>A token can do no more than its owner, so everyone may make one of their own.</summary>
    public static IReadOnlyList<Allowance> All { get; } =
    [
        new(Manage, Role.Administrator, Reach.Below),
        new(See, Role.Administrator, Reach.Below),
        new(See, Role.Auditor, Reach.Below),
        .. Enum.GetValues<Role>().Select(role => new Allowance(MakeToken, role, Reach.Own)),
    ];
}
