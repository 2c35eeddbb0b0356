using System.CommandLine;

namespace Belfry.Commands;

static class PassengersCommands
{
    public static Command Build() => new("passengers", "");
}
