using System.Security.Cryptography;
using System.Text;
using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.Extensions.Logging;

namespace Belfry.Shell;

/// <summary>
/// The two ways in that a person has: a passkey, or passphrase and one-time code. Whatever is wrong, the answer is one sentence and
/// the work is the same, so nobody learns which accounts exist.
/// </summary>
sealed class SignIn(Db db, Instance instance, Sessions sessions, Passphrase passphrase, Devices devices, ILogger<SignIn> log)
{
    static readonly Viewer Self = Viewer.Program("sign-in");
    const double TriesPerSecond = 5 / 600.0; // 5 at once and 5 in ten minutes: at most ten are checked in any ten minutes (S-7)

    /// <param name="device">The device's own mark, if it has one: tries from it do not count against others', so a stranger's guesses never keep the owner out.</param>
    /// <returns>The session's token, or ACC-001, or ACC-002 when there were too many tries.</returns>
    public async Task<Result<string>> ByPassphraseAsync(string? name, string? words, string? code, string? device, Visit visit, CancellationToken ct)
    {
        var folded = SignInName.Fold(name);
        if (await WaitAsync(devices.Read(device, folded) is { } mark ? "device/" + mark : "name/" + Digest(folded), visit, ct) is { } wait)
        {
            return wait;
        }

        var account = await db.ReadAsync(Self, reading => AccountStore.FindByNameAsync(reading, folded), ct);
        var proof = await CheckAsync(account, words, code, ct);
        if (account is null || proof is null || account.Disabled || account.Persona)
        {
            return await RefuseAsync(account, visit, ct);
        }

        var opened = await OpenAsync(account, proof.Factor, visit, proof.SpendAsync, ct);
        return opened.Ok ? opened : await RefuseAsync(account, visit, ct);
    }

    /// <summary>After the passkey's signature was verified.</summary>
    /// <param name="spend">Counts the passkey up and spends its challenge.</param>
    public async Task<Result<string>> ByPasskeyAsync(Guid id, Func<Change, Task<Result<Done>>> spend, Visit visit, CancellationToken ct)
    {
        var account = await db.ReadAsync(Self, reading => AccountStore.FindAsync(reading, id), ct);
        if (account is null || account.Disabled)
        {
            return await RefuseAsync(account, visit, ct);
        }

        var opened = await OpenAsync(account, SignInFactor.Passkey, visit, spend, ct);
        return opened.Ok ? opened : await RefuseAsync(account, visit, ct);
    }

    public async Task<Result<string>> OpenAsync(Account account, SignInFactor factor, Visit visit, Func<Change, Task<Result<Done>>> spend, CancellationToken ct)
    {
        IReadOnlyList<Guid> ended = [];
        var opened = await db.ChangeAsync<string>(new Act(account.Viewer, "SignIn", Subject: $"account/{account.Id}"), async change =>
        {
            var spent = await spend(change);
            if (!spent.Ok)
            {
                return Result<string>.Refused(spent.Problems);
            }

            (var token, ended) = await sessions.OpenAsync(change, account, factor, visit);
            return token;
        }, ct);
        sessions.Forget(opened.Ok ? ended : []);
        return opened;
    }

    /// <summary>Step-up by passphrase and one-time code: what was signed in with is asked again. A recovery code does not do.</summary>
    public async Task<Result<string>> StepUpAsync(Person who, Id<OpenSession> session, string? words, string? code, Visit visit, CancellationToken ct)
    {
        if (await WaitAsync("step-up/" + who.Account.ToString("N"), visit, ct) is { } wait)
        {
            return wait;
        }

        var account = await db.ReadAsync(Self, reading => AccountStore.FindAsync(reading, who.Account), ct);
        var proof = await CheckAsync(account, words, code, ct);
        var result = proof is null || !Sessions.Proves(proof.Factor) ? AccountProblems.SignInRefused : await sessions.StepUpAsync(who, session, proof.SpendAsync, ct);
        return result.Ok ? result : await RefuseAsync(account, visit, ct);
    }

    /// <returns>ACC-001, written down for the organisation when the account exists.</returns>
    public async Task<Result<string>> RefuseAsync(Account? account, Visit visit, CancellationToken ct)
    {
        log.LogWarning("Sign-in refused from {Network}", visit.Network);
        await db.ChangeAsync(new Act(Self, "RefuseSignIn"), change =>
        {
            if (account is not null)
            {
                change.Append(
                    ChainName.AuditOf(account.Organisation),
                    new ChainEntryDraft("act", new Dictionary<string, object?> { ["act"] = "RefuseSignIn", ["subject"] = $"account/{account.Id}" }, new Dictionary<string, string> { ["network"] = visit.Network }));
            }

            return Task.CompletedTask;
        }, ct);
        return AccountProblems.SignInRefused;
    }

    async Task<Result<string>?> WaitAsync(string bucket, Visit visit, CancellationToken ct)
    {
        var tries = new Rate("try/" + bucket, TriesPerSecond, 5);
        var network = new Rate("try/network/" + visit.Network, 0.1, 30);
        var result = await db.ChangeAsync<TimeSpan>(new Act(Self, "CountTry"), async change =>
        {
            var (one, two) = (await tries.TakeAsync(change, 1), await network.TakeAsync(change, 1));
            var until = one.Taken == 0 ? one.NextAt : two.Taken == 0 ? two.NextAt : change.Now;
            return until - change.Now;
        }, ct);
        if (result.Value <= TimeSpan.Zero)
        {
            return null;
        }

        return AccountProblems.TooManyTries.With(("minutes", (int)Math.Ceiling(result.Value.TotalMinutes)));
    }

    sealed record Proof(SignInFactor Factor, Func<Change, Task<Result<Done>>> SpendAsync);

    // Every step is walked whether or not the one before it held.
    async Task<Proof?> CheckAsync(Account? account, string? words, string? code, CancellationToken ct)
    {
        var factors = await db.ReadAsync(Self, reading => AccountStore.FactorsAsync(reading, account?.Id ?? Guid.Empty), ct);
        var right = await passphrase.IsAsync(words ?? "", factors?.Passphrase ?? "", ct);
        if (RecoveryCodes.Looks(code))
        {
            var hash = RecoveryCodes.HashOf(account?.Id ?? Guid.Empty, code);
            return right && account is not null
                ? new Proof(SignInFactor.RecoveryCode, async change => await AccountStore.SpendRecoveryCodeAsync(change, account.Id, hash) ? Done.Value : AccountProblems.SignInRefused)
                : null;
        }

        var key = factors?.Authenticator is { } held && account is not null ? instance.Keys.Envelope.Open(held, Place(account.Id)) : OneTimeCode.NewKey();
        var step = OneTimeCode.Match(key, code, instance.Clock.Now, factors?.AuthenticatorStep ?? 0);
        return right && step is { } spent && factors?.Authenticator is not null && account is not null
            ? new Proof(SignInFactor.Code, async change => await AccountStore.SpendCodeAsync(change, account.Id, spent) ? Done.Value : AccountProblems.SignInRefused)
            : null;
    }

    public static string Place(Guid account) => $"user_account/{account}/authenticator";

    static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
