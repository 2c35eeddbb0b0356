using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Who asks a model, when, and about which place.</summary>
/// <param name="Author">A person or a function; 1 to 200 characters.</param>
/// <param name="Time">From the clock of whoever asks: an engine has none.</param>
/// <param name="At">Where it happens; null for a model without a place. A model that draws zones refuses without it.</param>
public sealed record HazardCase(string Author, DateTimeOffset Time, Position? At = null)
{
    public const int MostAuthor = 200;

    /// <summary>What stands against asking: HAZ-003 without an author, HAZ-002 when the place is off the map (latitude 48 to 53.5, longitude 0 to 9).</summary>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(Author) || Author.Length > MostAuthor)
        {
            problems.Add(HazardProblems.NoAuthor.At("author", ("limit", MostAuthor)));
        }

        if (At is { } at && !IsOnMap(at))
        {
            problems.Add(HazardProblems.OffTheMap.At("at", ("text", at)));
        }

        return problems;
    }

    internal static bool IsOnMap(Position place) => place.Latitude is >= 48 and <= 53.5 && place.Longitude is >= 0 and <= 9;
}
