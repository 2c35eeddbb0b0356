using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>The body that submit_sm and deliver_sm share (SMPP 3.4 4.4.1, 4.6.1), read as a view on the PDU.</summary>
ref struct ShortMessage
{
    public const byte Receipt = 0x04;
    public const byte UserDataHeader = 0x40;

    /// <summary>Largest body we write: fixed fields, two addresses, 254 octets.</summary>
    const int MostBody = 400;

    public ReadOnlySpan<byte> Source { get; private set; }

    public byte DestinationTon { get; private set; }

    public ReadOnlySpan<byte> Destination { get; private set; }

    public byte EsmClass { get; private set; }

    public byte RegisteredDelivery { get; private set; }

    public byte DataCoding { get; private set; }

    /// <summary>short_message, or message_payload when that is empty.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    public ReadOnlySpan<byte> ReceiptedId { get; private set; }

    /// <summary>0: none.</summary>
    public byte MessageState { get; private set; }

    public ReadOnlySpan<byte> NetworkError { get; private set; }

    /// <summary>-1: not given.</summary>
    public int SarReference { get; private set; }

    public byte SarTotal { get; private set; }

    public byte SarSequence { get; private set; }

    public static bool TryRead(ReadOnlySpan<byte> pdu, out ShortMessage message, out Malformed malformed)
    {
        var fields = new PduFields(pdu);
        message = new ShortMessage { SarReference = -1 };
        fields.CString("service_type", 6);
        fields.Byte("source_addr_ton");
        fields.Byte("source_addr_npi");
        message.Source = fields.CString("source_addr", 21);
        message.DestinationTon = fields.Byte("dest_addr_ton");
        fields.Byte("dest_addr_npi");
        message.Destination = fields.CString("destination_addr", 21);
        message.EsmClass = fields.Byte("esm_class");
        fields.Byte("protocol_id");
        fields.Byte("priority_flag");
        fields.CString("schedule_delivery_time", 17);
        fields.CString("validity_period", 17);
        message.RegisteredDelivery = fields.Byte("registered_delivery");
        fields.Byte("replace_if_present_flag");
        message.DataCoding = fields.Byte("data_coding");
        fields.Byte("sm_default_msg_id");
        message.Content = fields.Octets("short_message", fields.Byte("sm_length"));
        while (fields.Tlv(out var tag, out var value))
        {
            message.Take(tag, value);
        }

        malformed = fields.Failure ?? default;
        return fields.Failure is null;
    }

    void Take(ushort tag, ReadOnlySpan<byte> value)
    {
        switch (tag)
        {
            case Tag.MessagePayload when Content.IsEmpty:
                Content = value;
                break;
            case Tag.ReceiptedMessageId:
                ReceiptedId = value.TrimEnd((byte)0);
                break;
            case Tag.MessageState when value.Length == 1:
                MessageState = value[0];
                break;
            case Tag.NetworkErrorCode when value.Length == 3:
                NetworkError = value;
                break;
            case Tag.SarReference when value.Length == 2:
                SarReference = BinaryPrimitives.ReadUInt16BigEndian(value);
                break;
            case Tag.SarTotal when value.Length == 1:
                SarTotal = value[0];
                break;
            case Tag.SarSequence when value.Length == 1:
                SarSequence = value[0];
                break;
        }
    }

    /// <param name="to">ASCII digits.</param>
    /// <param name="reference">Number that ties the parts of one text together; written over the place the plan left for it.</param>
    public static void WriteSubmit(IBufferWriter<byte> target, uint sequence, Sender from, ReadOnlySpan<char> to, byte registered, SmsPlan plan, int part, ushort reference)
    {
        var pdu = new PduWriter(target, Command.SubmitSm, Status.Ok, sequence, MostBody);
        pdu.Byte(0);
        pdu.Byte(from.Ton);
        pdu.Byte(from.Npi);
        pdu.CString(from.Octets);
        pdu.Byte(1);
        pdu.Byte(1);
        Span<byte> number = stackalloc byte[20];
        pdu.CString(number[..Encoding.ASCII.GetBytes(to, number)]);
        pdu.Byte(plan.Bodies.Length > 1 ? UserDataHeader : (byte)0);
        pdu.Octets([0, 0, 0, 0, registered, 0, plan.DataCoding, 0]);
        var body = plan.Bodies[part];
        pdu.Byte((byte)body.Length);
        if (plan.Bodies.Length > 1)
        {
            Span<byte> header = stackalloc byte[7];
            body.AsSpan(0, plan.HeaderLength).CopyTo(header);
            plan.WriteReference(header, reference);
            pdu.Octets(header[..plan.HeaderLength]);
            pdu.Octets(body.AsSpan(plan.HeaderLength));
        }
        else
        {
            pdu.Octets(body);
        }

        pdu.End();
    }

    public static void WriteReceipt(IBufferWriter<byte> target, uint sequence, string from, string to, string id, ReceiptState state, string text)
    {
        var pdu = new PduWriter(target, Command.DeliverSm, Status.Ok, sequence, MostBody + 100);
        pdu.Octets([0, 1, 1]);
        pdu.CString(from);
        pdu.Octets([0, 1]);
        pdu.CString(to);
        pdu.Octets([Receipt, 0, 0, 0, 0, 0, 0, 0, 0]);
        Span<byte> content = stackalloc byte[254];
        var length = Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(text.Length, 254)), content);
        pdu.Byte((byte)length);
        pdu.Octets(content[..length]);
        Span<byte> name = stackalloc byte[65];
        name[Encoding.ASCII.GetBytes(id.AsSpan(0, Math.Min(id.Length, 64)), name)] = 0;
        pdu.Tlv(Tag.ReceiptedMessageId, name[..(Math.Min(id.Length, 64) + 1)]);
        pdu.Tlv(Tag.MessageState, [(byte)state]);
        pdu.End();
    }
}
