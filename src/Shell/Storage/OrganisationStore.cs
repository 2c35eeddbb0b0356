using Belfry.Kernel;

namespace Belfry.Shell.Storage;

static class OrganisationStore
{
    sealed record Row(Guid Id, OrganisationKind Kind, string Code, Guid? Parent, string Nl, string Fr, string De, string En);

    public static async Task<IReadOnlyList<Organisation>> AllAsync(Reading reading) =>
        [.. (await reading.QueryAsync<Row>("select id, kind, code, parent, nl, fr, de, en from organisation order by code"))
            .Select(row => new Organisation(row.Id, row.Kind, row.Code, row.Parent, new LocalizedText(row.Nl, row.Fr, row.De, row.En)))];

    public static Task KeepAsync(Change change, IEnumerable<Organisation> organisations) => change.ExecuteManyAsync(
        """
        insert into organisation (id, kind, code, parent, nl, fr, de, en) values (@Id, @Kind, @Code, @Parent, @Nl, @Fr, @De, @En)
        on conflict (id) do update set kind = @Kind, code = @Code, parent = @Parent, nl = @Nl, fr = @Fr, de = @De, en = @En
        """,
        organisations.OrderBy(one => one.Kind).Select(one => new { one.Id, one.Kind, one.Code, one.Parent, one.Name.Nl, one.Name.Fr, one.Name.De, one.Name.En }));
}
