using Belfry.Kernel;

namespace Belfry.Incidents.Storage;

static class IncidentStore
{
    sealed record Row(
        Guid Id, Guid Organisation, string Number, string Title, string Kind, string Place, string Area, IncidentState State, DateTimeOffset Opened, string OpenedBy, DateTimeOffset? Closed)
    {
        public Incident ToIncident() => new(new Id<Incident>(Id), Organisation, Number, Title, Kind, Place, Area, State, Opened, OpenedBy, Closed);
    }

    public static async Task<Incident?> FindAsync(Reading reading, Id<Incident> id) => (await reading.FindAsync<Row>(
        """
        select id, organisation, number, title, kind, place, area, state, opened, opened_by, closed
        from incident where id = @id and (@all = @yes or organisation {uuid sees})
        """,
        Seen(reading, id)))?.ToIncident();

    static object Seen(Reading reading, Id<Incident> id) => new { id, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() };

    public static async Task<IReadOnlyList<Incident>> ListAsync(Reading reading, bool open, long most) => [.. (await reading.QueryAsync<Row>(
        """
        select id, organisation, number, title, kind, place, area, state, opened, opened_by, closed
        from incident where (@all = @yes or organisation {uuid sees}) and (@open = @no or closed is null) order by opened desc limit @most
        """,
        new { all = reading.Viewer.IsProgram, yes = true, no = false, open, most, sees = reading.Viewer.Sees.ToList() })).Select(row => row.ToIncident())];

    public static async Task<long> NextNumberAsync(Change change, Guid organisation, int year) => await change.ValueAsync<long>(
        "insert into incident_number (organisation, year, last) values (@organisation, @year, 1) on conflict (organisation, year) do update set last = incident_number.last + 1 returning last",
        new { organisation, year });

    public static Task AddAsync(Change change, Incident incident) => change.ExecuteAsync(
        """
        insert into incident (id, organisation, number, title, kind, place, area, state, opened, opened_by, closed)
        values (@Id, @Organisation, @Number, @Title, @Kind, @Place, @Area, @State, @Opened, @OpenedBy, @Closed)
        """,
        incident);

    public static async Task<bool> MoveAsync(Change change, Id<Incident> id, IncidentState was, IncidentState to) => await change.ExecuteAsync(
        "update incident set state = @to, closed = case when @ends then @now else closed end where id = @id and state = @was",
        new { id, was, to, ends = to == IncidentState.Closed, now = change.Now }) == 1;

    public static Task SetAreaAsync(Change change, Id<Incident> id, string area) => change.ExecuteAsync("update incident set area = @area where id = @id", new { id, area });
}
