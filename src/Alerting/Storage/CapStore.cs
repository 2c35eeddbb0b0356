using Belfry.Kernel;

namespace Belfry.Alerting.Storage;

static class CapStore
{
    public sealed record Row(string Identifier, Guid Version, Guid Organisation, DateTimeOffset Published, DateTimeOffset Expires, string Title, byte[] Document);

    sealed record PublishedRow(string Identifier, DateTimeOffset Published);

    /// <summary>What was published of one alert, oldest first.</summary>
    public static async Task<IReadOnlyList<(string Identifier, DateTimeOffset Published)>> OfAlertAsync(Reading reading, Id<Alert> alert) =>
        [.. (await reading.QueryAsync<PublishedRow>(
            """
            select c.identifier, v.approved as published from cap_message c join alert_version v on v.id = c.version
            where v.alert = @alert order by v.version
            """,
            new { alert })).Select(row => (row.Identifier, row.Published))];

    public static async Task<bool> AddAsync(Change change, Row row) => await change.ExecuteAsync(
        """
        insert into cap_message (identifier, version, organisation, published, expires, title, document)
        values (@Identifier, @Version, @Organisation, @Published, @Expires, @Title, @Document) on conflict (identifier) do nothing
        """,
        row) == 1;

    public static Task<Row?> FindAsync(Reading reading, string identifier) => reading.FindAsync<Row>(
        "select identifier, version, organisation, published, expires, title, document from cap_message where identifier = @identifier", new { identifier });

    public static Task<IReadOnlyList<Row>> NewestAsync(Reading reading, long most) => reading.QueryAsync<Row>(
        "select identifier, version, organisation, published, expires, title, document from cap_message order by published desc limit @most", new { most });
}
