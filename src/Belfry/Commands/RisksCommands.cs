using System.CommandLine;

namespace Belfry.Commands;

static class RisksCommands
{
    public static Command Build() => new("risks", "");
}
