namespace Belfry.Kernel;

/// <summary>Who is looking or acting, and for which organisation. Every reading and every change carries one.</summary>
public sealed record Viewer
{
    Viewer(Guid person, string name, Guid organisation, IReadOnlySet<Guid> sees) =>
        (Person, Name, Organisation, Sees) = (person, name, organisation, sees);

    /// <summary>The account; empty for the program itself.</summary>
    public Guid Person { get; }

    public string Name { get; }

    /// <summary>For which organisation; empty only for the program itself.</summary>
    public Guid Organisation { get; }

    /// <summary>Whose rows may be seen: the own organisation and those in its territory. Empty for the program, which sees all.</summary>
    public IReadOnlySet<Guid> Sees { get; }

    public bool IsProgram => Organisation == Guid.Empty;

    /// <param name="alsoSees">Organisations below it in the country: a governor sees the municipalities of the province.</param>
    public static Viewer Of(Guid person, string name, Guid organisation, IEnumerable<Guid>? alsoSees = null)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(organisation, Guid.Empty);
        return new Viewer(person, name, organisation, new HashSet<Guid>(alsoSees ?? []) { organisation });
    }

    /// <summary>The program at work: a worker, a migration, a seed. Sees every organisation.</summary>
    public static Viewer Program(string part) => new(Guid.Empty, "belfry:" + part, Guid.Empty, new HashSet<Guid>());
}
