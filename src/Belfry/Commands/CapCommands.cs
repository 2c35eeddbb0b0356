using System.CommandLine;

namespace Belfry.Commands;

static class CapCommands
{
    public static Command Build() => new("cap", "");
}
