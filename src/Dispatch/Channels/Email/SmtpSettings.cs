using System.ComponentModel.DataAnnotations;

namespace Belfry.Dispatch;

/// <summary>One SMTP relay. Section <c>dispatch:email</c> of belfry.json, one entry a route.</summary>
public sealed record SmtpSettings
{
    [Required]
    public string Route { get; init; } = "email";

    [Required]
    public string Host { get; init; } = "127.0.0.1";

    [Range(1, 65_535)]
    public int Port { get; init; } = 25;

    /// <summary>STARTTLS is demanded; false speaks plain text, which only a relay on this machine deserves.</summary>
    public bool Tls { get; init; }

    /// <summary>Empty: no authentication.</summary>
    public string User { get; init; } = "";

    /// <summary>In belfry.json only where it is kept: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public string Password { get; init; } = "";

    /// <summary>What the recipient sees: name and address.</summary>
    public string FromName { get; init; } = "BE-Alert";

    [Required]
    public string FromAddress { get; init; } = "alert@be-alert.invalid";

    /// <summary>Domain of the return path <c>b+reference@domain</c>: a bounce names its message (VERP). Empty: that of <see cref="FromAddress"/>.</summary>
    public string BounceDomain { get; init; } = "";

    /// <summary>Connections kept open, each reused for many mails.</summary>
    [Range(1, 100)]
    public int Connections { get; init; } = 4;

    /// <summary>Mails handed over and not answered yet, over all connections.</summary>
    [Range(1, 10_000)]
    public int Window { get; init; } = 40;

    /// <summary>Silence of the relay after which a mail is unknown and its connection dead.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ReconnectFirst { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan ReconnectMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without the secret: a record would print all it holds.</summary>
    public override string ToString() => $"SMTP {Route} at {Host}:{Port}";
}
