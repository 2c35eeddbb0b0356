using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>This running program: its world, its place on disk and its keys. One instance serves one world.</summary>
/// <param name="Origin">Names the instance in signed heads, CAP senders and links: <c>crisis.example.be</c>.</param>
/// <param name="Folder">The data folder of the world.</param>
public sealed record Instance(World World, string Origin, string Folder, KeyFolder Keys, Clock Clock)
{
    /// <summary>Where people reach it, without a slash at the end: <c>https://crisis.example.be</c>. Default https and <see cref="Origin"/>.</summary>
    public string Site { get; init; } = "https://" + Origin;

    /// <summary>Who runs it, for the certificate it makes; empty: Belfry and the world's name.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>This process among those that share a database. A program that serves is bound to its data folder by <see cref="Node.On"/>.</summary>
    public Node Node { get; init; } = new(Id<Node>.New(Clock).Value, Environment.MachineName + " command");

    /// <summary>Where the reference data lies that travels with the program.</summary>
    public static string ReferenceFolder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public bool IsExercise => World != World.Real;

    /// <summary>Written before every number a person reads aloud, so that an exercise is never taken for the real thing.</summary>
    public string Prefix => World switch { World.Real => "", World.Exercise => "X-", _ => "T-" };
}
