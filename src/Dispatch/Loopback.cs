using System.Net;
using System.Net.Sockets;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>Where simulated carriers may listen: on this machine, and never in the real world.</summary>
static class Loopback
{
    public static Result<TcpListener> Listen(World world, IPAddress address, int port)
    {
        if (world == World.Real)
        {
            return DispatchProblems.NotInRealWorld;
        }

        if (!IPAddress.IsLoopback(address))
        {
            return DispatchProblems.LoopbackOnly.At("address", ("address", address));
        }

        var listener = new TcpListener(address, port);
        try
        {
            listener.Start(512);
            return listener;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            listener.Dispose();
            return DispatchProblems.PortTaken.At("port", ("port", port));
        }
    }
}
