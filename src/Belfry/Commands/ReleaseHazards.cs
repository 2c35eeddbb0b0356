using System.CommandLine;

namespace Belfry.Commands;

/// <summary>What is let loose: gas, agents, pressure and heat.</summary>
static class ReleaseHazards
{
    public static IEnumerable<Command> Build() =>
    [
        DispersionVerbs.Plume(),
        DispersionVerbs.Puff(),
        DispersionVerbs.Jet(),
        TemplateVerb.Build(),
        ExplosionVerbs.Blast(),
        ExplosionVerbs.Fireball(),
        TableVerbs.Build(),
    ];
}
