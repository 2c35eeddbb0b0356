namespace Belfry.Passengers.Matching;

/// <summary>Short and full forms of given names. Each row of the table is one pair; two words agree when a row joins them.</summary>
sealed class Nicknames
{
    readonly Dictionary<string, List<int>> groups;

    Nicknames(Dictionary<string, List<int>> groups) => this.groups = groups;

    /// <param name="lines">name1,relationship,name2 with a head line.</param>
    public static Nicknames Parse(IEnumerable<string> lines)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var row = 0;
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            if (cells.Length == 3)
            {
                foreach (var name in (string[])[cells[0], cells[2]])
                {
                    var letters = new string([.. name.ToUpperInvariant().Where(char.IsAsciiLetterUpper)]);
                    (groups.TryGetValue(letters, out var rows) ? rows : groups[letters] = []).Add(row);
                }

                row++;
            }
        }

        return new Nicknames(groups);
    }

    public IReadOnlyList<int> Of(string letters) => groups.TryGetValue(letters, out var rows) ? rows : [];

    public static bool Join(NameWord one, NameWord other)
    {
        if (one.Nicknames.Count == 0 || other.Nicknames.Count == 0)
        {
            return false;
        }

        foreach (var row in one.Nicknames)
        {
            if (other.Nicknames.Contains(row))
            {
                return true;
            }
        }

        return false;
    }
}
