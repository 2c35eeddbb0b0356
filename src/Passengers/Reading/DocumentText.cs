namespace Belfry.Passengers.Reading;

/// <summary>What the text of an SSR DOCS says, before it is known whose it is.</summary>
/// <param name="Irregular">The slashes were not where AIRIMP puts them; the birth date or the sex told where each field is.</param>
readonly record struct DocumentText(
    string Type, string Issuer, string Number, string Nationality, string Birth, string Sex, string Expiry, string Surname, string Given, string SecondGiven, bool Irregular)
{
    const int BirthField = 5;

    public bool InfantSex => Sex is "MI" or "FI";

    public string Gender => Sex is "M" or "MI" ? "M" : Sex is "F" or "FI" ? "F" : Sex is "X" or "U" ? Sex : "";

    public string AllGiven => SecondGiven.Length == 0 ? Given : Given.Length == 0 ? SecondGiven : Given + " " + SecondGiven;

    /// <summary>/type/issuer/number/nationality/birth/sex/expiry/surname/given/second given/H (AIRIMP SSR DOCS).</summary>
    public static DocumentText Read(string text)
    {
        var fields = text.Split('/');
        var birth = FindBirth(fields);
        var irregular = birth != BirthField && birth >= 0;
        var at = birth < 0 ? BirthField : birth;
        string Field(int number)
        {
            var index = number + at - BirthField;
            return index >= 0 && index < fields.Length ? fields[index].Trim() : "";
        }

        // An airline's own tail (…-1SMITH/JOHN MR) repeats the booking's name after the document's.
        var (surname, given, second) = (Field(8), Field(9), Field(10));
        if (Tail(surname) is var s and >= 0)
        {
            (surname, given, second, irregular) = (surname[..s], "", "", true);
        }
        else if (Tail(given) is var g and >= 0)
        {
            (given, second, irregular) = (given[..g], "", true);
        }
        else if (Tail(second) is var t and >= 0)
        {
            (second, irregular) = (second[..t], true);
        }

        return new DocumentText(Field(1), Field(2), Field(3), Field(4), Field(5), Field(6).ToUpperInvariant(), Field(7), surname, given, second == "H" ? "" : second, irregular);
    }

    /// <summary>Carries no field a first text would: the rest of a text cut at 69 characters.</summary>
    public static bool IsContinuation(string text)
    {
        foreach (var field in text.Split('/'))
        {
            if (DateText.IsDocumentDate(field.Trim()) || IsSex(field.Trim()))
            {
                return false;
            }
        }

        return !text.StartsWith("/P/", StringComparison.Ordinal) && !text.StartsWith("P/", StringComparison.Ordinal);
    }

    static int FindBirth(string[] fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            if (DateText.IsDocumentDate(fields[at].Trim()))
            {
                // The first date is the birth date, unless the sex stands before it: then it is the expiry and the birth date was left out.
                return at >= 2 && IsSex(fields[at - 1].Trim()) ? at - 2 : at;
            }
        }

        for (var at = 2; at < fields.Length; at++)
        {
            if (IsSex(fields[at].Trim()))
            {
                return at - 1;
            }
        }

        return -1;
    }

    static bool IsSex(string field) => field is "M" or "F" or "MI" or "FI" or "U" or "X";

    static int Tail(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash >= 0 && dash + 2 < name.Length && char.IsAsciiDigit(name[dash + 1]) && char.IsAsciiLetter(name[dash + 2]) ? dash : -1;
    }
}
