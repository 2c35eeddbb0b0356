using System.CommandLine;
using System.Text.Json;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>belfry geo: the map without a server.</summary>
static class GeoCommands
{
    static readonly Option<bool> AsJson = new("--json") { Description = "One JSON document instead of text." };

    static readonly Option<Language> In = new("--language") { Description = "Of the names: nl, fr, de or en.", DefaultValueFactory = _ => Language.En };

    public static Command Build() => new("geo", "Places, areas and coordinates of Belgium. Needs no server.")
    {
        ConvertCommand.Build(),
        Search(),
        AreaOf(),
        ExposureCommand.Build(),
        HazardCommands.Build(),
    };

    static Command Search()
    {
        var text = new Argument<string>("TEXT") { Description = "A name or a postcode. Accents, case and hyphens do not matter." };
        var command = new Command("search", "Municipalities, places and postcodes, the best first; at most 20.") { text, In, AsJson };
        command.SetAction(parsed =>
        {
            var language = parsed.GetValue(In);
            var found = Belgium.Load().Search(parsed.GetRequiredValue(text), language);
            return parsed.GetValue(AsJson)
                ? Print(found.Select(one => new { one.Kind, one.Name, one.Position.Latitude, one.Position.Longitude, one.Municipality.Refnis, Municipality = one.Municipality.Name[language], one.Postcode }))
                : Lines([.. found.Select(one => $"{one.Kind,-18} {one.Name,-32} {one.Municipality.Refnis} {one.Municipality.Name[language],-24} {one.Position}")]);
        });
        return command;
    }

    static Command AreaOf()
    {
        var file = new Option<FileInfo>("--area") { Description = "A GeoJSON file (RFC 7946): polygons in WGS84, longitude first; at most 50,000 points and 8 MiB." };
        var circle = new Option<string>("--circle") { Description = "LAT,LON,METRES; radius 1 to 150000 m." };
        var codes = new Option<string>("--municipalities") { Description = "REFNIS codes of 2025 with commas: 63058,63079." };
        var command = new Command("area", "Square kilometres, municipalities and people of an area. Refuses a bad area with its place (GEO-002 to GEO-020); nothing is ever everyone.") { file, circle, codes, In, AsJson };
        command.Validators.Add(result =>
        {
            if (new System.CommandLine.Option[] { file, circle, codes }.Count(option => result.GetResult(option) is not null) != 1)
            {
                result.AddError("Give one of --area, --circle, --municipalities.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var language = parsed.GetValue(In);
            var area = parsed.GetValue(circle) is { } round ? Area.ParseCircle(round)
                : parsed.GetValue(codes) is { } list ? Belgium.Load().FindAll(list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Then(Area.OfMunicipalities)
                : await ReadAsync(parsed.GetRequiredValue(file), ct);
            if (!area.TryGet(out var found, out var problems))
            {
                return Refused(problems, language);
            }

            var facts = AreaFacts.Of(found, DateOnly.FromDateTime(Clock.System.Now.UtcDateTime), language);
            return parsed.GetValue(AsJson) ? Print(facts) : Lines([.. Described(facts, language)]);
        });
        return command;
    }

    static async Task<Result<Area>> ReadAsync(FileInfo file, CancellationToken ct) => (await BytesAsync(file, ct)).Then(Area.FromGeoJson);

    /// <returns>GEO-025 when there is no such file, GEO-003 above 8 MiB.</returns>
    public static async Task<Result<ReadOnlyMemory<byte>>> BytesAsync(FileInfo file, CancellationToken ct) =>
        !file.Exists ? GeographyProblems.FileMissing.At(file.Name, ("text", file.Name))
        : file.Length > Area.MostBytes ? GeographyProblems.FileTooLarge.At(file.Name, ("limit", Area.MostBytes >> 20))
        : (ReadOnlyMemory<byte>)await File.ReadAllBytesAsync(file.FullName, ct);

    static IEnumerable<string> Described(AreaFacts facts, Language language)
    {
        var people = facts.Population;
        yield return FormattableString.Invariant($"{facts.AreaKm2:0.###} km²");
        yield return FormattableString.Invariant($"{people.Count} people ± {people.PlusMinus}{(people.Abroad > 0 ? $", and {people.Abroad} abroad" : "")} ({people.Source}, {people.Date.Year})");
        yield return PopulationEstimate.PlusMinusMeans[language];
        foreach (var municipality in facts.Municipalities)
        {
            yield return FormattableString.Invariant($"{municipality.Refnis} {municipality.Name,-28} {municipality.Share,7:0.0%}");
        }

        yield return $"digest {facts.Digest}";
    }

    public static int Refused(IReadOnlyList<Problem> problems, Language language)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{problem.Code} {problem.Field ?? "-"}: {problem.In(language)}");
        }

        return ExitCode.Refused;
    }

    public static int Print(object value)
    {
        Console.WriteLine(JsonSerializer.Serialize(value, Json.Strict));
        return ExitCode.Done;
    }

    public static int Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        return ExitCode.Done;
    }
}
