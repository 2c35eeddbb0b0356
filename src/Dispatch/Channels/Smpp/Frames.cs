using System.Buffers;
using System.IO.Pipelines;

namespace Belfry.Dispatch.Smpp;

/// <summary>Cuts a byte stream into whole PDUs.</summary>
static class Frames
{
    /// <returns>Null to go on, or why the connection must end.</returns>
    public delegate string? OnPdu(in PduHeader header, ReadOnlySpan<byte> pdu);

    /// <summary>Reads until the peer closes, a PDU is malformed or the handler ends it.</summary>
    /// <param name="afterBatch">After the PDUs of one read: answer, and wait if too much is piling up.</param>
    /// <returns>Why it ended.</returns>
    public static async Task<string> ReadAsync(PipeReader reader, OnPdu onPdu, Func<ValueTask> afterBatch, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            var end = Take(ref buffer, onPdu);
            var left = buffer.Length;
            reader.AdvanceTo(buffer.Start, read.Buffer.End);
            await afterBatch();
            if (end is not null)
            {
                return end;
            }

            if (read.IsCompleted)
            {
                return left == 0 ? "closed by the peer" : $"closed by the peer in the middle of a PDU, after {left} of its bytes";
            }
        }
    }

    static string? Take(ref ReadOnlySequence<byte> buffer, OnPdu onPdu)
    {
        Span<byte> head = stackalloc byte[PduHeader.Size];
        while (buffer.Length >= PduHeader.Size)
        {
            buffer.Slice(0, PduHeader.Size).CopyTo(head);
            if (!PduHeader.TryRead(head, out var header, out var malformed))
            {
                return $"DISP-001 {malformed}";
            }

            if (buffer.Length < header.Length)
            {
                return null;
            }

            var end = One(buffer.Slice(0, header.Length), header, onPdu);
            buffer = buffer.Slice(header.Length);
            if (end is not null)
            {
                return end;
            }
        }

        return null;
    }

    static string? One(ReadOnlySequence<byte> pdu, in PduHeader header, OnPdu onPdu)
    {
        if (pdu.IsSingleSegment)
        {
            return onPdu(header, pdu.FirstSpan);
        }

        var copy = ArrayPool<byte>.Shared.Rent(header.Length);
        try
        {
            pdu.CopyTo(copy);
            return onPdu(header, copy.AsSpan(0, header.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }
}
