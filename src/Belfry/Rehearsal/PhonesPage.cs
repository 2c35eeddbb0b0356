using Belfry.Dispatch;
using Belfry.Shell;

namespace Belfry.Rehearsal;

/// <summary>What the phones and mailboxes of the rehearsal country received, as their owners see it.</summary>
static class PhonesPage
{
    const int Most = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rehearsal/phones", (string? number, HttpContext http, Carriers carriers) => Show.Page<PhonesSheet>(http, new Dictionary<string, object?>
        {
            ["Number"] = number,
            ["Sms"] = string.IsNullOrWhiteSpace(number)
                ? [.. carriers.Phones.SelectMany(phones => phones.Sample(Most)).OrderByDescending(one => one.At).Take(Most)]
                : (IReadOnlyList<PhoneMessage>)[.. carriers.Phones.SelectMany(phones => phones.Of(number)).OrderByDescending(one => one.At)],
            ["Mail"] = string.IsNullOrWhiteSpace(number) ? carriers.Mail.Inbox.Latest(Most).Reverse().ToList() : (IReadOnlyList<ReceivedMail>)carriers.Mail.Inbox.Of(number),
            ["Messages"] = carriers.Phones.Sum(phones => phones.Messages),
            ["Mails"] = carriers.Mail.Inbox.Messages,
        })).Needs(RehearsalPermissions.Look);
        routes.MapGet("/api/rehearsal/received", (HttpContext http, Carriers carriers) => Results.Json(new
        {
            sms = carriers.Phones.Sum(phones => phones.Messages),
            mail = carriers.Mail.Inbox.Messages,
        }, Json.Strict)).Needs(RehearsalPermissions.Look);
    }
}
