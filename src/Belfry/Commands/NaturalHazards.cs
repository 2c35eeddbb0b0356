using System.CommandLine;

namespace Belfry.Commands;

/// <summary>What plans foresee around sites, and what nature does: nuclear sites, earthquake, heat, flood.</summary>
static class NaturalHazards
{
    public static IEnumerable<Command> Build() => [];
}
