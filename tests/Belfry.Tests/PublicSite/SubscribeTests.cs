using System.Net;
using System.Text;
using Belfry.Alerting;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.PublicSite;

/// <summary>Asking to be warned, over HTTP, from the empty form to the erased row, in the whole program.</summary>
public sealed class SubscribeTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task From_the_form_to_a_warning_a_change_and_the_end(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        using var citizen = new Citizen(town);
        Assert.Contains("name=\"places-5\"", (await citizen.GetAsync("/public/fr/subscribe")).Text, StringComparison.Ordinal);
        var asked = await citizen.PostAsync("/public/fr/subscribe", Citizen.Form());
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);

        // Nobody is warned at an address that has not proved itself.
        var sms = await citizen.SmsAsync();
        var mail = await citizen.MailAsync();
        Assert.StartsWith("EXERCICE Votre code", sms, StringComparison.Ordinal);
        Assert.Equal(0, await town.Get<Subscribers>().CountAsync(Ct));
        var wrong = Citizen.CodeIn(sms) == "000000" ? "000001" : "000000";
        var refused = await citizen.PostAsync(asked.Location!, ("channel", "Sms"), ("code-sms", wrong));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("SUBS-012", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Encore 4 essais", refused.Text, StringComparison.Ordinal);

        // The phone by its code, the mailbox by its link; a scanner that follows the link confirms nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.PostAsync(asked.Location!, ("channel", "Sms"), ("code-sms", Citizen.CodeIn(sms)))).Status);
        var link = Citizen.LinkIn(mail.Text);
        await citizen.GetAsync(link);
        Assert.Equal([(ChannelKind.Email, false), (ChannelKind.Sms, true)], await ProvedAsync(town, asked.Location!));
        Assert.Contains("Vous serez averti", (await citizen.PostAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Vous serez averti", (await citizen.PostAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal([(ChannelKind.Email, true), (ChannelKind.Sms, true)], await ProvedAsync(town, asked.Location!));
        Assert.Equal(1, await town.Get<Subscribers>().CountAsync(Ct));

        // The warning reaches both, and the mail says how to end it.
        await town.SentAsync(Town.Form(null, MessageClass.DangerToLife, ChannelKind.Sms, ChannelKind.Email));
        Assert.Contains("La Vesdre monte", await citizen.SmsAsync(2), StringComparison.Ordinal);
        var warning = await citizen.MailAsync(2);
        Assert.Contains("La Vesdre monte", warning.Text, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", warning.Header("List-Unsubscribe-Post"));
        var end = Citizen.LinkIn(warning.Header("List-Unsubscribe").Trim('<', '>'));
        Assert.Contains("Appuyez sur le bouton", (await citizen.GetAsync(end)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await AddressesAsync(town));
        Assert.Equal(HttpStatusCode.OK, (await citizen.PostAsync(end, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await citizen.PostAsync(end, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(1, await AddressesAsync(town));

        // The link to the registration: asked for, sent to the phone, works once.
        await citizen.PostAsync("/public/fr/subscription", ("address", Citizen.Phone));
        var open = Citizen.LinkIn(await citizen.SmsAsync(3));
        Assert.StartsWith("/public/fr/open/", open, StringComparison.Ordinal);
        await citizen.GetAsync(open);
        var own = (await citizen.PostAsync(open)).Location!;
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.PostAsync(open)).Status);
        var page = (await citizen.GetAsync(own)).Text;
        Assert.Contains("value=\"Bontje Wolkenpot\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"+32400556677\"", page, StringComparison.Ordinal);

        // Another place, another language, no tests: at once. Another mailbox: when it has proved itself.
        var changed = await citizen.PostAsync(own, Citizen.Form(("places-1", "Eupen"), ("places-2", "4860 Pepinster"), ("language", "de"), ("tests", ""), ("mail", "new@mail.invalid")));
        Assert.StartsWith("/public/fr/subscribe/", changed.Location, StringComparison.Ordinal);
        Assert.Equal(1, await AddressesAsync(town));
        await citizen.PostAsync(changed.Location!, ("channel", "Email"), ("code-email", Citizen.CodeIn((await citizen.MailAsync(1, "new@mail.invalid")).Text)));
        Assert.Equal(2, await AddressesAsync(town));
        var at = Belgium.Load().Find("63023")!.Centre;
        var eupen = Area.FromGeoJson(Town.Polygon(Beside(at, -0.01, -0.01), Beside(at, -0.01, 0.02), Beside(at, 0.02, -0.01))).Value;
        var estimate = await town.Get<Audience>().EstimateAsync(eupen, [ChannelKind.Sms, ChannelKind.Email], MessageClass.PublicTest, Ct);
        Assert.Equal((0L, 2L), (estimate.People, estimate.Suppressed.Values.Sum()));
        Assert.Equal(1, (await town.Get<Audience>().EstimateAsync(eupen, [ChannelKind.Sms], MessageClass.Official, Ct)).ByLanguage[Language.De]);

        // The end: no row, no address in the ledger, no way back in.
        Assert.Contains("effacée", (await citizen.PostAsync(own + "/end")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await town.Get<Subscribers>().CountAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync(own)).Status);
        await EndedAsync(town);
        town.Time.Pass(TimeSpan.FromMinutes(2));
        await Wait.UntilAsync(async () => await CountAsync(town, "select count(*) from subscriber_gone") == 0, () => "the ledger still names someone who left");
        Assert.Equal(0, await CountAsync(town, "select count(*) from delivery where length(address) > 0"));
        Assert.True(await CountAsync(town, "select count(*) from delivery where state in ('Delivered', 'Handed')") >= 6, "what was sent is still counted");
    }

    [Theory, BothDatabases]
    public async Task Every_refusal_is_at_its_field_and_keeps_what_was_typed(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        using var citizen = new Citizen(town);
        foreach (var (code, field, own) in new (string, string, (string, string)[])[]
        {
            ("SUBS-001", "phone", [("phone", ""), ("mail", "")]),
            ("SUBS-002", "phone", [("phone", "12")]),
            ("SUBS-002", "phone", [("phone", "0470 12 34 5x")]),
            ("SUBS-003", "phone", [("phone", "087 46 83 00")]),
            ("SUBS-004", "mail", [("mail", "bontje at mail")]),
            ("SUBS-004", "mail", [("mail", "bontje@mail.invalid, other@mail.invalid")]),
            ("SUBS-005", "places-1", [("places-1", "")]),
            ("SUBS-006", "places-1", [("places-1", "Xyzzyville")]),
            ("SUBS-006", "places-1", [("places-1", "48.8566, 2.3522")]),
            ("SUBS-007", "places-1", [("places-1", "Saint")]),
            ("SUBS-008", "places-1", [.. Enumerable.Range(1, 6).Select(number => ($"places-{number}", "Eupen"))]),
            ("SUBS-009", "agreed", [("agreed", "")]),
            ("SUBS-010", "language", [("language", "es")]),
            ("SHELL-006", "name", [("name", new string('a', 101))]),
            ("SHELL-008", "name", [("name", "Bon\u202Etje")]),
        })
        {
            var refused = await citizen.PostAsync("/public/en/subscribe", Citizen.Form(own));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains($"#f-{field}", refused.Text, StringComparison.Ordinal);
            Assert.Contains($"id=\"f-{field}-problem\"", refused.Text, StringComparison.Ordinal);
            Assert.Contains(code, refused.Text, StringComparison.Ordinal);
            Assert.Contains(own[0].Item1 == "mail" || own.Length > 1 ? "Bontje Wolkenpot" : "value=\"bontje@mail.invalid\"", refused.Text, StringComparison.Ordinal);
        }

        // Several places of one name: the choice is offered, and taken only for the text it was offered for.
        var open = await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("places-1", "Saint")));
        Assert.Contains("name=\"choice-1\"", open.Text, StringComparison.Ordinal);
        Assert.Contains("SUBS-007", (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("places-1", "Saint-"), ("for-1", "Saint"), ("choice-1", Town.Centre.ToString())))).Text, StringComparison.Ordinal);
        Assert.Contains("SUBS-007", (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("places-1", "Saint"), ("for-1", "Saint"), ("choice-1", "48.8566,2.3522")))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("places-1", "Saint"), ("for-1", "Saint"), ("choice-1", Town.Centre.ToString())))).Status);

        foreach (var over in (string[])["/public/en/subscribe/nothing", "/public/en/subscription/nothing", "/public/en/unsubscribe/" + new string('A', 43)])
        {
            var gone = await citizen.GetAsync(over);
            Assert.Equal(HttpStatusCode.NotFound, gone.Status);
            Assert.Contains("SUBS-014", gone.Text, StringComparison.Ordinal);
        }

        foreach (var over in (string[])["/public/en/confirm/nothing", "/public/en/open/nothing", "/public/en/unsubscribe/nothing", "/public/en/subscribe/nothing", "/public/en/subscription/nothing/end"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await citizen.PostAsync(over)).Status);
        }

        Assert.Contains("SUBS-014", (await citizen.PostAsync("/public/en/subscription/nothing", Citizen.Form())).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await citizen.PostAsync("/public/en/subscribe", ("name", new string('a', 70_000)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/public/xx/subscribe")).Status);
    }

    [Theory, BothDatabases]
    public async Task Whether_an_address_is_known_shows_in_no_answer_and_it_belongs_to_who_proves_it(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        using var citizen = new Citizen(town);
        await citizen.RegisteredAsync(("mail", ""));
        var known = await citizen.PostAsync("/public/en/subscription", ("address", "0400/55.66.77"));
        var unknown = await citizen.PostAsync("/public/en/subscription", ("address", "0400 99 88 77"));
        Assert.Equal((known.Status, Timeless(known.Text)), (unknown.Status, Timeless(unknown.Text)));
        Assert.Contains("/open/", await citizen.SmsAsync(2), StringComparison.Ordinal);

        // Someone else names the same number: the same answer as for any other, and nothing is taken until the phone itself says so.
        var again = await citizen.PostAsync("/public/fr/subscribe", Citizen.Form(("name", "Quaxo"), ("mail", "")));
        var other = await citizen.PostAsync("/public/fr/subscribe", Citizen.Form(("name", "Quaxo"), ("mail", ""), ("phone", "0400 99 88 76")));
        Assert.Equal((HttpStatusCode.SeeOther, again.Text), (other.Status, other.Text));
        Assert.Equal(Shape(again.Location!), Shape(other.Location!));
        Assert.Equal((1, 1), (await town.Get<Subscribers>().CountAsync(Ct), await AddressesAsync(town)));
        await citizen.PostAsync(again.Location!, ("channel", "Sms"), ("code-sms", Citizen.CodeIn(await citizen.SmsAsync(3))));
        Assert.Equal((1, 1), (await town.Get<Subscribers>().CountAsync(Ct), await AddressesAsync(town)));
        Assert.Equal(0, await CountAsync(town, "select count(*) from contact where subscriber in (select id from subscriber_gone)"));
        Assert.Empty(citizen.Sms("+32400998877"));
    }

    [Theory, BothDatabases]
    public async Task Nobody_tries_codes_fills_phones_or_floods_the_carriers(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        using var citizen = new Citizen(town);
        var page = (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("mail", "")))).Location!;
        var code = Citizen.CodeIn(await citizen.SmsAsync());
        for (var tries = 1; tries <= ConfirmContact.MostTries; tries++)
        {
            Assert.Contains("SUBS-012", (await citizen.PostAsync(page, ("channel", "Sms"), ("code-sms", code == "111111" ? "222222" : "111111"))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("SUBS-013", (await citizen.PostAsync(page, ("channel", "Sms"), ("code-sms", code))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await town.Get<Subscribers>().CountAsync(Ct));

        // The fourth message to one address is not sent, and the answer does not say so.
        for (var more = 2; more <= 5; more++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("mail", "")))).Status);
        }

        await citizen.SmsAsync(3);
        for (var more = 6; more <= 10; more++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("mail", ""), ("phone", $"+324009988{more:D2}")))).Status);
        }

        var often = await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("mail", "")));
        Assert.Equal(HttpStatusCode.TooManyRequests, often.Status);
        Assert.Contains("SUBS-011", often.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await citizen.PostAsync("/public/en/subscription", ("address", Citizen.Mail))).Status);
        await citizen.SmsAsync(1, "+32400998810");

        // Behind a proxy each connection has its own count; what a client says before the proxy's word changes nothing.
        citizen.Through = "203.0.113.7";
        for (var more = 1; more <= 10; more++)
        {
            Assert.Equal(HttpStatusCode.OK, (await citizen.PostAsync("/public/en/subscription", ("address", $"nobody{more}@mail.invalid"))).Status);
        }

        citizen.Through = "198.51.100.9, 203.0.113.7";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await citizen.PostAsync("/public/en/subscription", ("address", Citizen.Mail))).Status);
        citizen.Through = "2001:db8:1:2::3";
        Assert.Equal(HttpStatusCode.OK, (await citizen.PostAsync("/public/en/subscription", ("address", Citizen.Mail))).Status);
        citizen.Through = null;
        Assert.Equal(3, citizen.Sms().Count);
        town.Time.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.PostAsync("/public/en/subscribe", Citizen.Form(("mail", "")))).Status);
    }

    [Theory, BothDatabases]
    public async Task What_is_stored_is_sealed_and_what_is_not_proved_is_erased_after_a_day(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        using var citizen = new Citizen(town);
        var page = (await citizen.PostAsync("/public/fr/subscribe", Citizen.Form())).Location!;
        await citizen.PostAsync(page, ("channel", "Sms"), ("code-sms", Citizen.CodeIn(await citizen.SmsAsync())));
        var stored = await town.Db.ReadAsync(Viewer.Program("test"), async reading => (byte[][])
        [
            .. await reading.QueryAsync<byte[]>("select wish from subscription_request"), .. await reading.QueryAsync<byte[]>("select address from contact_proof"), .. await reading.QueryAsync<byte[]>("select digest from contact_proof"),
            .. await reading.QueryAsync<byte[]>("select name from subscriber"), .. await reading.QueryAsync<byte[]>("select address from contact"), .. await reading.QueryAsync<byte[]>("select address from delivery"),
        ], Ct);
        Assert.Equal(9, stored.Length);
        foreach (var word in (string[])["Bontje", "556677", "mail.invalid"])
        {
            Assert.All(stored, bytes => Assert.DoesNotContain(word, Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase));
        }

        // Who never asked presses the mailbox's own button: the address is gone, and the link in the mail with it.
        var mail = await citizen.MailAsync();
        Assert.Equal(HttpStatusCode.OK, (await citizen.PostAsync(Citizen.LinkIn(mail.Header("List-Unsubscribe").Trim('<', '>')), ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.PostAsync(Citizen.LinkIn(mail.Text))).Status);

        // Who has the database but not the key folder finds no number by trying them all.
        var digests = await town.Db.ReadAsync(Viewer.Program("test"), reading => reading.QueryAsync<byte[]>("select digest from contact"), Ct);
        Assert.Equal(town.Get<ContactDigests>().Of(ChannelKind.Sms, Citizen.Phone), digests.Single());
        Assert.NotEqual(Another(town), digests.Single());

        await EndedAsync(town);
        town.Time.Pass(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.PostAsync(Citizen.LinkIn((await citizen.MailAsync()).Text))).Status);
        await Wait.UntilAsync(async () => await CountAsync(town, "select count(*) from contact_proof") == 0, () => "what was not proved is still there");
        await Wait.UntilAsync(async () => await CountAsync(town, "select count(*) from delivery where length(address) > 0") == 0, () => "the ledger still holds an address that was only asked");
        Assert.Equal(1, await AddressesAsync(town));
    }

    [Theory, BothDatabases]
    public async Task An_address_of_a_street_a_postcode_and_a_decimal_comma_are_read(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 0);
        foreach (var (typed, refnis) in ((string, string)[])[("Rue Neuve 5, 4860 Pepinster", "63058"), ("4860", "63058"), ("pepinster", "63058"), ("50,568 5,806", "63058"), ("50.568, 5.806", "63058"), ("Eupen", "63023"), ("Bruxelles", "21004")])
        {
            var found = PlaceFinder.Find(typed, Language.Fr);
            Assert.Contains(refnis, found.Select(choice => Belgium.Load().At(PlaceFinder.At(choice.Value)!.Value)!.Refnis));
            Assert.True(typed == "4860" || found.Count == 1, $"{typed}: {string.Join(" | ", found.Select(choice => choice.Name))}");
        }
    }

    static Task EndedAsync(Town town) => Wait.UntilAsync(async () => await CountAsync(town, "select count(*) from dispatch where ended is null") == 0, () => "a dispatch is still under way");

    static Position Beside(Position at, double north, double east) => Position.Of(at.Latitude + north, at.Longitude + east).Value;

    static byte[] Another(Town town)
    {
        var folder = Directory.CreateTempSubdirectory("belfry-key-").FullName;
        var digest = new ContactDigests(town.Server.Instance with { Folder = folder }).Of(ChannelKind.Sms, Citizen.Phone);
        Directory.Delete(folder, recursive: true);
        return digest;
    }

    static string Timeless(string text) => text[..text.IndexOf("<time", StringComparison.Ordinal)];

    static string Shape(string location) => location[..location.LastIndexOf('/')] + location.Length;

    static async Task<IReadOnlyList<(ChannelKind, bool)>> ProvedAsync(Town town, string page) =>
        [.. (await town.Get<ConfirmContact>().FindAsync(page[(page.LastIndexOf('/') + 1)..], Ct))!.Contacts.Select(one => (one.Channel, one.Proved))];

    static Task<long> AddressesAsync(Town town) => CountAsync(town, "select count(*) from contact");

    static Task<long> CountAsync(Town town, [System.Diagnostics.CodeAnalysis.ConstantExpected] string sql) => town.Db.ReadAsync(Viewer.Program("test"), reading => reading.ValueAsync<long>(sql), Ct);
}
