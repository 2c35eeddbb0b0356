namespace Belfry.Shell;

/// <summary>A way in that works once. The token stands behind the # so that no server, proxy or log on the way sees it.</summary>
public sealed record OneTimeLink(string Token, DateTimeOffset Until)
{
    /// <param name="site">Such as <c>http://localhost:5000</c>.</param>
    public string Address(string site) => $"{site.TrimEnd('/')}/enter#{Token}";
}

/// <summary>Who is invited, as typed.</summary>
/// <param name="Roles">What the account may be, where; the inviter needs the right over each organisation named.</param>
public sealed record Invitee(string? Name, string? SignInName, Guid Organisation, Kernel.Language Language, IReadOnlyList<RoleIn> Roles);
