using System.ComponentModel.DataAnnotations;

namespace Belfry.Dispatch;

/// <summary>What octets mean when data_coding says "the default": each operator chose, none can be asked.</summary>
public enum DefaultAlphabet
{
    Gsm7,
    Latin1,
}

/// <summary>Some carriers answer a submit with a hexadecimal id and write it in decimal in the receipt, or the other way round.</summary>
public enum MessageIdForm
{
    Same,
    HexThenDecimal,
    DecimalThenHex,
}

/// <summary>One SMPP 3.4 bind. Section <c>dispatch:sms</c> of belfry.json, one entry a route.</summary>
public sealed record SmppSettings
{
    [Required]
    public string Route { get; init; } = "sms";

    [Required]
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>2775 by custom, 3550 over TLS.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 2775;

    public bool Tls { get; init; }

    /// <summary>At most 15 ASCII characters.</summary>
    [StringLength(15)]
    public string SystemId { get; init; } = "";

    /// <summary>At most 8 ASCII characters: the protocol has no more. In belfry.json only where it is kept: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    [StringLength(8)]
    public string Password { get; init; } = "";

    [StringLength(12)]
    public string SystemType { get; init; } = "";

    /// <summary>Up to 11 letters and digits (alphanumeric), 3 to 6 digits (short code), or + and digits.</summary>
    public string Sender { get; init; } = "BE-Alert";

    /// <summary>Parts handed over and not answered yet. The carrier states the limit; 10 is typical.</summary>
    [Range(1, 10_000)]
    public int Window { get; init; } = 10;

    /// <summary>Parts a second agreed with the carrier. 0: no limit but what its throttling teaches.</summary>
    [Range(0, 1_000_000)]
    public int PerSecond { get; init; }

    public DefaultAlphabet DefaultAlphabet { get; init; } = DefaultAlphabet.Gsm7;

    /// <summary>data_coding written for GSM texts: 0, or 1 or 3 where the carrier says so.</summary>
    public byte GsmDataCoding { get; init; }

    public byte Ucs2DataCoding { get; init; } = 8;

    public ConcatReference Concat { get; init; } = ConcatReference.EightBit;

    public MessageIdForm MessageIds { get; init; } = MessageIdForm.Same;

    /// <summary>Ask for a receipt of the final state, good or bad.</summary>
    public bool Receipts { get; init; } = true;

    /// <summary>Silence after which enquire_link is sent. Two of them unanswered: the link is dead.</summary>
    public TimeSpan EnquireEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After this long a submit without an answer is unknown; with nothing else heard since, the link is dead.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First wait before trying again; doubled each time, with jitter, up to <see cref="ReconnectMost"/>.</summary>
    public TimeSpan ReconnectFirst { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan ReconnectMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without the secret: a record would print all it holds.</summary>
    public override string ToString() => $"SMPP {Route} at {Host}:{Port}";
}
