using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Storage;

/// <summary>Statements about alerts and their versions.</summary>
static class AlertStore
{
    sealed record Row(
        Guid Id, Guid Alert, Guid Organisation, string Number, long Version, VersionKind Kind, VersionState State, MessageClass Class, string Place, string Area, string Channels, long ValidMinutes,
        string Event, string Category, string Response, string Urgency, string Severity, string Certainty, long Shown, Guid? RefersTo, Guid? Incident, Guid SubmittedBy, DateTimeOffset Changed,
        DateTimeOffset? Approved, DateTimeOffset? Expires, Guid? Dispatch, string Reason)
    {
        public AlertVersion ToVersion(IReadOnlyList<AlertText> texts) => new(
            new Id<AlertVersion>(Id), new Id<Alert>(Alert), Organisation, Number, Version, Kind, State, Class, Place, Area,
            [.. Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ChannelKind>)], TimeSpan.FromMinutes(ValidMinutes),
            new WarningCode(Event, Category, Response, Urgency, Severity, Certainty), Shown, RefersTo is { } id ? new Id<AlertVersion>(id) : null, Incident, SubmittedBy, Changed, Approved, Expires, Dispatch,
            Reason, texts);
    }

    public static async Task<AlertVersion?> FindAsync(Reading reading, Id<AlertVersion> id) => await WithTextsAsync(reading, await reading.FindAsync<Row>(
        """
        select v.id, v.alert, v.organisation, a.number, v.version, v.kind, v.state, v.class, v.place, v.area, v.channels, v.valid_minutes, v.event, v.category, v.response, v.urgency, v.severity,
            v.certainty, v.shown, v.refers_to, a.incident, v.submitted_by, v.changed, v.approved, v.expires, v.dispatch, v.reason
        from alert_version v join alert a on a.id = v.alert
        where v.id = @id and (@all = @yes or v.organisation {uuid sees})
        """,
        new { id, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() }));

    public static async Task<AlertVersion?> FindByDispatchAsync(Reading reading, Guid dispatch) => await WithTextsAsync(reading, await reading.FindAsync<Row>(
        """
        select v.id, v.alert, v.organisation, a.number, v.version, v.kind, v.state, v.class, v.place, v.area, v.channels, v.valid_minutes, v.event, v.category, v.response, v.urgency, v.severity,
            v.certainty, v.shown, v.refers_to, a.incident, v.submitted_by, v.changed, v.approved, v.expires, v.dispatch, v.reason
        from alert_version v join alert a on a.id = v.alert where v.dispatch = @dispatch
        """,
        new { dispatch }));

    /// <summary>Versions of one alert, oldest first.</summary>
    public static async Task<IReadOnlyList<AlertVersion>> ThreadAsync(Reading reading, Id<Alert> alert) => await WithTextsAsync(reading, await reading.QueryAsync<Row>(
        """
        select v.id, v.alert, v.organisation, a.number, v.version, v.kind, v.state, v.class, v.place, v.area, v.channels, v.valid_minutes, v.event, v.category, v.response, v.urgency, v.severity,
            v.certainty, v.shown, v.refers_to, a.incident, v.submitted_by, v.changed, v.approved, v.expires, v.dispatch, v.reason
        from alert_version v join alert a on a.id = v.alert
        where v.alert = @alert and (@all = @yes or v.organisation {uuid sees}) order by v.version
        """,
        new { alert, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() }));

    /// <summary>The newest first, of every organisation the viewer sees.</summary>
    public static async Task<IReadOnlyList<AlertVersion>> ListAsync(Reading reading, long most) => await WithTextsAsync(reading, await reading.QueryAsync<Row>(
        """
        select v.id, v.alert, v.organisation, a.number, v.version, v.kind, v.state, v.class, v.place, v.area, v.channels, v.valid_minutes, v.event, v.category, v.response, v.urgency, v.severity,
            v.certainty, v.shown, v.refers_to, a.incident, v.submitted_by, v.changed, v.approved, v.expires, v.dispatch, v.reason
        from alert_version v join alert a on a.id = v.alert
        where (@all = @yes or v.organisation {uuid sees}) order by v.changed desc limit @most
        """,
        new { all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList(), most }));

    /// <summary>What a worker has to look at.</summary>
    public static async Task<IReadOnlyList<AlertVersion>> InStateAsync(Reading reading, IReadOnlyList<VersionState> states) => await WithTextsAsync(reading, await reading.QueryAsync<Row>(
        """
        select v.id, v.alert, v.organisation, a.number, v.version, v.kind, v.state, v.class, v.place, v.area, v.channels, v.valid_minutes, v.event, v.category, v.response, v.urgency, v.severity,
            v.certainty, v.shown, v.refers_to, a.incident, v.submitted_by, v.changed, v.approved, v.expires, v.dispatch, v.reason
        from alert_version v join alert a on a.id = v.alert where v.state {in states} order by v.approved
        """,
        new { states }));

    sealed record TextRow(Guid Version, Language Language, string Title, string Sms, string Body, string Instruction);

    static async Task<AlertVersion?> WithTextsAsync(Reading reading, Row? row) => row is null ? null : (await WithTextsAsync(reading, [row]))[0];

    static async Task<IReadOnlyList<AlertVersion>> WithTextsAsync(Reading reading, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var texts = (await reading.QueryAsync<TextRow>(
            "select version, language, title, sms, body, instruction from alert_text where version {uuid ids}", new { ids = rows.Select(row => row.Id).ToList() }))
            .ToLookup(row => row.Version, row => new AlertText(row.Language, row.Title, row.Sms, row.Body, row.Instruction));
        return [.. rows.Select(row => row.ToVersion([.. texts[row.Id].OrderBy(text => text.Language)]))];
    }

    public static async Task<long> NextNumberAsync(Change change, Guid organisation, int year) => await change.ValueAsync<long>(
        "insert into alert_number (organisation, year, last) values (@organisation, @year, 1) on conflict (organisation, year) do update set last = alert_number.last + 1 returning last",
        new { organisation, year });

    public static Task AddAlertAsync(Change change, Alert alert) => change.ExecuteAsync(
        "insert into alert (id, organisation, number, incident, opened) values (@Id, @Organisation, @Number, @Incident, @Opened)", alert);

    public static async Task AddVersionAsync(Change change, AlertVersion version)
    {
        await change.ExecuteAsync(
            """
            insert into alert_version (id, alert, organisation, version, kind, state, class, place, area, channels, valid_minutes, event, category, response, urgency, severity, certainty, shown,
                refers_to, submitted_by, changed, approved, expires, dispatch, reason)
            values (@Id, @Alert, @Organisation, @Version, @Kind, @State, @Class, @Place, @Area, @channels, @valid, @Event, @Category, @Response, @Urgency, @Severity, @Certainty, @Shown,
                @References, @SubmittedBy, @now, null, null, null, @Reason)
            """,
            Values(change, version));
        await AddTextsAsync(change, version);
    }

    /// <returns>False when it is no longer a draft.</returns>
    public static async Task<bool> RewriteAsync(Change change, AlertVersion version)
    {
        var touched = await change.ExecuteAsync(
            """
            update alert_version set class = @Class, place = @Place, area = @Area, channels = @channels, valid_minutes = @valid, event = @Event, category = @Category, response = @Response,
                urgency = @Urgency, severity = @Severity, certainty = @Certainty, changed = @now
            where id = @Id and state = 'Draft'
            """,
            Values(change, version));
        if (touched == 1)
        {
            await change.ExecuteAsync("delete from alert_text where version = @Id", new { version.Id });
            await AddTextsAsync(change, version);
        }

        return touched == 1;
    }

    static object Values(Change change, AlertVersion version) => new
    {
        version.Id, version.Alert, version.Organisation, version.Version, version.Kind, version.State, version.Class, version.Place, version.Area, channels = string.Join(' ', version.Channels),
        valid = (long)version.Valid.TotalMinutes, version.Code.Event, version.Code.Category, version.Code.Response, version.Code.Urgency, version.Code.Severity, version.Code.Certainty, version.Shown,
        version.References, version.SubmittedBy, now = change.Now, version.Reason,
    };

    static Task AddTextsAsync(Change change, AlertVersion version) => change.ExecuteManyAsync(
        "insert into alert_text (version, language, title, sms, body, instruction) values (@version, @Language, @Title, @Sms, @Body, @Instruction)",
        version.Texts.Select(text => new { version = version.Id, text.Language, text.Title, text.Sms, text.Body, text.Instruction }));

    public static Task AddWriterAsync(Change change, Id<AlertVersion> version, Guid account) => change.ExecuteAsync(
        "insert into alert_writer (version, account) values (@version, @account) on conflict (version, account) do nothing", new { version, account });

    public static Task<IReadOnlyList<Guid>> WritersAsync(Reading reading, Id<AlertVersion> version) =>
        reading.QueryAsync<Guid>("select account from alert_writer where version = @version", new { version });

    /// <returns>False when it was not in the state it was seen in: someone was first.</returns>
    public static async Task<bool> MoveAsync(Change change, Id<AlertVersion> id, VersionState was, VersionState to, string reason = "") => await change.ExecuteAsync(
        "update alert_version set state = @to, changed = @now, reason = case when @reason = '' then reason else @reason end where id = @id and state = @was",
        new { id, was, to, reason, now = change.Now }) == 1;

    public static async Task<bool> SubmitAsync(Change change, Id<AlertVersion> id, long shown, Guid by) => await change.ExecuteAsync(
        "update alert_version set state = 'Submitted', shown = @shown, submitted_by = @by, changed = @now where id = @id and state = 'Draft'", new { id, shown, by, now = change.Now }) == 1;

    public static async Task<bool> ApproveAsync(Change change, Id<AlertVersion> id, Guid account, byte[] digest, Guid dispatch, DateTimeOffset expires, Guid? delegation)
    {
        var moved = await change.ExecuteAsync(
            "update alert_version set state = 'Approved', approved = @now, expires = @expires, dispatch = @dispatch, changed = @now where id = @id and state = 'Submitted'",
            new { id, dispatch, expires, now = change.Now });
        return moved == 1 && await change.ExecuteAsync(
            "insert into alert_approval (version, account, digest, at, delegation, used) values (@id, @account, @digest, @now, @delegation, null) on conflict (version) do nothing",
            new { id, account, digest, delegation, now = change.Now }) == 1;
    }

    public sealed record Approval(Guid Account, byte[] Digest, DateTimeOffset At, DateTimeOffset? Used);

    public static Task<Approval?> ApprovalAsync(Reading reading, Id<AlertVersion> id) =>
        reading.FindAsync<Approval>("select account, digest, at, used from alert_approval where version = @id", new { id });

    /// <returns>False when it was used before.</returns>
    public static async Task<bool> UseApprovalAsync(Change change, Id<AlertVersion> id) =>
        await change.ExecuteAsync("update alert_approval set used = @now where version = @id and used is null", new { id, now = change.Now }) == 1;

    /// <summary>An approval goes back when its version does.</summary>
    public static Task<long> DropApprovalAsync(Change change, Id<AlertVersion> id) => change.ExecuteAsync("delete from alert_approval where version = @id", new { id });

    public sealed record Freeze(string Stage, Guid After, long AfterNumber);

    public static Task<Freeze?> FreezeAsync(Reading reading, Id<AlertVersion> id) =>
        reading.FindAsync<Freeze>("select stage, after, after_number from alert_freeze where version = @id", new { id });

    public static Task KeepFreezeAsync(Change change, Id<AlertVersion> id, Freeze freeze) => change.ExecuteAsync(
        """
        insert into alert_freeze (version, stage, after, after_number) values (@id, @Stage, @After, @AfterNumber)
        on conflict (version) do update set stage = @Stage, after = @After, after_number = @AfterNumber
        """,
        new { id, freeze.Stage, freeze.After, freeze.AfterNumber });
}
