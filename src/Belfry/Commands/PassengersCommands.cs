using System.CommandLine;

namespace Belfry.Commands;

static class PassengersCommands
{
    public static Command Build() => new("passengers", "Passenger messages read, names compared and screened. No server needed.")
    {
        PassengersParse.Build(),
        PassengersMatch.Build(),
        PassengersScreen.Build(),
    };
}
