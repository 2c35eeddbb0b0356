namespace Belfry.Passengers;

/// <summary>A person on a list, as the list gives it.</summary>
/// <param name="List">Name of the list: the file it came from.</param>
/// <param name="Id">The list's own reference.</param>
/// <param name="Names">At least one; the first is the one to show.</param>
/// <param name="Born">Every date the list gives; empty when none.</param>
/// <param name="Countries">Nationalities as written.</param>
/// <param name="Documents">Numbers of passports and identity documents as written.</param>
public sealed record WatchlistEntry(
    string List, string Id, IReadOnlyList<ListedName> Names, IReadOnlyList<BirthDate> Born, IReadOnlyList<string> Countries, IReadOnlyList<string> Documents, Sex Sex = Sex.Unknown)
{
    public override string ToString() => $"{List} {Id} {Names[0].Text}";
}

/// <param name="Weak">The list itself calls it a low-quality alias.</param>
public readonly record struct ListedName(string Text, bool Weak = false);

public enum Sex : byte
{
    Unknown,
    Female,
    Male,
}
