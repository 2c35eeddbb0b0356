using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>Refusals of registering to be warned. Prefix SUBS.</summary>
public static class SubscribeProblems
{
    public static readonly ProblemKind NoAddress = new("SUBS-001", 422, new(
        "Geef een gsm-nummer of een e-mailadres op; zonder kunnen we u niet waarschuwen.",
        "Indiquez un numéro de GSM ou une adresse e-mail ; sans cela nous ne pouvons pas vous avertir.",
        "Geben Sie eine Handynummer oder eine E-Mail-Adresse an; sonst können wir Sie nicht warnen.",
        "Give a mobile number or an e-mail address; without one we can't warn you."));

    public static readonly ProblemKind PhoneUnreadable = new("SUBS-002", 422, new(
        "Dit is geen telefoonnummer. Schrijf het zoals 0470 12 34 56, of met landcode: +32 470 12 34 56.",
        "Ce n’est pas un numéro de téléphone. Écrivez-le comme 0470 12 34 56, ou avec l’indicatif : +32 470 12 34 56.",
        "Das ist keine Telefonnummer. Schreiben Sie sie wie 0470 12 34 56 oder mit Landesvorwahl: +32 470 12 34 56.",
        "This is no telephone number. Write it like 0470 12 34 56, or with the country code: +32 470 12 34 56."));

    public static readonly ProblemKind NotMobile = new("SUBS-003", 422, new(
        "Een vast toestel ontvangt geen sms. Geef een gsm-nummer op (04…) of alleen een e-mailadres.",
        "Un téléphone fixe ne reçoit pas de SMS. Indiquez un numéro de GSM (04…) ou seulement une adresse e-mail.",
        "Ein Festnetzanschluss empfängt keine SMS. Geben Sie eine Handynummer an (04…) oder nur eine E-Mail-Adresse.",
        "A landline receives no SMS. Give a mobile number (04…) or only an e-mail address."));

    public static readonly ProblemKind MailUnreadable = new("SUBS-004", 422, new(
        "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.be.",
        "Ce n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.be.",
        "Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@beispiel.be.",
        "This is no e-mail address. Write it like name@example.be."));

    public static readonly ProblemKind NoPlace = new("SUBS-005", 422, new(
        "Geef minstens één plaats op: daar wordt u gewaarschuwd.",
        "Indiquez au moins un lieu : c’est là que vous serez averti.",
        "Geben Sie mindestens einen Ort an: dort werden Sie gewarnt.",
        "Give at least one place: you are warned there."));

    public static readonly ProblemKind PlaceUnknown = new("SUBS-006", 422, new(
        "Wij vinden „{text}” niet in België. Typ een gemeente, een dorp, een postcode, een adres met postcode, of een punt zoals 50.568, 5.806.",
        "Nous ne trouvons pas « {text} » en Belgique. Tapez une commune, un village, un code postal, une adresse avec code postal, ou un point comme 50.568, 5.806.",
        "Wir finden „{text}“ nicht in Belgien. Tippen Sie eine Gemeinde, ein Dorf, eine Postleitzahl, eine Adresse mit Postleitzahl oder einen Punkt wie 50.568, 5.806.",
        "We don't find “{text}” in Belgium. Type a municipality, a village, a postcode, an address with its postcode, or a point such as 50.568, 5.806."));

    public static readonly ProblemKind PlaceOpen = new("SUBS-007", 422, new(
        "„{text}” kan meer dan één plaats zijn. Kies hieronder welke.",
        "« {text} » peut être plusieurs lieux. Choisissez ci-dessous.",
        "„{text}“ kann mehr als ein Ort sein. Wählen Sie unten.",
        "“{text}” may be more than one place. Choose below which."));

    public static readonly ProblemKind TooManyPlaces = new("SUBS-008", 422, new(
        "Hoogstens {limit} plaatsen; dit zijn er {count}.",
        "Au plus {limit} lieux ; il y en a {count}.",
        "Höchstens {limit} Orte; es sind {count}.",
        "At most {limit} places; these are {count}."));

    public static readonly ProblemKind NotAgreed = new("SUBS-009", 422, new(
        "Zonder uw toestemming mogen wij uw gegevens niet bewaren. Vink het vakje aan of ga weg van deze pagina.",
        "Sans votre consentement, nous ne pouvons pas conserver vos données. Cochez la case ou quittez cette page.",
        "Ohne Ihre Einwilligung dürfen wir Ihre Daten nicht speichern. Kreuzen Sie das Feld an oder verlassen Sie diese Seite.",
        "Without your consent we may not keep your data. Tick the box or leave this page."));

    public static readonly ProblemKind LanguageMissing = new("SUBS-010", 422, new(
        "Kies de taal waarin u gewaarschuwd wilt worden.",
        "Choisissez la langue dans laquelle vous voulez être averti.",
        "Wählen Sie die Sprache, in der Sie gewarnt werden wollen.",
        "Choose the language in which you want to be warned."));

    public static readonly ProblemKind TooOften = new("SUBS-011", 429, new(
        "Van uw aansluiting kwamen te veel aanvragen. Probeer het over {minutes} minuten opnieuw; er is niets verloren.",
        "Trop de demandes viennent de votre connexion. Réessayez dans {minutes} minutes ; rien n’est perdu.",
        "Von Ihrem Anschluss kamen zu viele Anfragen. Versuchen Sie es in {minutes} Minuten erneut; nichts ist verloren.",
        "Too many requests came from your connection. Try again in {minutes} minutes; nothing is lost."));

    public static readonly ProblemKind CodeWrong = new("SUBS-012", 422, new(
        "Deze code is niet juist. Nog {left} pogingen.",
        "Ce code n’est pas correct. Encore {left} essais.",
        "Dieser Code ist nicht richtig. Noch {left} Versuche.",
        "This code is not right. {left} more tries."));

    public static readonly ProblemKind CodeSpent = new("SUBS-013", 422, new(
        "Deze code is te vaak fout ingetypt en geldt niet meer. Gebruik de link in het bericht, of schrijf u opnieuw in.",
        "Ce code a été mal saisi trop souvent et n’est plus valable. Utilisez le lien dans le message, ou réinscrivez-vous.",
        "Dieser Code wurde zu oft falsch eingegeben und gilt nicht mehr. Benutzen Sie den Link in der Nachricht oder melden Sie sich neu an.",
        "This code was typed wrongly too often and no longer holds. Use the link in the message, or register again."));

    public static readonly ProblemKind LinkOver = new("SUBS-014", 404, new(
        "Deze link geldt niet meer: hij werkt één keer en niet langer dan vermeld. Vraag een nieuwe.",
        "Ce lien n’est plus valable : il fonctionne une seule fois, dans le délai indiqué. Demandez-en un nouveau.",
        "Dieser Link gilt nicht mehr: er funktioniert einmal und nicht länger als angegeben. Fordern Sie einen neuen an.",
        "This link no longer holds: it works once, within the time it names. Ask for a new one."));

    public static IReadOnlyList<ProblemKind> All { get; } =
        [NoAddress, PhoneUnreadable, NotMobile, MailUnreadable, NoPlace, PlaceUnknown, PlaceOpen, TooManyPlaces, NotAgreed, LanguageMissing, TooOften, CodeWrong, CodeSpent, LinkOver];
}
