using System.CommandLine;
using System.Text;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Commands;

/// <summary>belfry geo convert: points from any of the systems used in Belgium into all of them.</summary>
static class ConvertCommand
{
    const int MostPoints = 10_000;

    public static Command Build()
    {
        var points = new Argument<string[]>("POINT")
        {
            Description = "Degrees as LAT,LON (50.8467,4.3525), metres as EAST,NORTH (148855.42,170699.68), both with a point as decimal sign, or MGRS (31UES9521433649). Several may follow.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var from = new Option<CoordinateSystem>("--from") { Description = "What POINT is: wgs84 (EPSG:4326), lambert72 (EPSG:31370), lambert2008 (EPSG:3812) or mgrs (31U and 32U, 2 to 10 digits).", DefaultValueFactory = _ => CoordinateSystem.Wgs84 };
        from.AcceptOnlyFromAmong("wgs84", "lambert72", "lambert2008", "mgrs");
        var file = new Option<FileInfo>("--file") { Description = $"A text file with a point a line, at most {MostPoints:N0}; empty lines and lines that begin with # are left out." };
        var json = new Option<bool>("--json") { Description = "One JSON document: an object for one POINT, else a list in the order given." };
        var command = new Command(
            "convert",
            "Points in all systems used in Belgium: WGS84 degrees, Lambert 72 (± 1 m: through seven parameters) and Lambert 2008 (± 1 m: ETRS89 is taken as WGS84) metres, MGRS to the metre. "
            + "Refuses what is not a point (GEO-001, GEO-024, GEO-027) and what lies outside the area of use of the Belgian systems, latitude 49.5 to 51.88 and longitude 2.23 to 6.4 (GEO-026). One bad line refuses all, with the line's number.")
        {
            points, from, file, json,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(points) is { Length: > 0 }) == (result.GetResult(file) is not null))
            {
                result.AddError("Give POINT or --file.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var given = parsed.GetValue(points)!;
            var lines = given.Select((point, at) => (Where: $"point {at + 1}", Point: point)).ToList();
            if (parsed.GetValue(file) is { } named)
            {
                if (!(await GeoCommands.BytesAsync(named, ct)).TryGet(out var bytes, out var unread))
                {
                    return GeoCommands.Refused(unread, Language.En);
                }

                lines = [.. Encoding.UTF8.GetString(bytes.Span).Split('\n').Select((point, at) => (Where: $"line {at + 1}", Point: point.Trim('\r', ' ', '\t', '\uFEFF')))
                    .Where(line => line.Point.Length > 0 && line.Point[0] != '#')];
            }

            if (lines.Count > MostPoints)
            {
                return GeoCommands.Refused([GeographyProblems.TooManyPoints.At("file", ("limit", MostPoints))], Language.En);
            }

            return Show([.. lines.Select(line => (line.Where, ConvertedPoint.Read(line.Point, parsed.GetValue(from))))], parsed.GetValue(json), given.Length == 1);
        });
        return command;
    }

    static int Show(IReadOnlyList<(string Where, Result<ConvertedPoint> Point)> read, bool asJson, bool single)
    {
        var problems = read.SelectMany(one => one.Point.Problems.Select(problem => problem with { Field = one.Where })).ToList();
        if (problems.Count > 0)
        {
            return GeoCommands.Refused(problems, Language.En);
        }

        var points = read.Select(one => one.Point.Value).ToList();
        return asJson
            ? GeoCommands.Print(single ? Shown(points[0]) : points.Select(Shown))
            : GeoCommands.Lines([.. points.SelectMany((point, at) => (string[])[
                .. at > 0 ? [""] : Array.Empty<string>(),
                $"WGS84         {FormattableString.Invariant($"{point.Wgs84.Latitude:0.0000000},{point.Wgs84.Longitude:0.0000000}")}",
                $"Lambert 72    {point.Lambert72} ± {ConvertedPoint.Lambert72PlusMinusMetres} m",
                $"Lambert 2008  {point.Lambert2008} ± {ConvertedPoint.Lambert2008PlusMinusMetres} m",
                $"MGRS          {point.Mgrs}"])]);
    }

    static object Shown(ConvertedPoint point) => new
    {
        wgs84 = new { Latitude = Math.Round(point.Wgs84.Latitude, 8), Longitude = Math.Round(point.Wgs84.Longitude, 8) },
        lambert72 = new { East = Math.Round(point.Lambert72.East, 3), North = Math.Round(point.Lambert72.North, 3), plusMinusMetres = ConvertedPoint.Lambert72PlusMinusMetres },
        lambert2008 = new { East = Math.Round(point.Lambert2008.East, 3), North = Math.Round(point.Lambert2008.North, 3), plusMinusMetres = ConvertedPoint.Lambert2008PlusMinusMetres },
        mgrs = point.Mgrs,
    };
}
