using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>Who the phone shows. Kind of number from its look (SMPP 3.4 5.2.5): alphanumeric 5/0, international 1/1, short code 3/0.</summary>
sealed record Sender(byte Ton, byte Npi, byte[] Octets)
{
    /// <summary>Whether <see cref="From"/> takes it.</summary>
    public static bool IsOne(string text) =>
        Ascii.IsValid(text) && text.Length is > 0 and <= 16 && (text.Length <= 11 || !text.AsSpan().TrimStart('+').ContainsAnyExceptInRange('0', '9'));

    /// <exception cref="ArgumentException">No ASCII, or longer than a phone shows.</exception>
    public static Sender From(string text)
    {
        if (!Ascii.IsValid(text) || text.Length is 0 or > 16)
        {
            throw new ArgumentException($"The sender '{text}' is not 1 to 11 ASCII letters and digits, a short code, or + and digits.", nameof(text));
        }

        var digits = text.AsSpan().TrimStart('+');
        if (digits.ContainsAnyExceptInRange('0', '9'))
        {
            return text.Length <= 11 ? new Sender(5, 0, Encoding.ASCII.GetBytes(text)) : throw new ArgumentException($"The alphanumeric sender '{text}' has more than 11 characters.", nameof(text));
        }

        return text.StartsWith('+') || digits.Length > 6 ? new Sender(1, 1, Encoding.ASCII.GetBytes(digits.ToString())) : new Sender(3, 0, Encoding.ASCII.GetBytes(text));
    }
}
