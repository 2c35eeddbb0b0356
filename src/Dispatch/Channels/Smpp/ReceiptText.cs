using System.Globalization;
using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>A receipt out of a deliver_sm: optional parameters where they are given, else the text of SMPP 3.4 Appendix B, in any order and any case.</summary>
readonly record struct ReceiptText(string Id, ReceiptState State, string Error, DateTimeOffset? Done)
{
    /// <returns>Null when it names no message or no state that we know: then it is no receipt.</returns>
    public static ReceiptText? From(in ShortMessage message)
    {
        var text = Encoding.Latin1.GetString(message.Content[..Math.Min(message.Content.Length, 512)]);
        var id = message.ReceiptedId.IsEmpty ? Value(text, "id:") : Encoding.Latin1.GetString(message.ReceiptedId);
        ReceiptState? state = message.MessageState is >= 1 and <= 8 ? (ReceiptState)message.MessageState : StateOf(Value(text, "stat:"));
        if (id.Length is 0 or > 64 || state is null)
        {
            return null;
        }

        var error = message.NetworkError.IsEmpty ? Value(text, "err:") : $"{message.NetworkError[0]}:{(message.NetworkError[1] << 8) + message.NetworkError[2]}";
        return new ReceiptText(id, state.Value, error is "000" or "0" or "0:0" ? "" : error, Date(Value(text, "done date:")));
    }

    /// <summary>The id as the answers wrote it. What is no number in that base is left as it is.</summary>
    public static string Aligned(string id, MessageIdForm form) => form switch
    {
        MessageIdForm.HexThenDecimal when ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        MessageIdForm.DecimalThenHex when ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => id,
    };

    /// <summary>The answer's id in the form the ledger keeps: decimal where the route's forms differ, untouched where they are the same.</summary>
    public static string Answered(string id, MessageIdForm form) => form switch
    {
        MessageIdForm.HexThenDecimal when ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        MessageIdForm.DecimalThenHex when ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => id,
    };

    static ReceiptState? StateOf(string word) => word.ToUpperInvariant() switch
    {
        "ENROUTE" => ReceiptState.Enroute,
        "DELIVRD" or "DELIVERED" => ReceiptState.Delivered,
        "EXPIRED" => ReceiptState.Expired,
        "DELETED" => ReceiptState.Deleted,
        "UNDELIV" => ReceiptState.Undeliverable,
        "ACCEPTD" => ReceiptState.Accepted,
        "UNKNOWN" => ReceiptState.Unknown,
        "REJECTD" => ReceiptState.Rejected,
        _ => null,
    };

    static string Value(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || text[at - 1] == ' ')
            {
                var rest = text.AsSpan(at + name.Length);
                var end = rest.IndexOf(' ');
                return (end < 0 ? rest : rest[..end]).ToString();
            }
        }

        return "";
    }

    // YYMMDDhhmm, or with seconds. The carrier's clock, read as UTC: the protocol does not say, and the ledger keeps its own arrival time beside it.
    static DateTimeOffset? Date(string digits) =>
        DateTimeOffset.TryParseExact(digits.Length > 12 ? "" : digits, ["yyMMddHHmm", "yyMMddHHmmss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
