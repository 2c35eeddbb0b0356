using System.CommandLine;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Rehearsal;
using Belfry.Serve;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>Ways into a rehearsal: links for people, tokens for programs. The real world has neither.</summary>
static class PersonaCommands
{
    public static Command Personas()
    {
        var (place, json) = (new Place(), new Option<bool>("--json") { Description = "One JSON document instead of text." });
        var command = new Command("personas", "New one-time links of the rehearsal's personas; the old ones are dead. The instance may be running.") { json };
        place.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(place.Of(parsed), async services =>
        {
            var site = await SiteAsync(services, ct);
            var links = new List<(string Who, string Link)>();
            foreach (var one in Country.Cast)
            {
                var (account, _) = await KeepAsync(services, one.SignInName, ct);
                links.Add((one.Name, (await services.GetRequiredService<PersonaLinks>().MakeAsync(account, ct)).Value.Address(site)));
            }

            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(links.Select(link => new { who = link.Who, link = link.Link }), Text)
                : string.Join('\n', links.Select(link => $"{link.Who,-28} {link.Link}")));
            return ExitCode.Done;
        }, ct));
        return command;
    }

    static readonly JsonSerializerOptions Text = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Token()
    {
        var place = new Place();
        var persona = new Option<string>("--persona") { Description = "Sign-in name: " + string.Join(", ", Country.Cast.Select(one => one.SignInName)) + ".", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = "Action of the permission table, such as incidents.read. May be repeated; 1 to 20.", Required = true };
        var days = new Option<int>("--days") { Description = "How long it lives, 1 to 365. Default 1.", DefaultValueFactory = _ => 1 };
        var command = new Command("token", "A bearer token of a rehearsal's persona, printed once, for scripts (BELFRY_TOKEN). People of the real world make theirs at /account.") { persona, scopes, days };
        place.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(place.Of(parsed), async services =>
        {
            if (Country.Cast.All(one => one.SignInName != parsed.GetValue(persona)))
            {
                return await Place.SayAsync($"--persona {parsed.GetValue(persona)}: there is no such persona");
            }

            var (_, who) = await KeepAsync(services, parsed.GetValue(persona)!, ct);
            var made = await services.GetRequiredService<ApiTokens>().MakeAsync(who, "belfry token", parsed.GetValue(scopes)!, parsed.GetValue(days), ct);
            if (!made.TryGet(out var token, out var problems))
            {
                return await Place.SayAsync(problems);
            }

            Console.WriteLine(token.Token);
            return ExitCode.Done;
        }, ct));
        return command;
    }

    static async Task<int> RunAsync(ServeOptions options, Func<IServiceProvider, Task<int>> use, CancellationToken ct) => options.World == World.Real
        ? await Place.SayAsync("There are no personas in the real world.")
        : await Place.UseAsync(options, use, ct);

    static async Task<(Id<Account> Account, Person Person)> KeepAsync(IServiceProvider services, string signInName, CancellationToken ct)
    {
        var one = Country.Cast.First(one => one.SignInName == signInName);
        var home = Organisation.IdOf(one.Organisation);
        var account = await services.GetRequiredService<PersonaLinks>().KeepAsync(new Invitee(one.Name, one.SignInName, home, one.Language, [new RoleIn(one.Role, home)]), ct);
        return (account, new Person(account.Value, one.Name, home, [new RoleIn(one.Role, home)], one.Language));
    }

    static async Task<string> SiteAsync(IServiceProvider services, CancellationToken ct)
    {
        var file = Path.Combine(services.GetRequiredService<Instance>().Folder, Server.AddressFile);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, ct) : "http://localhost:5000";
    }
}
