using Belfry.Kernel;

namespace Belfry.Shell.Storage;

static class RoleStore
{
    sealed record Row(Role Role, Guid Organisation);

    public static async Task<IReadOnlyList<RoleIn>> OfAsync(Reading reading, Guid account) =>
        [.. (await reading.QueryAsync<Row>("select role, organisation from role_given where account = @account order by role, organisation", new { account }))
            .Select(row => new RoleIn(row.Role, row.Organisation))];

    public static Task GiveAsync(Change change, Guid account, RoleIn role, Guid? by = null) => change.ExecuteAsync(
        """
        insert into role_given (account, organisation, role, given, given_by) values (@account, @Organisation, @Role, @now, @by)
        on conflict (account, organisation, role) do nothing
        """,
        new { account, role.Organisation, role.Role, now = change.Now, by = by ?? change.Viewer.Person });

    public static Task<long> TakeAsync(Change change, Guid account, RoleIn role) => change.ExecuteAsync(
        "delete from role_given where account = @account and organisation = @Organisation and role = @Role", new { account, role.Organisation, role.Role });
}
