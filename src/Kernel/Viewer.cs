namespace Belfry.Kernel;

/// <summary>Who is looking or acting, and for which organisation. Every reading and every change carries one.</summary>
/// <param name="Person">The account, or the fixed id of a part of the program.</param>
/// <param name="Organisation">Whose rows may be seen; <see cref="Guid.Empty"/> only for the program itself, which sees all.</param>
public sealed record Viewer(Guid Person, string Name, Guid Organisation)
{
    /// <summary>The program at work: a worker, a migration, a seed. Sees every organisation.</summary>
    public static Viewer Program(string part) => new(Guid.Empty, "belfry:" + part, Guid.Empty);

    public bool IsProgram => Organisation == Guid.Empty;
}
