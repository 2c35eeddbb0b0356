namespace Belfry.Kernel;

/// <summary>Reading chains, signing their heads, erasing what is personal beside them.</summary>
public static class ChainBook
{
    /// <param name="name">As <see cref="ChainName"/> writes it.</param>
    public static Task<IReadOnlyList<ChainEntry>> EntriesAsync(Reading reading, string name, long after = 0, long most = 1000) =>
        reading.QueryAsync<ChainEntry>(
            "select number, at, body, hash from chain_entry where chain = @name and number > @after order by number limit @most", new { name, after, most });

    sealed record PersonalRow(long Number, string Field, string Value);

    /// <summary>The personal fields that have not been erased, by entry number and field.</summary>
    public static async Task<ILookup<long, (string Field, string Value)>> PersonalAsync(Reading reading, string name, long after = 0, long most = 1000) =>
        (await reading.QueryAsync<PersonalRow>(
            "select number, field, value from chain_personal where chain = @name and number > @after and number <= @after + @most", new { name, after, most }))
        .ToLookup(row => row.Number, row => (row.Field, row.Value));

    /// <summary>Erases a personal field. The chain stays whole: it holds only the commitment, which nothing opens any more.</summary>
    public static Task<long> EraseAsync(Change change, string name, long number, string field) =>
        change.ExecuteAsync("delete from chain_personal where chain = @name and number = @number and field = @field", new { name, number, field });

    sealed record HeadRow(string Name, long Count, byte[] Head);

    /// <summary>Signs every head that moved since it was signed last.</summary>
    /// <returns>The notes, to be carried outside: a shortened chain is found by whoever kept one.</returns>
    public static async Task<IReadOnlyList<string>> SignHeadsAsync(Change change, SigningKey key, string host, long most = 500)
    {
        var notes = new List<string>();
        var moved = await change.QueryAsync<HeadRow>("select name, count, head from chain where signed < count order by name limit @most {skip locked}", new { most });
        foreach (var head in moved)
        {
            var note = new ChainHead(OriginOf(host, head.Name), head.Count, head.Head).Sign(key, host);
            await change.ExecuteAsync(
                "insert into chain_head (chain, count, at, note) values (@name, @count, @at, @note)", new { name = head.Name, count = head.Count, at = change.Now, note });
            await change.ExecuteAsync("update chain set signed = @count where name = @name", new { name = head.Name, count = head.Count });
            notes.Add(note);
        }

        return notes;
    }

    public static string OriginOf(string host, string name) => $"{host}/{name}";
}
