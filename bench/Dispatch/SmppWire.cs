using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.Bench.Dispatch;

/// <summary>The link against npm smpp and against an SMSC that does nothing, beside the barest loop that can submit, turn by turn.</summary>
static class SmppWire
{
    const string Text = "BE-ALERT: Zware storm. Blijf binnen, sluit deuren en ramen. Bel 112 alleen in nood.";
    static readonly int[] Windows = [10, 50, 200];

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 50_000;
        var rows = new List<IReadOnlyList<string>>();
        var misses = new List<string>();
        await using (var nothing = new NothingSmsc())
        {
            await TableAsync("nothing (C#)", nothing.Port, count, rows, misses);
        }

        var (npm, port) = await StartNpmAsync();
        try
        {
            await TableAsync("npm smpp 0.5.1", port, count, rows, misses);
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
            npm.Dispose();
        }

        new Figures("dispatch", "smpp-wire", "SMPP link beside a bare submit loop, messages a second", "dotnet run -c Release --project bench -- dispatch smpp-wire " + count.ToString(CultureInfo.InvariantCulture),
            [
                $"{count:N0} messages of one GSM-7 part a run, no receipts. Median of three runs, link and bare loop turn by turn in one process, everything on one machine and loopback.",
                "The bare loop writes a ready-made PDU with a new sequence number whenever the window has room and counts answers; it keeps nothing, looks nothing up, has no timers and no verdicts. The link gives every message its verdict. Bar: 0.6 at window 50.",
                "\"Nothing\" answers each submit_sm with a fixed id and reads no further than the length.",
            ],
            ["SMSC", "window", "bare loop", "link", "ratio"], rows, misses).Write();
        return 0;
    }

    static async Task TableAsync(string name, int port, int count, List<IReadOnlyList<string>> rows, List<string> misses)
    {
        foreach (var window in Windows)
        {
            List<double> bare = [], link = [];
            await BareAsync(port, window, count / 10);
            await LinkAsync(port, window, count / 10);
            for (var run = 0; run < 3; run++)
            {
                bare.Add(count / (await BareAsync(port, window, count)).TotalSeconds);
                link.Add(count / (await LinkAsync(port, window, count)).TotalSeconds);
            }

            bare.Sort();
            link.Sort();
            var ratio = link[1] / bare[1];
            rows.Add([name, $"{window}", bare[1].ToString("N0", CultureInfo.InvariantCulture), link[1].ToString("N0", CultureInfo.InvariantCulture), ratio.ToString("0.00", CultureInfo.InvariantCulture)]);
            if (window == 50 && ratio < 0.6)
            {
                misses.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, window 50: {ratio:0.00} of the bare loop, bar 0.6"));
            }
        }
    }

    static async Task<TimeSpan> LinkAsync(int port, int window, int count)
    {
        await using var link = SmppLink.Start(new SmppSettings { Port = port, SystemId = "belfry", Password = "rehearse", Window = window, Receipts = false }, Clock.System);
        var messages = new OutgoingMessage[count];
        for (var i = 0; i < count; i++)
        {
            messages[i] = new OutgoingMessage(Id<OutgoingMessage>.New(Clock.System).Value, default, "3247" + i.ToString("D7", CultureInfo.InvariantCulture), Text);
        }

        await link.WaitForRoomAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var submitting = SubmitAsync(link, messages);
        for (var accepted = 0; accepted < count;)
        {
            await link.Reports.WaitToReadAsync();
            while (link.Reports.TryRead(out var report))
            {
                accepted += report is CarrierReport.Accepted ? 1 : 0;
                if (report is CarrierReport.Unknown or CarrierReport.Refused)
                {
                    throw new InvalidOperationException($"not taken: {report}");
                }
            }
        }

        watch.Stop();
        await submitting;
        return watch.Elapsed;
    }

    static async Task SubmitAsync(SmppLink link, OutgoingMessage[] messages)
    {
        for (var next = 0; next < messages.Length;)
        {
            await link.WaitForRoomAsync(CancellationToken.None);
            var batch = Math.Min(link.FreeWindow, messages.Length - next);
            link.Submit(new ArraySegment<OutgoingMessage>(messages, next, batch));
            next += batch;
        }
    }

    /// <summary>The barest submit loop: one socket, one buffer, answers counted.</summary>
    internal static async Task<TimeSpan> BareAsync(int port, int window, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var answers = new byte[64 * 1024];
        await socket.SendAsync(Pdu(9, [.. "belfry\0rehearse\0\0"u8, 0x34, 0, 0, 0]));
        await socket.ReceiveAsync(answers);
        var submit = Pdu(4, [0, 5, 0, .. "BE-Alert\0"u8, 1, 1, .. "32470000001\0"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)Text.Length, .. System.Text.Encoding.ASCII.GetBytes(Text)]);
        var batch = new byte[submit.Length * window];
        var watch = Stopwatch.StartNew();
        var (sent, answered, filled) = (0, 0, 0);
        while (answered < count)
        {
            var room = Math.Min(window - (sent - answered), count - sent);
            for (var i = 0; i < room; i++)
            {
                submit.CopyTo(batch, i * submit.Length);
                BinaryPrimitives.WriteInt32BigEndian(batch.AsSpan((i * submit.Length) + 12), ++sent);
            }

            if (room > 0)
            {
                await socket.SendAsync(batch.AsMemory(0, room * submit.Length));
            }

            filled += await socket.ReceiveAsync(answers.AsMemory(filled));
            var at = 0;
            while (filled - at >= 4 && BinaryPrimitives.ReadInt32BigEndian(answers.AsSpan(at)) is var length && filled - at >= length)
            {
                at += length;
                answered++;
            }

            answers.AsSpan(at, filled - at).CopyTo(answers);
            filled -= at;
        }

        return watch.Elapsed;
    }

    static byte[] Pdu(byte command, byte[] body)
    {
        var pdu = new byte[16 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(pdu, pdu.Length);
        pdu[7] = command;
        pdu[15] = 1;
        body.CopyTo(pdu, 16);
        return pdu;
    }

    internal static async Task<(Process Process, int Port)> StartNpmAsync()
    {
        var process = new Process { StartInfo = new ProcessStartInfo("node", ["tests/peers/smsc.js", "0", "-1", "0", "quiet"]) { RedirectStandardOutput = true, UseShellExecute = false } };
        process.Start();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("node tests/peers/smsc.js did not start: cd tests/peers && npm ci");
        return (process, int.Parse(line["listening ".Length..], CultureInfo.InvariantCulture));
    }

    /// <summary>Answers every bind and submit, one socket write a read.</summary>
    internal sealed class NothingSmsc : IAsyncDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly Task running;

        public NothingSmsc()
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            running = AcceptAsync();
        }

        public int Port { get; }

        public async ValueTask DisposeAsync()
        {
            listener.Dispose();
            await running;
        }

        async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using var socket = await listener.AcceptSocketAsync();
                    try
                    {
                        await ServeAsync(socket);
                    }
                    catch (SocketException)
                    {
                        // The client went with a reset: the next one is served all the same.
                    }
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // The bench is over.
            }
        }

        static async Task ServeAsync(Socket socket)
        {
            socket.NoDelay = true;
            var (requests, answers, filled) = (new byte[256 * 1024], new byte[256 * 1024], 0);
            byte[] id = [.. "00000001\0"u8];
            while (await socket.ReceiveAsync(requests.AsMemory(filled)) is > 0 and var read)
            {
                filled += read;
                var (at, written) = (0, 0);
                while (filled - at >= 16 && BinaryPrimitives.ReadInt32BigEndian(requests.AsSpan(at)) is var length && filled - at >= length)
                {
                    var submit = requests[at + 7] == 4;
                    var size = submit ? 25 : requests[at + 7] == 9 ? 17 : 16;
                    var answer = answers.AsSpan(written, size);
                    requests.AsSpan(at, 16).CopyTo(answer);
                    BinaryPrimitives.WriteInt32BigEndian(answer, size);
                    answer[4] = 0x80;
                    if (submit)
                    {
                        id.CopyTo(answer[16..]);
                    }
                    else if (size == 17)
                    {
                        answer[16] = 0;
                    }

                    written += size;
                    at += length;
                }

                requests.AsSpan(at, filled - at).CopyTo(requests);
                filled -= at;
                await socket.SendAsync(answers.AsMemory(0, written));
            }
        }
    }
}
