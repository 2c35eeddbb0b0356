using Belfry.Kernel;

namespace Belfry.Incidents.Storage;

static class IntakeStore
{
    sealed record Row(
        Guid Id, Guid Organisation, string Source, string Identity, DateTimeOffset Received, DateTimeOffset? Sent, string Sender, string Title, string Body, string Area, string Severity,
        DateTimeOffset? Expires, IntakeTrust Trust, string TrustReason, IntakeState State, DateTimeOffset? Decided, string DecidedBy, string Reason, Guid? Incident)
    {
        public IntakeMessage ToMessage() => new(
            new Id<IntakeMessage>(Id), Organisation, Source, Identity, Received, Sent, Sender, Title, Body, Area, Severity, Expires, Trust, TrustReason, State, Decided, DecidedBy, Reason, Incident);
    }

    /// <returns>False when the same message is there already.</returns>
    public static async Task<bool> AddAsync(Change change, IntakeMessage message, byte[] original) => await change.ExecuteAsync(
        """
        insert into intake (id, organisation, source, identity, received, sent, sender, title, body, area, severity, expires, trust, trust_reason, original, state, decided, decided_by, reason, incident)
        values (@Id, @Organisation, @Source, @Identity, @Received, @Sent, @Sender, @Title, @Body, @Area, @Severity, @Expires, @Trust, @TrustReason, @original, @State, null, '', '', null)
        on conflict (identity) do nothing
        """,
        new
        {
            message.Id, message.Organisation, message.Source, message.Identity, message.Received, message.Sent, message.Sender, message.Title, message.Body, message.Area, message.Severity, message.Expires,
            message.Trust, message.TrustReason, original, message.State,
        }) == 1;

    public static async Task<IntakeMessage?> FindAsync(Reading reading, Id<IntakeMessage> id) => (await reading.FindAsync<Row>(
        """
        select id, organisation, source, identity, received, sent, sender, title, body, area, severity, expires, trust, trust_reason, state, decided, decided_by, reason, incident
        from intake where id = @id and (@all = @yes or organisation {uuid sees})
        """,
        new { id, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() }))?.ToMessage();

    public static async Task<IReadOnlyList<IntakeMessage>> ListAsync(Reading reading, bool waiting, long most) => [.. (await reading.QueryAsync<Row>(
        """
        select id, organisation, source, identity, received, sent, sender, title, body, area, severity, expires, trust, trust_reason, state, decided, decided_by, reason, incident
        from intake where (@all = @yes or organisation {uuid sees}) and (@waiting = @no or state = 'Waiting') order by received desc limit @most
        """,
        new { all = reading.Viewer.IsProgram, yes = true, no = false, waiting, most, sees = reading.Viewer.Sees.ToList() })).Select(row => row.ToMessage())];

    public static Task<long> CountWaitingAsync(Reading reading) => reading.ValueAsync<long>(
        "select count(*) from intake where (@all = @yes or organisation {uuid sees}) and state = 'Waiting'",
        new { all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() });

    public static async Task<bool> DecideAsync(Change change, Id<IntakeMessage> id, IntakeState to, string reason, Guid? incident) => await change.ExecuteAsync(
        "update intake set state = @to, decided = @now, decided_by = @by, reason = @reason, incident = @incident where id = @id and state = 'Waiting'",
        new { id, to, reason, incident, by = change.Viewer.Name, now = change.Now }) == 1;

    /// <summary>For another authority: the same message, under its roof.</summary>
    public static async Task<bool> PassOnAsync(Change change, Id<IntakeMessage> id, Guid organisation) => await change.ExecuteAsync(
        "update intake set organisation = @organisation where id = @id and state = 'Waiting'", new { id, organisation }) == 1;
}
