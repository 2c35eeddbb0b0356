using Belfry.Kernel;

namespace Belfry.Shell.Storage;

static class AnswerStore
{
    public sealed record Answer(Guid Account, string Key, byte[] Digest, long Status, string Body);

    public static Task<Answer?> FindAsync(Reading reading, Guid account, string key) =>
        reading.FindAsync<Answer>("select account, key, digest, status, body from command_answer where account = @account and key = @key", new { account, key });

    public static Task AddAsync(Change change, Answer answer) => change.ExecuteAsync(
        """
        insert into command_answer (account, key, digest, status, body, at) values (@Account, @Key, @Digest, @Status, @Body, @at)
        on conflict (account, key) do nothing
        """,
        new { answer.Account, answer.Key, answer.Digest, answer.Status, answer.Body, at = change.Now });

    public static Task ForgetAsync(Change change, DateTimeOffset before) =>
        change.ExecuteAsync("delete from command_answer where at < @before", new { before });
}
