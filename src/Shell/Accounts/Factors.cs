using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>What a person signs in with, as they see it.</summary>
/// <param name="Credential">In hex: names the passkey in forms.</param>
public sealed record PasskeyLine(string Credential, string Name, DateTimeOffset Created, DateTimeOffset? LastUsed, bool Synced);

/// <summary>One's own factors. Every change asks a fresh step-up and ends the other sessions.</summary>
sealed class Factors(Db db, Instance instance, Sessions sessions, Passphrase passphrase)
{
    public sealed record Held(IReadOnlyList<PasskeyLine> Passkeys, bool Code, long RecoveryCodes);

    public Task<Held> OfAsync(Person who, CancellationToken ct) => db.ReadAsync(Sessions.ViewerOf(who), async reading =>
    {
        var passkeys = await PasskeyStore.OfAsync(reading, who.Account);
        var factors = await AccountStore.FactorsAsync(reading, who.Account);
        return new Held(
            [.. passkeys.Select(row => new PasskeyLine(Convert.ToHexStringLower(row.Credential), row.Name, row.Created, row.LastUsed, row.BackedUp))],
            factors?.Authenticator is not null, await AccountStore.CountRecoveryCodesAsync(reading, who.Account));
    }, ct);

    public Task<Result<Done>> AddPasskeyAsync(Person who, Id<OpenSession> session, Passkeys.Answer answer, string? name, CancellationToken ct)
    {
        var text = PlainText.From(name, "name", 60, required: false);
        return !text.Ok ? Task.FromResult(Result<Done>.Refused(text.Problems)) : ChangeAsync(who, session, "AddPasskey", async change =>
        {
            var spent = await answer.SpendAsync(change);
            return !spent.Ok || await PasskeyStore.InsertAsync(change, answer.ToRow(NameOr(text.Value), change.Now)) ? spent : AccountProblems.PasskeyRefused.With(("reason", "known already"));
        }, ct);
    }

    /// <returns>ACC-013 when nothing else would be left, KERNEL-002 when it is not there.</returns>
    public Task<Result<Done>> RemovePasskeyAsync(Person who, Id<OpenSession> session, string credential, CancellationToken ct) => ChangeAsync(who, session, "RemovePasskey", async change =>
    {
        if (credential.Length is 0 or > 2046 || credential.Length % 2 == 1 || !credential.All(char.IsAsciiHexDigit) || !await PasskeyStore.RemoveAsync(change, Convert.FromHexString(credential), who.Account))
        {
            return KernelProblems.NotFound;
        }

        var left = (await PasskeyStore.OfAsync(change, who.Account)).Count;
        return left > 0 || (await AccountStore.FactorsAsync(change, who.Account))?.Authenticator is not null ? Done.Value : AccountProblems.LastFactor;
    }, ct);

    /// <returns>Recovery codes to show once; or ACC-011 at passphrase, ACC-012 at code.</returns>
    public async Task<Result<string[]>> SetCodeAsync(Person who, Id<OpenSession> session, string? words, byte[] key, string? code, CancellationToken ct)
    {
        var account = await db.ReadAsync(Sessions.ViewerOf(who), reading => AccountStore.FindAsync(reading, who.Account), ct);
        List<Problem> problems = [.. Passphrase.Check(words ?? "", account!.SignInName).Problems];
        var step = OneTimeCode.Match(key, code, instance.Clock.Now, 0);
        if (step is null)
        {
            problems.Add(AccountProblems.CodeRefused.At("code"));
        }

        if (problems.Count > 0)
        {
            return Result<string[]>.Refused(problems);
        }

        var (hash, codes) = (await passphrase.HashAsync(words!, ct), RecoveryCodes.New());
        var done = await ChangeAsync(who, session, "SetCodeFactor", async change =>
        {
            await AccountStore.SetCodeFactorAsync(change, who.Account, hash, instance.Keys.Envelope.Seal(key, SignIn.Place(who.Account)), step!.Value);
            await RecoveryCodes.StoreAsync(change, who.Account, codes);
            return Done.Value;
        }, ct);
        return done.Then<string[]>(_ => codes);
    }

    /// <returns>Ten new ones; those before are dead. KERNEL-002 when the account has no passphrase and code that they could stand in for.</returns>
    public async Task<Result<string[]>> NewRecoveryCodesAsync(Person who, Id<OpenSession> session, CancellationToken ct)
    {
        var codes = RecoveryCodes.New();
        var done = await ChangeAsync(who, session, "NewRecoveryCodes", async change =>
        {
            if ((await AccountStore.FactorsAsync(change, who.Account))?.Authenticator is null)
            {
                return KernelProblems.NotFound;
            }

            await RecoveryCodes.StoreAsync(change, who.Account, codes);
            return Done.Value;
        }, ct);
        return done.Then<string[]>(_ => codes);
    }

    /// <returns>SHELL-002 when the proof is older than five minutes.</returns>
    public Result<Done> Fresh(Person who) => who.SteppedUp is { } at && instance.Clock.Now - at <= Access.StepUpLives ? Done.Value : ShellProblems.StepUpNeeded;

    public static string NameOr(string name) => name.Length > 0 ? name : "Passkey";

    async Task<Result<Done>> ChangeAsync(Person who, Id<OpenSession> session, string what, Func<Change, Task<Result<Done>>> body, CancellationToken ct)
    {
        if (Fresh(who) is { Ok: false } stale)
        {
            return stale;
        }

        IReadOnlyList<Guid> ended = [];
        var result = await db.ChangeAsync<Done>(new Act(Sessions.ViewerOf(who), what, Subject: $"account/{who.Account}"), async change =>
        {
            ended = await SessionStore.EndAllAsync(change, who.Account, session.Value);
            return await body(change);
        }, ct);
        sessions.Forget(result.Ok ? ended : []);
        return result;
    }
}
