using System.Net.Mail;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>An address as people type it, made into the one form the carriers take: <c>+32470123456</c>, <c>name@example.be</c>.</summary>
static class ContactAddress
{
    /// <summary>RFC 5321 4.5.3.1.3: a path of 256 with its brackets.</summary>
    const int MostMail = 254;

    const int MostPhone = 40; // as typed, with spaces and brackets

    /// <returns>Empty when nothing was typed; SUBS-002, SUBS-003 or SUBS-004 at <paramref name="field"/>, or what PlainText refuses.</returns>
    public static Result<string> Read(ChannelKind channel, string? typed, string field) => PlainText.From(typed, field, channel == ChannelKind.Sms ? MostPhone : MostMail, required: false)
        .Then(text => text.Length == 0 ? text : channel == ChannelKind.Sms ? Phone(text, field) : Mail(text, field));

    // ITU-T E.164: at most 15 digits. A Belgian mobile number is 4 and eight digits after the country code.
    static Result<string> Phone(string text, string field)
    {
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '.' or '/' or '-' or '(' or ')' or '\u00A0')));
        var number = bare.StartsWith('+') ? bare : bare.StartsWith("00", StringComparison.Ordinal) ? "+" + bare[2..] : bare.StartsWith('0') ? "+32" + bare[1..] : "";
        if (number.Length is < 9 or > 16 || !number.AsSpan(1).ContainsOnlyDigits() || number[1] == '0')
        {
            return SubscribeProblems.PhoneUnreadable.At(field);
        }

        if (!number.StartsWith("+32", StringComparison.Ordinal))
        {
            return number;
        }

        return number[3] != '4' ? SubscribeProblems.NotMobile.At(field) : number.Length == 12 ? number : SubscribeProblems.PhoneUnreadable.At(field);
    }

    static Result<string> Mail(string text, string field) =>
        !text.Any(letter => char.IsWhiteSpace(letter) || letter is '"' or '<' or '>' or ',' or ';' or '\\' || char.IsControl(letter))
        && MailAddress.TryCreate(text, out var mail) && mail.Address == text && mail.Host.Contains('.', StringComparison.Ordinal) && !mail.Host.EndsWith('.')
            ? text
            : SubscribeProblems.MailUnreadable.At(field);

    static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
