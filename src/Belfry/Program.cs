using System.CommandLine;
using Belfry;
using Belfry.Commands;

var root = new RootCommand("Belfry, the open national crisis centre.")
{
    ServeCommand.Build(),
    CapCommands.Build(),
    GeoCommands.Build(),
    PassengersCommands.Build(),
    RisksCommands.Build(),
    SimulateCommands.Build(),
    ChainCommands.Verify(),
    ChainCommands.Export(),
    KeepCommands.BackUp(),
    KeepCommands.Restore(),
    KeepCommands.Migrate(),
    SeedCommand.Build(),
    PersonaCommands.Personas(),
    PersonaCommands.Token(),
    SettingsCommands.Build(),
    IncidentCommands.Build(),
    AlertCommands.Build(),
    DocsCommand.Build(),
};

var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
return parsed.Errors.Count > 0 ? Usage(parsed) : await parsed.InvokeAsync();

static int Usage(ParseResult parsed)
{
    parsed.Invoke();
    return ExitCode.Usage;
}
