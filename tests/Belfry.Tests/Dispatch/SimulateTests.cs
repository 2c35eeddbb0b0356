using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Belfry.Commands;
using Belfry.Dispatch;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>The simulated carriers as commands, and the simulated mail server spoken to by hand.</summary>
public sealed class SimulateTests
{
    [Theory]
    [InlineData("simulate smsc --address 0.0.0.0 --port 0", ExitCode.Refused)]
    [InlineData("simulate smtp --address 192.0.2.1 --port 0", ExitCode.Refused)]
    [InlineData("simulate smsc --port 0 --seconds 1 --rate 100 --error 10", ExitCode.Done)]
    [InlineData("simulate smtp --port 0 --seconds 1", ExitCode.Done)]
    public async Task They_listen_on_this_machine_only(string line, int code)
    {
        var root = new RootCommand { SimulateCommands.Build() };
        Assert.Equal(code, await root.Parse(line).InvokeAsync(new InvocationConfiguration(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("simulate smsc --rate many")]
    [InlineData("simulate smsc --error 1001")]
    [InlineData("simulate smtp --port 70000")]
    [InlineData("simulate smtp --address here")]
    public void What_is_out_of_range_is_a_usage_error(string line) => Assert.NotEmpty(new RootCommand { SimulateCommands.Build() }.Parse(line).Errors);

    [Fact]
    public async Task The_mail_server_takes_dots_pipelined_commands_and_refuses_what_is_too_large()
    {
        await using var server = SimulatedSmtp.Start(World.Test, new SimulatedSmtpSettings { MostBytes = 1_000 }, Clock.System).Value;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
        var answers = await SayAsync(socket, "EHLO me\r\nDATA\r\nMAIL FROM:<a@b.invalid> SIZE=2000\r\nMAIL FROM:<a@b.invalid> SMTPUTF8\r\nRCPT TO:<é@d.invalid>\r\nRCPT TO:e@f\r\nDATA\r\nSubject: dots\r\n\r\n..one\r\n.\r\nMAIL FROM:<a@b.invalid>\r\nRCPT TO:<c@d.invalid>\r\nDATA\r\n" + new string('x', 1_500) + "\r\n.\r\nNOOP\r\nRSET\r\nVRFY x\r\nQUIT\r\n");
        Assert.Equal(["220", "250-", "250-", "250-", "250-", "250 ", "503", "552", "250", "250", "501", "354", "250", "250", "250", "354", "552", "250", "250", "502", "221"], answers.Select((line, i) => i is > 0 and < 6 ? line[..4] : line[..3]));
        Assert.Equal("é@d.invalid", server.Inbox.Latest(5).Single().To);
        Assert.Equal(".one", server.Inbox.Latest(1)[0].Text.TrimEnd());
    }

    static async Task<string[]> SayAsync(Socket socket, string lines)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(lines), TestContext.Current.CancellationToken);
        var heard = new StringBuilder();
        var buffer = new byte[8_192];
        while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
        {
            heard.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return heard.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
