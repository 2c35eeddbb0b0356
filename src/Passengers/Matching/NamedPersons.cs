using Belfry.Kernel;

namespace Belfry.Passengers;

/// <summary>The passengers of a file. Records = Persons + Rejected, always.</summary>
/// <param name="Persons">With the file's own id, or the number of the record.</param>
/// <param name="Rejected">Records without a name, with their place.</param>
/// <param name="Noticed">Taken, but the date of birth was in no known form.</param>
public sealed record NamedPersons(IReadOnlyList<(string Id, NamedPerson Person)> Persons, IReadOnlyList<RejectedRecord> Rejected, IReadOnlyList<RejectedRecord> Noticed, int Records)
{
    /// <summary>Reads CSV with a head line, or any JSON whose objects have family and given, as `belfry passengers parse --json` prints.</summary>
    /// <returns>PAX-108 when it is neither, PAX-102 when it is too large.</returns>
    public static Result<NamedPersons> Read(ListFile file) => Matching.NamedPersonFile.Read(file);
}
