using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Belfry.Kernel;
using MimeKit;

namespace Belfry.Dispatch.Email;

/// <summary>One client of the simulated mail server: the part of RFC 5321 that a sender uses, every length bounded.</summary>
sealed class SmtpSession(Socket socket, SimulatedSmtp server, int mostBytes, Clock clock)
{
    const int MostLine = 2_000;
    const int MostRecipients = 100;

    readonly List<string> recipients = [];
    readonly StringBuilder answers = new();
    ArrayBufferWriter<byte>? data;
    string? sender;
    bool tooLarge;
    bool quit;

    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = PipeReader.Create(stream);
            Say("220 belfry.invalid rehearsal ESMTP");
            while (!quit)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answers.ToString()), ct);
                answers.Clear();
                var read = await reader.ReadAsync(ct);
                var buffer = read.Buffer;
                Take(ref buffer);
                reader.AdvanceTo(buffer.Start, read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answers.ToString()), ct);
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A client that goes is an end, not an error.
        }
    }

    void Take(ref ReadOnlySequence<byte> buffer)
    {
        var lines = new SequenceReader<byte>(buffer);
        while (!quit && lines.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            // Pipelined: the answers of all lines of one read leave together.
            var bytes = line.ToArray();
            if (data is null)
            {
                Command(bytes);
            }
            else
            {
                Line(bytes);
            }
        }

        buffer = buffer.Slice(lines.Position);
        if (buffer.Length > (data is null ? MostLine : mostBytes))
        {
            Say("500 5.5.2 line too long");
            quit = true;
        }
    }

    void Command(ReadOnlySpan<byte> bytes)
    {
        var line = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MostLine)]);
        var verb = line.Length >= 4 ? line[..4].ToUpperInvariant() : "";
        switch (verb)
        {
            case "EHLO":
                Say("250-belfry.invalid");
                Say("250-PIPELINING");
                Say("250-8BITMIME");
                Say("250-SMTPUTF8");
                Say(string.Create(CultureInfo.InvariantCulture, $"250 SIZE {mostBytes}"));
                Reset();
                break;
            case "HELO":
                Say("250 belfry.invalid");
                Reset();
                break;
            case "MAIL" when Path(line, "FROM:") is { } from:
                Mail(from, line);
                break;
            case "RCPT" when Path(line, "TO:") is { } to:
                Recipient(to);
                break;
            case "DATA":
                Data();
                break;
            case "RSET":
                Reset();
                Say("250 2.0.0 ok");
                break;
            case "NOOP":
                Say("250 2.0.0 ok");
                break;
            case "QUIT":
                Say("221 2.0.0 bye");
                quit = true;
                break;
            case "MAIL" or "RCPT":
                Say("501 5.5.4 the path is not in angle brackets");
                break;
            default:
                Say("502 5.5.1 unknown command");
                break;
        }
    }

    void Mail(string from, string line)
    {
        var size = line.ToUpperInvariant().Split(' ').FirstOrDefault(word => word.StartsWith("SIZE=", StringComparison.Ordinal));
        if (sender is not null)
        {
            Say("503 5.5.1 a mail is under way");
        }
        else if (size is not null && (!long.TryParse(size.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var announced) || announced > mostBytes))
        {
            Say("552 5.3.4 too large");
        }
        else
        {
            sender = from;
            Say("250 2.1.0 ok");
        }
    }

    void Recipient(string to)
    {
        var answer = sender is null ? "503 5.5.1 MAIL first" : recipients.Count >= MostRecipients ? "452 4.5.3 too many recipients" : server.Recipient();
        if (answer[0] == '2')
        {
            recipients.Add(to);
        }

        Say(answer);
    }

    void Data()
    {
        if (recipients.Count == 0)
        {
            Say("503 5.5.1 no recipient");
            return;
        }

        data = new ArrayBufferWriter<byte>();
        tooLarge = false;
        Say("354 go on, a lone dot ends it");
    }

    void Line(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("."u8))
        {
            Finish();
            return;
        }

        // RFC 5321 4.5.2: a dot that begins a line was doubled by the sender.
        var content = line.StartsWith("."u8) ? line[1..] : line;
        tooLarge |= data!.WrittenCount + content.Length + 2 > mostBytes;
        if (!tooLarge)
        {
            data.Write(content);
            data.Write("\r\n"u8);
        }
    }

    void Finish()
    {
        if (tooLarge)
        {
            Say("552 5.3.4 too large");
        }
        else
        {
            try
            {
                using var bytes = new MemoryStream(data!.WrittenSpan.ToArray());
                using var letter = MimeMessage.Load(bytes, CancellationToken.None);
                var headers = letter.Headers.Concat(letter.Body?.Headers ?? []).Select(header => (header.Field, header.Value)).ToList();
                foreach (var to in recipients)
                {
                    server.Inbox.Receive(new ReceivedMail(to, sender!, letter.From.ToString(), letter.Subject ?? "", letter.TextBody ?? "", letter.HtmlBody ?? "", headers, clock.Now));
                }

                Say("250 2.0.0 taken as " + server.Inbox.Messages.ToString(CultureInfo.InvariantCulture));
            }
            catch (FormatException)
            {
                Say("554 5.6.0 no readable mail");
            }
        }

        data = null;
        Reset();
    }

    void Reset()
    {
        sender = null;
        recipients.Clear();
    }

    /// <summary>What stands in angle brackets after the keyword; null when nothing does.</summary>
    static string? Path(string line, string keyword)
    {
        var at = line.IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
        var (open, close) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return at == 5 && open > at && close > open ? line[(open + 1)..close] : null;
    }

    void Say(string line) => answers.Append(line).Append("\r\n");
}
