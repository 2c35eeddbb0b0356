using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>A passkey made and used in a browser, with Chromium's virtual authenticator, on the real pages of Accounts.</summary>
public sealed class PasskeyTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_token_leads_to_a_passkey_and_the_passkey_signs_in_without_a_name()
    {
        var folder = Directory.CreateTempSubdirectory("belfry-passkey-").FullName;
        using var keys = KeyFolder.Open(Path.Combine(folder, "keys"));
        var clock = Clock.System;
        IReadOnlyList<Module> modules = [new ShellModule()];
        var events = new EventRegister(clock);
        await using var db = await Db.OpenAsync(new DatabaseSettings("belfry", DatabaseKind.Sqlite, Path.Combine(folder, "belfry.db")), [.. modules.Select(module => module.Scripts)], events, clock, Ct);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddFrame(new Instance(World.Real, "localhost", folder, keys, clock), db, events, modules);
        await using var app = builder.Build();
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        app.UseStaticFiles(new StaticFileOptions { RequestPath = "/_content/Belfry.Shell", FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "src", "Shell", "wwwroot")), ContentTypeProvider = types });
        app.UseFrame(AccountsSetup.UseAccounts);
        await app.PrepareAsync(Ct);
        var centre = Organisation.Of(OrganisationKind.Federal, "NCCN", null, LocalizedText.Same("NCCN"));
        await app.Services.GetRequiredService<Organisations>().KeepAsync([centre], Ct);
        await app.StartAsync(Ct);
        var site = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal);
        var link = await app.Services.GetRequiredService<FirstToken>().IssueAsync(centre.Id, "First administrator", "admin", Ct);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new() { BaseURL = site });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });

        await page.GotoAsync(link!.Address(site));
        await page.Locator("form[data-passkey=create]").WaitForAsync();
        await Picture(page, "enrol");
        await page.FillAsync("form[data-passkey] input[name=name]", "Laptop");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/account");
        Assert.Contains("Laptop", await page.Locator("#work").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#work form[action='/sign-out'] button").ClickAsync();
        await page.GotoAsync("/sign-in?to=%2Faccount");
        await Picture(page, "sign-in");
        await page.ClickAsync("form[data-passkey=get] button");
        await page.WaitForURLAsync("**/account");
        Assert.Contains("First administrator", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await app.StopAsync(Ct);
    }

    static Task Picture(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName, $"account-{name}.png") });
}
