namespace Belfry.Passengers.Reading;

/// <summary>Contacts and cards inside free text.</summary>
static class ContactText
{
    static readonly string[] Phones = ["CTCM", "CTCH", "CTCR", "CTCB", "CTCP", "CTCT", "CTCF"];

    /// <summary>The contact of an OSI text such as "CTCE JAN..P//EXAMPLE.ORG", or null.</summary>
    public static Contact? FromOsi(string text, int segment)
    {
        var at = text.IndexOf("CTC", StringComparison.Ordinal);
        if (at < 0 || at > 12 || (at > 0 && text[at - 1] != ' '))
        {
            return null;
        }

        var rest = text[at..];
        return rest.Length > 5 && rest.StartsWith("CTC ", StringComparison.Ordinal) ? new Contact("phone", rest[4..].Trim(), text, "CTC", segment)
            : rest.Length > 4 && char.IsAsciiLetterUpper(rest[3]) ? FromCode(rest[..4], rest[4..], text, segment) : null;
    }

    public static Contact? FromCode(string code, string value, string asSent, int segment)
    {
        var trimmed = value.Trim().TrimStart('/').Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        return code == "CTCE" ? new Contact("email", Mail(value.Trim().StartsWith("//", StringComparison.Ordinal) ? value.Trim() : trimmed), asSent, code, segment)
            : Array.IndexOf(Phones, code) >= 0 ? new Contact("phone", trimmed, asSent, code, segment)
            : code == "CTCA" ? new Contact("other", trimmed, asSent, code, segment) : null;
    }

    /// <summary>The number in an address's telephone field, which senders fill with "EK CTC M 5432109876" or "H 1 555 5555".</summary>
    public static string PhoneOf(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('0', '9');
        return at < 0 ? text : text[(at > 0 && text[at - 1] == '+' ? at - 1 : at)..].Trim();
    }

    /// <summary>AIRIMP writes @ as //, _ as .. and - as ./ in addresses.</summary>
    public static string Mail(string text) => text
        .Replace("//", "@", StringComparison.Ordinal).Replace("./", "-", StringComparison.Ordinal).Replace("..", "_", StringComparison.Ordinal);

    /// <summary>First six and last four digits stay. An account that is no whole card number, or masked by the sender, stays as it is.</summary>
    public static (string Text, bool Masked) Mask(string account)
    {
        var digits = account.Count(char.IsAsciiDigit);
        if (digits < 12 || account.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-')))
        {
            return (account, false);
        }

        var seen = 0;
        return (string.Create(account.Length, (account, digits), (span, state) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                var c = state.account[at];
                span[at] = char.IsAsciiDigit(c) && ++seen > 6 && seen <= state.digits - 4 ? 'X' : c;
            }
        }), true);
    }
}
