using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Belfry.Tests;

/// <summary>An independent program the tests speak to on loopback. Ended, by its own id, when the test is.</summary>
public sealed class Peer : IAsyncDisposable
{
    readonly Process process;
    readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    Peer(Process process) => this.process = process;

    public static Peer Start(string program, params string[] arguments)
    {
        var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
        var peer = new Peer(process);
        process.OutputDataReceived += (_, line) => peer.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => peer.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return peer;
    }

    /// <summary>The next line it prints, within 60 s.</summary>
    public async Task<string> LineAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await lines.Reader.ReadAsync(limit.Token);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Until something listens there, within 10 s.</summary>
    public static async Task ListensAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, limit.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Writer.TryWrite(line);
        }
    }
}
