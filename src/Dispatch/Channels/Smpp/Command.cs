namespace Belfry.Dispatch.Smpp;

/// <summary>SMPP 3.4 5.1.2.1. A response is its request with the highest bit set.</summary>
enum Command : uint
{
    BindReceiver = 0x01,
    BindTransmitter = 0x02,
    QuerySm = 0x03,
    SubmitSm = 0x04,
    DeliverSm = 0x05,
    Unbind = 0x06,
    BindTransceiver = 0x09,
    EnquireLink = 0x15,
    GenericNack = 0x8000_0000,
    BindReceiverResp = 0x8000_0001,
    BindTransmitterResp = 0x8000_0002,
    SubmitSmResp = 0x8000_0004,
    DeliverSmResp = 0x8000_0005,
    UnbindResp = 0x8000_0006,
    BindTransceiverResp = 0x8000_0009,
    EnquireLinkResp = 0x8000_0015,
}

/// <summary>SMPP 3.4 5.3.2: the optional parameters we read or write.</summary>
static class Tag
{
    public const ushort ReceiptedMessageId = 0x001E;
    public const ushort SarReference = 0x020C;
    public const ushort SarTotal = 0x020E;
    public const ushort SarSequence = 0x020F;
    public const ushort NetworkErrorCode = 0x0423;
    public const ushort MessagePayload = 0x0424;
    public const ushort MessageState = 0x0427;
}
