using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Belfry.Shell;

/// <summary>Accounts in the program: its parts, its place in the pipeline, its pages.</summary>
public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services, Instance instance)
    {
        services.TryAddSingleton(new AccountsSettings());
        services.AddSingleton<SessionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddSingleton<Sessions>();
        services.AddSingleton<Passphrase>();
        services.AddSingleton<Devices>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<Factors>();
        services.AddSingleton<FirstToken>();
        services.AddSingleton<Officials>();
        services.AddSingleton(provider => new Accounts(
            provider.GetRequiredService<Db>(), provider.GetRequiredService<Access>(), provider.GetRequiredService<Organisations>(), provider.GetRequiredService<Sessions>(), provider.GetRequiredService<AccountsSettings>()));
        services.AddSingleton(provider => new ApiTokens(provider.GetRequiredService<Db>(), provider.GetRequiredService<Access>(), provider.GetRequiredService<Sessions>()));
        if (instance.World != World.Real)
        {
            services.AddSingleton<PersonaLinks>();
        }

        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new FormCookie();
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddDataProtection().SetApplicationName("belfry-" + instance.World);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<Db>(), instance.Keys)));
        AddPasskeys(services);
    }

    /// <summary>Puts the person on each request. Stands after routing, before the gate: the second argument of UseFrame.</summary>
    public static void UseAccounts(this IApplicationBuilder app) => app.UseMiddleware<SignedIn>();

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        SignInEndpoints.Map(routes);
        EnterEndpoints.Map(routes);
        OwnAccountEndpoints.Map(routes);
        KeeperEndpoints.Map(routes);
    }

    static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<IdentityStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // a passkey is two factors only when it asked for finger, face or PIN
            options.ResidentKeyRequirement = "required"; // it says by itself whose it is: no name is typed, none can be guessed
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
            options.ValidateOrigin = static context => ValueTask.FromResult(IsHere(context));
        });
    }

    // What the device signed as its page's address must be this host, whatever headers came along; plain http only on this very machine.
    static bool IsHere(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var page) && page.Host == context.HttpContext.Request.Host.Host
        && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && page.IsLoopback));
}
