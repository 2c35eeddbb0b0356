using System.CommandLine;

namespace Belfry.Commands;

static class PassengersCommands
{
    public static Command Build() => new("passengers", "Passenger messages and names: read, compared, screened.")
    {
        PassengersMatch.Build(),
        PassengersScreen.Build(),
    };
}
