using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Belfry.Tests;

/// <summary>What goes wrong between us and a carrier. Every choice comes from the seed.</summary>
public sealed record Faults
{
    public int Seed { get; init; } = 1;

    public TimeSpan Delay { get; init; }

    /// <summary>Reset the connection after so many bytes towards the client (in the middle of a PDU mostly); below 0 never.</summary>
    public int CutAfterAnswers { get; init; } = -1;

    /// <summary>Reset after so many bytes towards the carrier.</summary>
    public int CutAfterRequests { get; init; } = -1;

    /// <summary>From so many bytes on nothing goes to the client any more, while the carrier's socket still swallows.</summary>
    public int MuteAfterAnswers { get; init; } = -1;

    /// <summary>Per mille of SMPP answers that are lost, sent twice, held back behind later ones.</summary>
    public int LosePerMille { get; init; }

    public int DoublePerMille { get; init; }

    public int ReorderPerMille { get; init; }

    /// <summary>Per mille of answers that get a sequence number nobody asked for, beside the true one.</summary>
    public int StrayPerMille { get; init; }

    /// <summary>Per mille of answers whose announced length is false: the frame is lost from there.</summary>
    public int CorruptPerMille { get; init; }

    /// <summary>The bytes are no SMPP: nothing is framed, only delay, cut and mute apply.</summary>
    public bool Raw { get; init; }

    /// <summary>How many connections suffer; later ones are left in peace.</summary>
    public int Connections { get; init; } = int.MaxValue;
}

/// <summary>A TCP proxy on loopback that spoils SMPP on its way, the same way each time for one seed.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    const uint SubmitAnswer = 0x8000_0004;

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closing = new();
    readonly List<Task> connections = [];
    readonly Task accepting;
    readonly int target;
    int accepted;

    public FaultProxy(int target, Faults faults)
    {
        (this.target, Faults) = (target, faults);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public Faults Faults { get; set; }

    public int Accepted => Volatile.Read(ref accepted);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(connections);
        closing.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(closing.Token);
                var number = Interlocked.Increment(ref accepted);
                connections.Add(CarryAsync(client, number <= Faults.Connections ? Faults : new Faults { Raw = Faults.Raw }, number));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    async Task CarryAsync(Socket client, Faults faults, int number)
    {
        using var carrier = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
            try
            {
                await carrier.ConnectAsync(IPAddress.Loopback, target, ending.Token);
                var up = PumpAsync(client, carrier, faults, ending.Token);
                var down = SpoilAsync(carrier, client, faults, unchecked((ulong)((faults.Seed * 1_000) + number)), ending.Token);
                await await Task.WhenAny(up, down);
            }
            catch (Exception ended) when (ended is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side is gone: so is the other.
            }

            await ending.CancelAsync();
            // A reset, not a polite end.
            client.LingerState = new LingerOption(true, 0);
        }
    }

    static async Task PumpAsync(Socket from, Socket to, Faults faults, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var left = faults.CutAfterRequests < 0 ? long.MaxValue : faults.CutAfterRequests;
        while (await from.ReceiveAsync(buffer, ct) is > 0 and var count)
        {
            await Task.Delay(faults.Delay, ct);
            var pass = (int)Math.Min(count, left);
            await SendAsync(to, buffer.AsMemory(0, pass), ct);
            left -= pass;
            if (left == 0)
            {
                return;
            }
        }
    }

    static async Task SpoilAsync(Socket from, Socket to, Faults faults, ulong seed, CancellationToken ct)
    {
        var buffer = new byte[256 * 1024];
        var (filled, sent) = (0, 0L);
        byte[]? held = null;
        var chance = new Chance(seed);
        while (await from.ReceiveAsync(buffer.AsMemory(filled), ct) is > 0 and var count)
        {
            filled += count;
            await Task.Delay(faults.Delay, ct);
            using var outgoing = new MemoryStream();
            var at = 0;
            if (faults.Raw)
            {
                outgoing.Write(buffer, 0, filled);
                at = filled;
            }

            while (filled - at >= 16 && BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at)) is var length && filled - at >= length)
            {
                held = Spoil(buffer.AsSpan(at, length), outgoing, held, faults, chance);
                at += length;
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            filled -= at;
            if (held is not null && from.Available == 0)
            {
                outgoing.Write(held);
                held = null;
            }

            var bytes = outgoing.ToArray();
            if (faults.MuteAfterAnswers >= 0 && sent + bytes.Length > faults.MuteAfterAnswers)
            {
                await SendAsync(to, bytes.AsMemory(0, (int)Math.Max(0, faults.MuteAfterAnswers - sent)), ct);
                sent = int.MaxValue;
                continue;
            }

            if (faults.CutAfterAnswers >= 0 && sent + bytes.Length >= faults.CutAfterAnswers)
            {
                await SendAsync(to, bytes.AsMemory(0, (int)(faults.CutAfterAnswers - sent)), ct);
                await Task.Delay(20, ct);
                return;
            }

            await SendAsync(to, bytes, ct);
            sent += bytes.Length;
        }
    }

    static byte[]? Spoil(ReadOnlySpan<byte> pdu, MemoryStream outgoing, byte[]? held, Faults faults, Chance chance)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(pdu[4..]) != SubmitAnswer)
        {
            outgoing.Write(pdu);
            return held;
        }

        if (chance.Hits(faults.LosePerMille))
        {
            return held;
        }

        if (chance.Hits(faults.StrayPerMille))
        {
            var stray = pdu.ToArray();
            BinaryPrimitives.WriteInt32BigEndian(stray.AsSpan(12), 0x6000_0000);
            outgoing.Write(stray);
        }

        if (held is null && chance.Hits(faults.ReorderPerMille))
        {
            return pdu.ToArray();
        }

        if (chance.Hits(faults.CorruptPerMille))
        {
            var corrupt = pdu.ToArray();
            BinaryPrimitives.WriteInt32BigEndian(corrupt, 7);
            outgoing.Write(corrupt);
            return held;
        }

        outgoing.Write(pdu);
        if (chance.Hits(faults.DoublePerMille))
        {
            outgoing.Write(pdu);
        }

        if (held is not null && chance.Hits(400))
        {
            outgoing.Write(held);
            return null;
        }

        return held;
    }

    static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes, SocketFlags.None, ct)..];
        }
    }

    sealed class Chance(ulong seed)
    {
        ulong state = unchecked(seed + 0x9E37_79B9_7F4A_7C15);

        public bool Hits(int perMille)
        {
            unchecked
            {
                var mixed = state += 0x9E37_79B9_7F4A_7C15;
                mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
                return (mixed ^ (mixed >> 31)) % 1_000 < (ulong)perMille;
            }
        }
    }
}
