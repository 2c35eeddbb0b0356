using System.CommandLine;

namespace Belfry.Commands;

static class GeoCommands
{
    public static Command Build() => new("geo", "");
}
