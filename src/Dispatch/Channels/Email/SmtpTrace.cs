using MailKit;

namespace Belfry.Dispatch.Email;

/// <summary>
/// Listens to what MailKit writes, for one question: has DATA been said for the mail under way? Before it nothing can have been taken; after it, a lost
/// connection leaves the mail's fate unknown.
/// </summary>
sealed class SmtpTrace : IProtocolLogger
{
    public bool DataSaid { get; set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        var written = buffer.AsSpan(offset, count);
        DataSaid |= written.IndexOf("DATA\r\n"u8) >= 0 || written.StartsWith("BDAT "u8);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
    }

    public void Dispose()
    {
    }
}
