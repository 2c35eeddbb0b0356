namespace Belfry.Shell;

/// <summary>Roles as an invitation keeps them until it is used: <c>Mayor@ORGANISATION</c>, separated by spaces.</summary>
static class RoleText
{
    public static string Write(IEnumerable<RoleIn> roles) => string.Join(' ', roles.Select(role => $"{role.Role}@{role.Organisation:D}"));

    public static IReadOnlyList<RoleIn> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('@')).Select(part => new RoleIn(Enum.Parse<Role>(part[0]), Guid.ParseExact(part[1], "D")))];
}
