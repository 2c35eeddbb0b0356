using Belfry.Kernel;
using MimeKit;

namespace Belfry.Dispatch.Email;

/// <summary>An outgoing message as a mail: plain text and HTML of the same, and the headers that machines on the way read.</summary>
static class MailLetter
{
    public static MimeMessage Write(OutgoingMessage message, SmtpSettings settings, DateTimeOffset now)
    {
        var letter = new MimeMessage
        {
            Subject = message.Subject,
            Date = now,
            MessageId = $"{message.Reference:N}@{Domain(settings.FromAddress)}",
            Body = Both(message),
        };
        letter.From.Add(new MailboxAddress(settings.FromName, settings.FromAddress));
        letter.To.Add(new MailboxAddress("", message.To));
        letter.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office comes back
        letter.Headers.Add("Content-Language", Code(message.Language));
        if (message.Unsubscribe is { } unsubscribe)
        {
            letter.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>"); // RFC 2369
            letter.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }

        return letter;
    }

    /// <summary>The return path that names its message, so that a bounce needs no reading.</summary>
    public static MailboxAddress ReturnPath(Guid reference, SmtpSettings settings) =>
        new("", $"b+{reference:N}@{(settings.BounceDomain.Length > 0 ? settings.BounceDomain : Domain(settings.FromAddress))}");

    /// <summary>The reference in a bounce's recipient; null when it is none of ours.</summary>
    public static Guid? ReferenceOf(string returnPath) =>
        returnPath.StartsWith("b+", StringComparison.OrdinalIgnoreCase) && returnPath.Length > 34 && Guid.TryParseExact(returnPath.AsSpan(2, 32), "N", out var reference) ? reference : null;

    static MultipartAlternative Both(OutgoingMessage message) =>
        new(Part("plain", message.Text), Part("html", message.Html ?? Paragraphs(message)));

    // Quoted-printable whatever the relay offers: no relay on the way has to change it, which would break a DKIM signature.
    static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    static string Paragraphs(OutgoingMessage message)
    {
        var paragraphs = message.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var body = string.Concat(paragraphs.Select(paragraph => $"<p>{Escaped(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n"));
        return $"<!doctype html>\n<html lang=\"{Code(message.Language)}\"><head><meta charset=\"utf-8\"><title>{Escaped(message.Subject)}</title></head>\n<body>\n{body}</body></html>\n";
    }

    static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    static string Code(Language language) => language switch
    {
        Language.Nl => "nl",
        Language.Fr => "fr",
        Language.De => "de",
        _ => "en",
    };

    static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];
}
