namespace Belfry.Passengers;

/// <summary>Who is looked for in a list, or one side of a pair: what a passenger record says of a person.</summary>
/// <param name="Family">May be empty when <paramref name="Given"/> holds the whole name. Any script.</param>
/// <param name="Born">Null when the record has none, as in most PNR.</param>
/// <param name="Countries">Nationality and issuing country: ISO 3166 codes of two or three letters, or names in English.</param>
/// <param name="Documents">Numbers; letters and digits that scanners confuse are folded (O 0, I 1).</param>
public sealed record NamedPerson(string Family, string Given, BirthDate? Born = null, IReadOnlyList<string>? Countries = null, IReadOnlyList<string>? Documents = null, Sex Sex = Sex.Unknown)
{
    public string FullName => Family.Length == 0 ? Given : Given.Length == 0 ? Family : Given + " " + Family;
}
