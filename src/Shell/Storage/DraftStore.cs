using Belfry.Kernel;

namespace Belfry.Shell.Storage;

static class DraftStore
{
    public sealed record Draft(string Body, DateTimeOffset Saved);

    public static Task<Draft?> FindAsync(Reading reading, Guid account, string form) =>
        reading.FindAsync<Draft>("select body, saved from draft where account = @account and form = @form", new { account, form });

    public static Task SaveAsync(Change change, Guid account, string form, string body) => change.ExecuteAsync(
        "insert into draft (account, form, body, saved) values (@account, @form, @body, @now) on conflict (account, form) do update set body = @body, saved = @now",
        new { account, form, body, now = change.Now });

    public static Task DropAsync(Change change, Guid account, string form) =>
        change.ExecuteAsync("delete from draft where account = @account and form = @form", new { account, form });
}
