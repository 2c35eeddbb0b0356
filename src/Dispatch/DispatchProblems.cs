using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>Refusals of Dispatch. Prefix DISP; numbers below 100 are the carriers'.</summary>
public static class DispatchProblems
{
    public static readonly ProblemKind MalformedPdu = new("DISP-001", 400, new(
        "De gateway stuurde een misvormd SMPP-bericht: {field}, byte {offset}: {reason}. De verbinding wordt opnieuw opgebouwd.",
        "La passerelle a envoyé un message SMPP malformé : {field}, octet {offset} : {reason}. La liaison est rétablie.",
        "Das Gateway sandte eine fehlerhafte SMPP-Nachricht: {field}, Byte {offset}: {reason}. Die Verbindung wird neu aufgebaut.",
        "The gateway sent a malformed SMPP message: {field}, byte {offset}: {reason}. The link is rebuilt."));

    public static readonly ProblemKind BadNumber = new("DISP-002", 422, new(
        "'{to}' is geen telefoonnummer: 3 tot 20 cijfers, eventueel met + ervoor.",
        "« {to} » n’est pas un numéro de téléphone : 3 à 20 chiffres, éventuellement précédés de +.",
        "„{to}“ ist keine Telefonnummer: 3 bis 20 Ziffern, auch mit + davor.",
        "'{to}' is no telephone number: 3 to 20 digits, a + before them if you like."));

    public static readonly ProblemKind BadAddress = new("DISP-003", 422, new(
        "'{to}' is geen e-mailadres.",
        "« {to} » n’est pas une adresse électronique.",
        "„{to}“ ist keine E-Mail-Adresse.",
        "'{to}' is no e-mail address."));

    public static readonly ProblemKind TooLong = new("DISP-004", 422, new(
        "De tekst telt {segments} sms-delen; {limit} is het meeste.",
        "Le texte compte {segments} segments SMS ; {limit} est le maximum.",
        "Der Text hat {segments} SMS-Teile; {limit} sind das Höchste.",
        "The text has {segments} SMS parts; {limit} is the most."));

    public static readonly ProblemKind NotInRealWorld = new("DISP-005", 403, new(
        "Gesimuleerde operatoren bestaan niet in de echte wereld.",
        "Les opérateurs simulés n’existent pas dans le monde réel.",
        "Simulierte Betreiber gibt es in der echten Welt nicht.",
        "Simulated carriers do not exist in the real world."));

    public static readonly ProblemKind LoopbackOnly = new("DISP-006", 422, new(
        "Een gesimuleerde operator luistert alleen op de eigen machine (127.0.0.1 of ::1), niet op {address}.",
        "Un opérateur simulé n’écoute que sur la machine même (127.0.0.1 ou ::1), pas sur {address}.",
        "Ein simulierter Betreiber lauscht nur auf der eigenen Maschine (127.0.0.1 oder ::1), nicht auf {address}.",
        "A simulated carrier listens on this machine only (127.0.0.1 or ::1), not on {address}."));

    public static readonly ProblemKind PortTaken = new("DISP-007", 409, new(
        "Poort {port} is al in gebruik. Kies een andere.",
        "Le port {port} est déjà utilisé. Choisissez-en un autre.",
        "Port {port} ist schon belegt. Wählen Sie einen anderen.",
        "Port {port} is in use already. Choose another."));

    public static readonly ProblemKind Expired = new("DISP-008", 409, new(
        "De geldigheid liep af voor het bericht kon vertrekken.",
        "La validité a expiré avant l’envoi du message.",
        "Die Gültigkeit lief ab, bevor die Nachricht gesendet werden konnte.",
        "It ran out of time before it could be sent."));

    public static readonly ProblemKind LinkDown = new("DISP-009", 409, new(
        "De verbinding met de operator is niet op; er is niets vertrokken.",
        "La liaison avec l’opérateur n’est pas établie ; rien n’est parti.",
        "Die Verbindung zum Betreiber steht nicht; nichts wurde gesendet.",
        "The link to the carrier is not up; nothing has left."));

    public static readonly ProblemKind NoRoom = new("DISP-010", 409, new(
        "Het venster van de verbinding is vol; er is niets vertrokken.",
        "La fenêtre de la liaison est pleine ; rien n’est parti.",
        "Das Fenster der Verbindung ist voll; nichts wurde gesendet.",
        "The link's window is full; nothing has left."));

    public static readonly ProblemKind Stopped = new("DISP-011", 409, new(
        "De verzending is gestopt voor dit bericht vertrok.",
        "L’envoi a été arrêté avant le départ de ce message.",
        "Der Versand wurde gestoppt, bevor diese Nachricht abging.",
        "The dispatch was stopped before this message left."));

    public static IReadOnlyList<ProblemKind> All { get; } =
        [MalformedPdu, BadNumber, BadAddress, TooLong, NotInRealWorld, LoopbackOnly, PortTaken, Expired, LinkDown, NoRoom, Stopped];
}
