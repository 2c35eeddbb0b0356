using Belfry.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Belfry.Shell;

/// <summary>Puts the modules together into one web program.</summary>
public static class FrameSetup
{
    public static void AddFrame(this IServiceCollection services, Instance instance, Db db, EventRegister events, IReadOnlyList<Module> modules)
    {
        services.AddSingleton(instance);
        services.AddSingleton(instance.Clock);
        services.AddSingleton(instance.Keys);
        services.AddSingleton(instance.Keys.Envelope);
        services.AddSingleton(db);
        services.AddSingleton(events);
        services.AddSingleton(modules);
        services.AddHttpContextAccessor();
        services.AddSingleton(provider => new Access(instance, provider.GetRequiredService<Organisations>(), [.. modules.SelectMany(module => module.Permissions)], provider.GetRequiredService<ILogger<Access>>()));
        services.AddSingleton(provider => new ActionRegistry([.. modules.SelectMany(module => module.Actions)], provider.GetRequiredService<Access>()));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.DefaultIgnoreCondition = Json.Strict.DefaultIgnoreCondition);
        foreach (var module in modules)
        {
            module.AddServices(services, instance);
        }
    }

    /// <summary>The order is the protection: headers, files, who, may they, then the routes.</summary>
    /// <param name="signIn">Puts the person on the request (accounts); null in a test of the frame alone.</param>
    public static void UseFrame(this WebApplication app, Action<IApplicationBuilder>? signIn)
    {
        var modules = app.Services.GetRequiredService<IReadOnlyList<Module>>();
        app.Use(SecurityHeaders);
        app.UseRouting();
        signIn?.Invoke(app);
        app.UseMiddleware<Gate>();
        app.UseAntiforgery();
        foreach (var module in modules)
        {
            module.AddEvents(app.Services.GetRequiredService<EventRegister>(), app.Services);
            module.Map(app);
        }
    }

    public static async Task PrepareAsync(this WebApplication app, CancellationToken ct)
    {
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<Module>>())
        {
            await module.PrepareAsync(app.Services, ct);
        }
    }

    static Task SecurityHeaders(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=()";
        return next(http);
    }
}
