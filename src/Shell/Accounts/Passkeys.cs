using System.Security.Cryptography;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>What a challenge was given for. An answer to one is no answer to another.</summary>
enum PasskeyUse
{
    SignIn,
    StepUp,
    Enrol,
    Add,
}

/// <summary>
/// The two WebAuthn ceremonies, verified by ASP.NET Core Identity. Between question and answer the challenge lies sealed in a cookie of
/// five minutes; once answered it is spent, on every node, so a recorded answer opens nothing.
/// </summary>
sealed class Passkeys(IDataProtectionProvider protection, Instance instance)
{
    const string Cookie = "__Host-belfry-challenge";
    static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    readonly IDataProtector seal = protection.CreateProtector("Belfry.Passkey.1");

    sealed record Ceremony(PasskeyUse Use, Guid Account, string State, DateTimeOffset Until, string Nonce);

    /// <summary>A verified answer. <see cref="SpendAsync"/> belongs in the change that acts on it.</summary>
    public sealed record Answer(Guid Account, UserPasskeyInfo Passkey, byte[] Challenge, DateTimeOffset Until)
    {
        public async Task<Result<Done>> SpendAsync(Change change) =>
            await AccountStore.SpendChallengeAsync(change, Challenge, Until) ? Done.Value : AccountProblems.PasskeyRefused.With(("reason", "answered before"));

        /// <summary>Of a sign-in: spends the challenge and counts the passkey up.</summary>
        public async Task<Result<Done>> UseAsync(Change change)
        {
            var spent = await SpendAsync(change);
            return !spent.Ok || await PasskeyStore.UsedAsync(change, Passkey.CredentialId, Account, Passkey.SignCount, Passkey.IsBackedUp)
                ? spent
                : AccountProblems.PasskeyRefused.With(("reason", "counter"));
        }

        public PasskeyRow ToRow(string name, DateTimeOffset now) => new(
            Passkey.CredentialId, Account, name, Passkey.PublicKey, Passkey.SignCount, string.Join(' ', Passkey.Transports ?? []), Passkey.IsUserVerified,
            Passkey.IsBackupEligible, Passkey.IsBackedUp, Passkey.AttestationObject, Passkey.ClientDataJson, now, null);
    }

    /// <returns>Options for navigator.credentials.create, as JSON.</returns>
    public async Task<string> AskToRegisterAsync(HttpContext http, PasskeyUse use, Guid account, string signInName, string name)
    {
        var options = await Handler(http).MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.ToString("D"), Name = signInName, DisplayName = name }, http);
        Remember(http, use, account, options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <param name="account">Whose passkeys may answer; null at sign-in, where the passkey itself says whose it is.</param>
    /// <returns>Options for navigator.credentials.get, as JSON.</returns>
    public async Task<string> AskToProveAsync(HttpContext http, PasskeyUse use, Account? account)
    {
        var options = await Handler(http).MakeRequestOptionsAsync(account, http);
        Remember(http, use, account?.Id ?? Guid.Empty, options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <returns>The new passkey, or ACC-006.</returns>
    public async Task<Result<Answer>> RegisterAsync(HttpContext http, PasskeyUse use, Guid account, string credential)
    {
        if (Recall(http, use) is not { } ceremony || ceremony.Asked.Account != account)
        {
            return AccountProblems.PasskeyRefused.With(("reason", "no challenge"));
        }

        var result = await Handler(http).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = ceremony.Asked.State });
        return result.Succeeded
            ? new Answer(account, result.Passkey, ceremony.Hash, ceremony.Asked.Until)
            : AccountProblems.PasskeyRefused.With(("reason", result.Failure.Message));
    }

    /// <returns>Whose passkey it was, or ACC-001 without a reason.</returns>
    public async Task<Result<Answer>> ProveAsync(HttpContext http, PasskeyUse use, string credential)
    {
        if (Recall(http, use) is not { } ceremony)
        {
            return AccountProblems.SignInRefused;
        }

        var result = await Handler(http).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = ceremony.Asked.State });
        return result.Succeeded && (ceremony.Asked.Account == Guid.Empty || ceremony.Asked.Account == result.User.Id)
            ? new Answer(result.User.Id, result.Passkey, ceremony.Hash, ceremony.Asked.Until)
            : AccountProblems.SignInRefused;
    }

    static IPasskeyHandler<Account> Handler(HttpContext http) => http.RequestServices.GetRequiredService<IPasskeyHandler<Account>>();

    void Remember(HttpContext http, PasskeyUse use, Guid account, string? state)
    {
        var asked = new Ceremony(use, account, state ?? "", instance.Clock.Now + Lives, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        http.SetSecret(Cookie, seal.Protect(JsonSerializer.Serialize(asked)), Lives);
    }

    (Ceremony Asked, byte[] Hash)? Recall(HttpContext http, PasskeyUse use)
    {
        var text = http.Request.Cookies[Cookie];
        http.DropSecret(Cookie);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var asked = JsonSerializer.Deserialize<Ceremony>(seal.Unprotect(text))!;
            return asked.Use == use && asked.Until > instance.Clock.Now ? (asked, SHA256.HashData(Convert.FromHexString(asked.Nonce))) : null;
        }
        catch (CryptographicException)
        {
            return null; // not sealed by us
        }
    }
}
