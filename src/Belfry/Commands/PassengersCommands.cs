using System.CommandLine;

namespace Belfry.Commands;

static class PassengersCommands
{
    public static Command Build() => new("passengers", "Passenger messages read, names matched. No server needed.")
    {
        PassengersParse.Build(),
    };
}
