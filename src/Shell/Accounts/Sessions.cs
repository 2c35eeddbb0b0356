using System.Collections.Concurrent;
using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>Who a cookie or a bearer token stands for, as last looked up.</summary>
/// <param name="Session">Null for an API token.</param>
sealed record Found(Person Person, Id<OpenSession>? Session, SignInFactor Factor);

/// <summary>
/// Sessions are rows, asked for at every request and remembered for at most one second, so an end bites on every node within it and here
/// at once. The cookie holds 256 random bits; the row their hash.
/// </summary>
sealed class Sessions(Db db, Instance instance, SessionWatch watch, AccountsSettings settings)
{
    static readonly Viewer Self = Viewer.Program("sessions");
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (Found Found, TimeSpan At)> known = [];

    public async Task<Found?> FindAsync(string token, CancellationToken ct)
    {
        if (known.TryGetValue(token, out var last) && instance.Clock.Elapsed - last.At < Remembered)
        {
            return last.Found;
        }

        var asked = instance.Clock.Elapsed;
        var found = Secret.Looks(token, Secret.Session) ? await OfSessionAsync(token, ct) : Secret.Looks(token, Secret.Api) ? await OfTokenAsync(token, ct) : null;
        if (found is null)
        {
            known.TryRemove(token, out _);
            return null;
        }

        Sweep();
        known[token] = (found, asked);
        return found;
    }

    /// <summary>Within a change: a new session for the account, the one seen longest ago ended when there are too many.</summary>
    /// <returns>The token for the cookie, and what ended; call <see cref="Forget"/> with it after the commit.</returns>
    public async Task<(string Token, IReadOnlyList<Guid> Ended)> OpenAsync(Change change, Account account, SignInFactor factor, Visit visit)
    {
        var open = await OpenOfAsync(change, account.Id, change.Now);
        var tooMany = open.Skip(settings.ParallelSessions - 1).Select(session => session.Id).ToList();
        foreach (var old in tooMany)
        {
            await SessionStore.EndAsync(change, old, account.Id);
        }

        var (id, token) = (Id<OpenSession>.New(instance.Clock), Secret.New(Secret.Session));
        await SessionStore.InsertAsync(change, id.Value, Secret.HashOf(token), account.Id, factor, visit.Network, visit.Agent, Proves(factor) ? change.Now : null);
        await AccountStore.SignedInAsync(change, account.Id);
        change.Note("session", id.ToString());
        change.Note("factor", factor.ToString());
        return (token, tooMany);
    }

    public Task<IReadOnlyList<OpenSession>> OfAsync(Person who, CancellationToken ct) =>
        db.ReadAsync(ViewerOf(who), reading => OpenOfAsync(reading, who.Account, instance.Clock.Now), ct);

    /// <summary>The person proved again who they are: the session goes on under a new token, the old one is dead.</summary>
    /// <param name="prove">What else the change does: spend the code, count up the passkey.</param>
    public async Task<Result<string>> StepUpAsync(Person who, Id<OpenSession> session, Func<Change, Task<Result<Done>>> prove, CancellationToken ct)
    {
        var token = Secret.New(Secret.Session);
        var result = await db.ChangeAsync<string>(new Act(ViewerOf(who), "StepUp", Subject: $"session/{session}"), async change =>
        {
            var proved = await prove(change);
            if (!proved.Ok)
            {
                return Result<string>.Refused(proved.Problems);
            }

            return await SessionStore.StepUpAsync(change, session.Value, Secret.HashOf(token)) ? token : ShellProblems.NotSignedIn;
        }, ct);
        Forget([session.Value], goesOn: true);
        return result;
    }

    /// <returns>KERNEL-002 when it is not the person's own, or over.</returns>
    public async Task<Result<Done>> EndAsync(Person who, Id<OpenSession> session, CancellationToken ct)
    {
        var result = await db.ChangeAsync<Done>(new Act(ViewerOf(who), "EndSession", Subject: $"session/{session}"), async change =>
            await SessionStore.EndAsync(change, session.Value, who.Account) ? Done.Value : KernelProblems.NotFound, ct);
        Forget([session.Value]);
        return result;
    }

    public async Task EndOthersAsync(Person who, Id<OpenSession> keep, CancellationToken ct)
    {
        IReadOnlyList<Guid> ended = [];
        await db.ChangeAsync(new Act(ViewerOf(who), "EndOtherSessions", Subject: $"account/{who.Account}"), async change => ended = await SessionStore.EndAllAsync(change, who.Account, keep.Value), ct);
        Forget(ended);
    }

    /// <summary>After the commit that ended them (or, when they go on, gave them a new token).</summary>
    public void Forget(IReadOnlyCollection<Guid> sessions, bool goesOn = false)
    {
        foreach (var (token, entry) in known)
        {
            if (entry.Found.Session is { } session && sessions.Contains(session.Value))
            {
                known.TryRemove(token, out _);
            }
        }

        if (!goesOn)
        {
            watch.Ended(sessions);
        }
    }

    /// <summary>After a commit that changed what the account may do or took a token away.</summary>
    public void ForgetAccount(Guid account)
    {
        foreach (var (token, entry) in known.Where(pair => pair.Value.Found.Person.Account == account))
        {
            known.TryRemove(token, out _);
        }
    }

    public static bool Proves(SignInFactor factor) => factor is SignInFactor.Passkey or SignInFactor.Code;

    public static Viewer ViewerOf(Person who) => Viewer.Of(who.Account, who.Name, who.Organisation);

    Task<IReadOnlyList<OpenSession>> OpenOfAsync(Reading reading, Guid account, DateTimeOffset now) =>
        SessionStore.OpenOfAsync(reading, account, now - settings.Shift, now - settings.Idle);

    async Task<Found?> OfSessionAsync(string token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var (row, roles) = await db.ReadAsync(Self, async reading =>
            await SessionStore.FindAsync(reading, hash) is { } found ? (found, await RoleStore.OfAsync(reading, found.Account)) : (null, []), ct);
        var now = instance.Clock.Now;
        if (row is null || row.Ended is not null || row.Disabled || now - row.Created >= settings.Shift || now - row.Seen >= settings.Idle
            || (instance.World == World.Real && (row.Persona || row.Factor == SignInFactor.Link)))
        {
            return null;
        }

        if (now - row.Seen >= SeenEvery)
        {
            await db.ChangeAsync(new Act(Self, "SeeSession"), change => SessionStore.SeenAsync(change, row.Id), ct);
        }

        return new Found(new Person(row.Account, row.Name, row.Organisation, roles, row.Language, row.SteppedUp), new Id<OpenSession>(row.Id), row.Factor);
    }

    async Task<Found?> OfTokenAsync(string token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var (row, roles) = await db.ReadAsync(Self, async reading =>
            await TokenStore.FindAsync(reading, hash) is { } found ? (found, await RoleStore.OfAsync(reading, found.Account)) : (null, []), ct);
        var now = instance.Clock.Now;
        if (row is null || row.Ended is not null || row.Disabled || now >= row.Until)
        {
            return null;
        }

        if (row.Used is not { } used || now - used >= SeenEvery)
        {
            await db.ChangeAsync(new Act(Self, "UseToken"), change => TokenStore.UsedAsync(change, row.Id), ct);
        }

        return new Found(
            new Person(row.Account, row.Name, row.Organisation, roles, row.Language) { Scopes = row.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal) }, null, SignInFactor.Token);
    }

    // Bounded by use: what was not asked for a second is asked again anyhow.
    void Sweep()
    {
        if (known.Count > 4_096)
        {
            foreach (var (token, entry) in known)
            {
                if (instance.Clock.Elapsed - entry.At >= Remembered)
                {
                    known.TryRemove(token, out _);
                }
            }
        }
    }
}
