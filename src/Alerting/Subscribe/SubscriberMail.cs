using System.Globalization;
using System.Security.Cryptography;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// What a person asked for about their own registration, sent like everything else: a dispatch of one in the ledger, in the lowest class, so
/// that no code ever goes before a warning.
/// </summary>
sealed class SubscriberMail(Instance instance, ContactDigests digests, SubscriberLinks links, Markers markers)
{
    /// <summary>A code or link to prove an address. A day: people read their mail in the evening (Heist-op-den-Berg, June 2019).</summary>
    public static readonly TimeSpan ProofLives = TimeSpan.FromHours(24);

    /// <summary>The link to an own registration.</summary>
    public static readonly TimeSpan LinkLives = TimeSpan.FromHours(1);

    static readonly Guid Centre = Organisation.IdOf("NCCN");

    static readonly LocalizedText ProofTitle = new("Bevestig uw inschrijving voor waarschuwingen", "Confirmez votre inscription aux alertes", "Bestätigen Sie Ihre Anmeldung für Warnungen", "Confirm that you want to be warned");

    static readonly LocalizedText ProofSms = new(
        "Uw code: {code}. Of bevestig hier: {link} Niet gevraagd? Doe niets.", "Votre code : {code}. Ou confirmez ici : {link} Pas demandé ? Ne faites rien.",
        "Ihr Code: {code}. Oder hier: {link} Nicht angefordert? Tun Sie nichts.", "Your code: {code}. Or confirm here: {link} Not you? Do nothing.");

    static readonly LocalizedText ProofMail = new(
        "Iemand heeft dit adres opgegeven om gewaarschuwd te worden bij een noodsituatie.\n\nWas u dat? Typ deze code op de pagina: {code}\n\nOf open deze link en bevestig: {link}\n\nCode en link gelden 24 uur. Stond dit adres al in een andere inschrijving, dan gaat het over naar deze.\n\nWas u het niet? Doe niets: na 24 uur is het adres gewist.",
        "Quelqu’un a indiqué cette adresse pour être averti en cas d’urgence.\n\nC’était vous ? Tapez ce code sur la page : {code}\n\nOu ouvrez ce lien et confirmez : {link}\n\nLe code et le lien valent 24 heures. Si cette adresse figurait déjà dans une autre inscription, elle passe à celle-ci.\n\nCe n’était pas vous ? Ne faites rien : après 24 heures, l’adresse est effacée.",
        "Jemand hat diese Adresse angegeben, um in einer Notlage gewarnt zu werden.\n\nWaren Sie das? Tippen Sie diesen Code auf der Seite: {code}\n\nOder öffnen Sie diesen Link und bestätigen Sie: {link}\n\nCode und Link gelten 24 Stunden. Stand diese Adresse schon in einer anderen Anmeldung, geht sie auf diese über.\n\nWaren Sie es nicht? Tun Sie nichts: nach 24 Stunden ist die Adresse gelöscht.",
        "Someone gave this address to be warned in an emergency.\n\nWas it you? Type this code on the page: {code}\n\nOr open this link and confirm: {link}\n\nCode and link hold for 24 hours. If this address stood in another registration, it moves to this one.\n\nWas it not you? Do nothing: after 24 hours the address is erased.");

    static readonly LocalizedText OpenTitle = new("Uw inschrijving voor waarschuwingen", "Votre inscription aux alertes", "Ihre Anmeldung für Warnungen", "Your registration for alerts");

    static readonly LocalizedText OpenSms = new(
        "Uw inschrijving wijzigen of beëindigen: {link} Geldt 1 uur.", "Modifier ou arrêter votre inscription : {link} Valable 1 heure.", "Ihre Anmeldung ändern oder beenden: {link} Gilt 1 Stunde.", "Change or end your registration: {link} Holds for 1 hour.");

    static readonly LocalizedText OpenMail = new(
        "Met deze link wijzigt of beëindigt u uw inschrijving. Hij werkt één keer en geldt een uur:\n\n{link}\n\nHebt u dit niet gevraagd? Doe niets; er verandert niets.",
        "Ce lien permet de modifier ou d’arrêter votre inscription. Il fonctionne une fois et vaut une heure :\n\n{link}\n\nVous ne l’avez pas demandé ? Ne faites rien ; rien ne change.",
        "Mit diesem Link ändern oder beenden Sie Ihre Anmeldung. Er wirkt einmal und gilt eine Stunde:\n\n{link}\n\nNicht angefordert? Tun Sie nichts; es ändert sich nichts.",
        "With this link you change or end your registration. It works once and holds for an hour:\n\n{link}\n\nYou did not ask for it? Do nothing; nothing changes.");

    /// <summary>
    /// A request with its proofs, each address told unless it was told too often. The ledger knows the request, not the person: whatever
    /// becomes of it, it forgets those addresses after a day.
    /// </summary>
    /// <param name="wish">Empty when the person is there already and only adds addresses.</param>
    /// <returns>The word in the address of the page where codes are typed.</returns>
    public async Task<string> ProveAsync(Change change, Guid subscriber, byte[] wish, IReadOnlyDictionary<ChannelKind, string> addresses, Language language)
    {
        var (request, page) = (Id<SubscribeForm>.New(instance.Clock).Value, LinkWord.New());
        var proofs = new List<SubscriptionStore.Proof>();
        foreach (var (channel, address) in addresses)
        {
            var (code, word, digest) = (RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture), LinkWord.New(), digests.Of(channel, address));
            var sealedAddress = instance.Keys.Envelope.Seal(address, FrozenRecipient.PlaceOf(request, channel));
            proofs.Add(new SubscriptionStore.Proof(request, channel, sealedAddress, digest, digests.OfCode(request, channel, code), LinkWord.DigestOf(word), 0, false));
            if (await SubscribeLimits.MayTellAsync(change, digest))
            {
                var body = (channel == ChannelKind.Sms ? ProofSms : ProofMail)[language].Replace("{code}", code, StringComparison.Ordinal).Replace("{link}", links.Confirm(language, word), StringComparison.Ordinal);
                await SendAsync(change, request, channel, sealedAddress, language, ProofTitle[language], body, ProofLives);
            }
        }

        await SubscriptionStore.AddRequestAsync(change, new SubscriptionStore.Request(request, LinkWord.DigestOf(page), subscriber, wish, language, change.Now, change.Now + ProofLives), proofs);
        return page;
    }

    public Task SendLinkAsync(Change change, Guid subscriber, ChannelKind channel, byte[] address, Language language, string word) => SendAsync(
        change, subscriber, channel, address, language, OpenTitle[language],
        (channel == ChannelKind.Sms ? OpenSms : OpenMail)[language].Replace("{link}", links.Open(language, word), StringComparison.Ordinal), LinkLives);

    async Task SendAsync(Change change, Guid recipient, ChannelKind channel, byte[] address, Language language, string title, string body, TimeSpan lives)
    {
        var id = Id<DispatchOrder>.New(instance.Clock).Value;
        var segments = channel == ChannelKind.Sms ? SmsSegments.Of(markers.Mark(body, language, channel)).Segments : 1;
        await Dispatches.OpenAsync(change, new DispatchOrder(id, Centre, $"subscription/{id:D}", MessageClass.PublicTest, 1, change.Now + lives, [new DispatchText(channel, language, channel == ChannelKind.Sms ? "" : title, body, segments)]));
        await Dispatches.AppendAsync(change, id, [new FrozenRecipient(recipient, channel, address, language, "")]);
        await Dispatches.SealAsync(change, id);
    }
}
