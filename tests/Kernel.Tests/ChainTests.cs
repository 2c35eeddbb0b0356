using System.Text.Json.Nodes;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class ChainTests
{
    static readonly Viewer Officer = Viewer.Of(Guid.Parse("01970000-0000-7000-8000-000000000001"), "An Officer", Guid.Parse("01970000-0000-7000-8000-0000000000aa"));
    static readonly ChainName Log = new("logbook", Guid.Parse("01970000-0000-7000-8000-0000000000cc"), Officer.Organisation);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Numbers_follow_the_commits_and_the_change_learns_its_own(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System);
        var learned = new System.Collections.Concurrent.ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var at = 0; at < 5; at++)
            {
                await WriteAsync(db, $"{writer}-{at}", number =>
                {
                    learned.Add(number);
                    return Task.CompletedTask;
                });
            }
        }));

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), learned.Order());
        var entries = await db.ReadAsync(Officer, reading => ChainBook.EntriesAsync(reading, Log.ToString()), Ct);
        Assert.Equal(40, entries.Count);
        var hash = ChainEntry.Genesis(Log.ToString());
        foreach (var entry in entries)
        {
            Assert.Equal(hash = ChainEntry.HashOf(hash, entry.Body), entry.Hash);
        }
    }

    [Theory, BothDatabases]
    public async Task Two_changes_that_touch_the_same_chains_the_other_way_round_both_go_through(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System);
        var other = new ChainName("logbook", Guid.Parse("01970000-0000-7000-8000-0000000000dd"), Officer.Organisation);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(at => db.ChangeAsync(new Act(Officer, "WriteBoth"), change =>
        {
            foreach (var chain in at % 2 == 0 ? new[] { Log, other } : [other, Log])
            {
                change.Append(chain, Entry("both"));
            }

            return Task.CompletedTask;
        }, Ct)));

        foreach (var chain in new[] { Log, other })
        {
            Assert.Equal(20, (await db.ReadAsync(Officer, reading => ChainBook.EntriesAsync(reading, chain.ToString()), Ct)).Count);
        }
    }

    [Theory, BothDatabases]
    public async Task An_erased_personal_field_leaves_the_chain_valid_and_the_value_gone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System);
        using var key = SigningKey.Create();
        await WriteAsync(db, "a caller rang");
        var before = await ExportAsync(db, key);
        Assert.DoesNotContain("Jo Caller", before, StringComparison.Ordinal);

        await db.ChangeAsync(new Act(Officer, "Erase"), change => ChainBook.EraseAsync(change, Log.ToString(), 1, "caller"), Ct);

        var personal = await db.ReadAsync(Officer, reading => ChainBook.PersonalAsync(reading, Log.ToString()), Ct);
        Assert.Empty(personal);
        Assert.True((await VerifyAsync(await ExportAsync(db, key), key)).Ok);
    }

    [Theory, BothDatabases]
    public async Task S6_Chained_entries_cannot_be_changed_or_deleted_through_the_program(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System);
        await WriteAsync(db, "first");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.ChangeAsync(new Act(Officer, "Tamper"), change => change.ExecuteAsync("update chain_entry set body = 'x'"), Ct));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.ChangeAsync(new Act(Officer, "Tamper"), change => change.ExecuteAsync("delete from chain_entry"), Ct));
    }

    [Fact]
    public async Task S6_The_verifier_accepts_an_untouched_export_and_names_the_first_wrong_entry_of_every_other()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = await database.OpenAsync(Clock.System);
        using var key = SigningKey.Create();
        using var stranger = SigningKey.Create();
        for (var at = 1; at <= 9; at++)
        {
            await WriteAsync(db, $"entry {at}");
        }

        var early = (await ExportAsync(db, key)).Split('\n');
        await WriteAsync(db, "entry 10");
        var file = (await ExportAsync(db, key)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = (string)JsonNode.Parse(file[^1])!["head"]!;

        var whole = await VerifyAsync(string.Join('\n', file), key, head);
        Assert.Equal((10, "own,outside"), (whole.Value.Entries, string.Join(',', whole.Value.Heads)));
        Assert.Equal(["own"], (await VerifyAsync(string.Join('\n', early), key)).Value.Heads);

        AssertBreaksAt(4, await VerifyAsync(Changed(file, lines => lines[4] = lines[4].Replace("entry 4", "entry 5", StringComparison.Ordinal)), key));
        AssertBreaksAt(5, await VerifyAsync(Changed(file, lines => lines.RemoveAt(5)), key));
        AssertBreaksAt(6, await VerifyAsync(Changed(file, lines => (lines[6], lines[7]) = (lines[7], lines[6])), key));
        AssertBreaksAt(10, await VerifyAsync(Changed(file, lines => lines.RemoveAt(10)), key));
        AssertBreaksAt(3, await VerifyAsync(Changed(file, lines => lines.Insert(3, lines[2])), key));
        AssertBreaksAt(7, await VerifyAsync(Changed(file, lines => lines.RemoveRange(7, lines.Count - 7)), key));
        AssertBreaksAt(11, await VerifyAsync(string.Join('\n', file), stranger));
        AssertBreaksAt(10, await VerifyAsync(string.Join('\n', early), key, head)); // the older file is whole by its own head; the outside head tells
        AssertBreaksAt(10, await VerifyAsync(Rehashed(file), key)); // edited and hashed anew: only the signature tells
    }

    [Fact]
    public async Task Heads_are_signed_when_they_moved_and_only_then()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = await database.OpenAsync(Clock.System);
        using var key = SigningKey.Create();
        using var public_ = VerifyingKey.FromPem(key.PublicPem);
        await WriteAsync(db, "first");

        var notes = await SignAsync();
        Assert.Equal(2, notes.Count); // the logbook and the officer's audit
        var head = ChainHead.Verify(notes.Single(note => note.Contains("logbook/", StringComparison.Ordinal)), public_);
        Assert.Equal(1, head!.Count);
        Assert.Empty(await SignAsync());

        async Task<IReadOnlyList<string>> SignAsync() => (await db.ChangeAsync<IReadOnlyList<string>>(
            new Act(Viewer.Program("heads"), "SignHeads"), async change => Kept(await ChainBook.SignHeadsAsync(change, key, "belfry.example")), Ct)).Value;
    }

    static Result<IReadOnlyList<string>> Kept(IReadOnlyList<string> notes) => notes.ToList();

    static void AssertBreaksAt(long entry, Result<ChainFile.Verdict> verdict)
    {
        var problem = Assert.Single(verdict.Problems);
        Assert.Equal(("KERNEL-007", entry.ToString(null, null)), (problem.Code, problem.Values["entry"]));
    }

    static string Changed(string[] file, Action<List<string>> change)
    {
        var lines = file.ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    static string Rehashed(string[] file)
    {
        var hash = ChainEntry.Genesis(Log.ToString());
        var lines = file.ToList();
        for (var at = 1; at < lines.Count - 1; at++)
        {
            var entry = JsonNode.Parse(lines[at])!;
            var body = ((string)entry["body"]!).Replace("entry 4", "entry 5", StringComparison.Ordinal);
            hash = ChainEntry.HashOf(hash, body);
            lines[at] = new JsonObject { ["number"] = (long)entry["number"]!, ["body"] = body, ["hash"] = Convert.ToHexStringLower(hash) }.ToJsonString();
        }

        // The head of the file still says the old hash: the break is the head's, and the first entry it no longer covers is unknown.
        return string.Join('\n', lines);
    }

    static ChainEntryDraft Entry(string text) => new("note", new Dictionary<string, object?> { ["text"] = text }, new Dictionary<string, string> { ["caller"] = "Jo Caller" });

    static Task WriteAsync(Db db, string text, Func<long, Task>? numbered = null) => db.ChangeAsync(new Act(Officer, "WriteLog"), change =>
    {
        change.Append(Log, Entry(text), numbered);
        return Task.CompletedTask;
    }, Ct);

    static async Task<string> ExportAsync(Db db, SigningKey key)
    {
        var text = new StringWriter();
        await db.ReadAsync(Officer, async reading =>
        {
            await ChainFile.ExportAsync(reading, Log, key, "belfry.example", text);
            return Done.Value;
        }, Ct);
        return text.ToString();
    }

    static async Task<Result<ChainFile.Verdict>> VerifyAsync(string file, SigningKey key, string? outside = null)
    {
        using var public_ = VerifyingKey.FromPem(key.PublicPem);
        return await ChainFile.VerifyAsync(new StringReader(file), public_, outside, Ct);
    }
}
