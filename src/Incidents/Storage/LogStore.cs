using Belfry.Kernel;

namespace Belfry.Incidents.Storage;

static class LogStore
{
    public static async Task AddAsync(Change change, Id<Incident> incident, Guid organisation, long number, LogDraft line)
    {
        await change.ExecuteAsync(
            """
            insert into log_entry (incident, number, organisation, kind, text, author, account, discipline, happened, observed, received, recorded, reliability, credibility, target, corrected_by)
            values (@incident, @number, @organisation, @Kind, @Text, @author, @account, @Discipline, @Happened, @Observed, @Received, @now, @Reliability, @Credibility, @Target, null)
            """,
            new
            {
                incident, number, organisation, line.Kind, line.Text, author = change.Viewer.Name, account = change.Viewer.Person, line.Discipline, line.Happened, line.Observed, line.Received,
                now = change.Now, line.Reliability, line.Credibility, line.Target,
            });
        if (line.Target is { } target)
        {
            await change.ExecuteAsync("update log_entry set corrected_by = @number where incident = @incident and number = @target", new { incident, number, target });
        }
    }

    public static Task<IReadOnlyList<LogEntry>> ReadAsync(Reading reading, Id<Incident> incident, long after, long most) => reading.QueryAsync<LogEntry>(
        """
        select number, kind, text, author, discipline, happened, observed, received, recorded, reliability, credibility, target, corrected_by
        from log_entry where incident = @incident and number > @after order by number limit @most
        """,
        new { incident, after, most });

    public static Task<LogEntry?> FindAsync(Reading reading, Id<Incident> incident, long number) => reading.FindAsync<LogEntry>(
        """
        select number, kind, text, author, discipline, happened, observed, received, recorded, reliability, credibility, target, corrected_by
        from log_entry where incident = @incident and number = @number
        """,
        new { incident, number });
}
