using System.IO.Pipelines;
using Belfry.Dispatch;
using Belfry.Dispatch.Smpp;

namespace Belfry.Fuzz;

/// <summary>Bytes as a carrier might send them: cut into PDUs, bodies, receipts, texts, parts. Nothing may escape.</summary>
static class SmppTarget
{
    public static void Run(byte[] bytes)
    {
        var reading = Frames.ReadAsync(PipeReader.Create(new MemoryStream(bytes)), OnPdu, () => ValueTask.CompletedTask, CancellationToken.None);
        reading.GetAwaiter().GetResult();
    }

    static string? OnPdu(in PduHeader header, ReadOnlySpan<byte> pdu)
    {
        if (!ShortMessage.TryRead(pdu, out var message, out var malformed))
        {
            return malformed.Offset < PduHeader.Size || malformed.Offset > pdu.Length ? throw new InvalidOperationException($"the place is outside the PDU: {malformed}") : malformed.ToString();
        }

        ReceiptText.From(message);
        SmsText.Decode(message);
        var piece = Concatenation.From(message, out var content);
        new PhoneInbox(20).Receive("32470000001", "BE", content, message.DataCoding, piece, default);
        return null;
    }
}
