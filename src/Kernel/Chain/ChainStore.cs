using System.Globalization;
using System.Security.Cryptography;

namespace Belfry.Kernel;

/// <summary>Appends to chains, at the very end of a change: heads are locked last and in name order, so that no two changes wait for each other.</summary>
static class ChainStore
{
    public static async Task AppendAsync(Change change, List<ChainAppend> appends)
    {
        // A numbered callback may append nothing more: the heads are locked.
        foreach (var group in appends.GroupBy(append => append.Chain).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).ToList())
        {
            await AppendAsync(change, group.Key, group.ToList());
        }
    }

    static async Task AppendAsync(Change change, ChainName chain, List<ChainAppend> appends)
    {
        var name = chain.ToString();
        var head = await LockAsync(change, chain, appends.Count);
        var (number, hash) = (head.Count - appends.Count, head.Head);
        foreach (var append in appends)
        {
            number++;
            var salts = append.Entry.Personal.Keys.ToDictionary(field => field, _ => RandomNumberGenerator.GetBytes(16));
            var body = CanonicalJson.Write(Body(name, number, change.Now, append.Entry, salts));
            hash = ChainEntry.HashOf(hash, body);
            await change.ExecuteAsync(
                "insert into chain_entry (chain, number, at, body, hash) values (@name, @number, @at, @body, @hash)",
                new { name, number, at = change.Now, body, hash });
            foreach (var (field, value) in append.Entry.Personal)
            {
                await change.ExecuteAsync(
                    "insert into chain_personal (chain, number, field, salt, value) values (@name, @number, @field, @salt, @value)",
                    new { name, number, field, salt = salts[field], value });
            }

            if (append.Numbered is not null)
            {
                await append.Numbered(number);
            }
        }

        await change.ExecuteAsync("update chain set head = @hash, changed = @at where name = @name", new { name, hash, at = change.Now });
    }

    sealed record HeadRow(long Count, byte[] Head);

    static async Task<HeadRow> LockAsync(Change change, ChainName chain, int more)
    {
        var name = chain.ToString();
        const string Take = "update chain set count = count + @more where name = @name returning count, head";
        if (await change.FindAsync<HeadRow>(Take, new { name, more }) is { } head)
        {
            return head;
        }

        await change.ExecuteAsync(
            "insert into chain (name, organisation, count, head, changed, signed) values (@name, @organisation, 0, @genesis, @at, 0) on conflict (name) do nothing",
            new { name, organisation = chain.Organisation, genesis = ChainEntry.Genesis(name), at = change.Now });
        return await change.FindAsync<HeadRow>(Take, new { name, more }) ?? throw new InvalidOperationException($"Chain {name} is hidden from {change.Viewer.Name}.");
    }

    static Dictionary<string, object?> Body(string chain, long number, DateTimeOffset at, ChainEntryDraft entry, Dictionary<string, byte[]> salts)
    {
        var body = new Dictionary<string, object?>
        {
            ["chain"] = chain,
            ["number"] = number,
            ["at"] = at.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["kind"] = entry.Kind,
            ["facts"] = entry.Facts,
        };
        if (entry.Personal.Count > 0)
        {
            body["personal"] = entry.Personal.ToDictionary(pair => pair.Key, pair => (object?)ChainEntry.Commitment(salts[pair.Key], pair.Key, pair.Value));
        }

        return body;
    }
}
