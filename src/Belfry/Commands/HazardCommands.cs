using System.CommandLine;

namespace Belfry.Commands;

/// <summary>belfry geo hazard: how far, how strong, how sure. A family a file; each adds its models here by a line.</summary>
static class HazardCommands
{
    static readonly Func<IEnumerable<Command>>[] Families =
    [
        ReleaseHazards.Build,
        NaturalHazards.Build,
    ];

    public static Command Build()
    {
        var command = new Command(
            "hazard",
            "How far a hazard reaches, how strong and how sure: one model a verb, pure, without a server. Every result carries model, version, sources, inputs, ranges, author and time.\n"
            + "Outside its ranges a model refuses (HAZ-001, to standard error, with name, value and range; exit code 1). A command line that cannot be read ends with 2.");
        foreach (var model in Families.SelectMany(family => family()))
        {
            command.Add(model);
        }

        return command;
    }
}
