using System.CommandLine;
using System.Globalization;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Commands;

/// <summary>What every model's verb has: a place, an author, text or JSON, and zones in a GeoJSON file.</summary>
sealed class HazardVerb
{
    readonly Option<string> at = new("--at") { Description = "Where: degrees as LAT,LON (51.2194,4.4025), or Lambert metres as EAST,NORTH with --from. Latitude 48 to 53.5, longitude 0 to 9." };

    readonly Option<string> from = new("--from") { Description = "What --at is: wgs84 (EPSG:4326), lambert72 (EPSG:31370) or lambert2008 (EPSG:3812).", DefaultValueFactory = _ => "wgs84" };

    readonly Option<string> author = new("--author") { Description = "Who asks; stands in the result. 1 to 200 characters. Default: the user's name.", DefaultValueFactory = _ => Environment.UserName };

    readonly Option<bool> json = new("--json") { Description = "One JSON document (belfry-hazard-1) instead of text." };

    readonly Option<FileInfo> file = new("--out") { Description = "Write the zones to this file: GeoJSON (RFC 7946), WGS84. An existing file is replaced." };

    readonly Command command;

    /// <param name="place">False for a model that knows its places itself.</param>
    public HazardVerb(string name, string description, bool place = true)
    {
        command = new Command(name, description);
        from.AcceptOnlyFromAmong("wgs84", "lambert72", "lambert2008");
        if (place)
        {
            command.Add(at);
            command.Add(from);
        }

        foreach (var option in (ReadOnlySpan<System.CommandLine.Option>)[author, json, file])
        {
            command.Add(option);
        }
    }

    /// <summary>A number with a point as decimal sign, whatever the machine's language. Null when it is not given.</summary>
    public Option<double?> Number(string name, string description)
    {
        var option = new Option<double?>(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError($"{name}: \"{result.Tokens[0].Value}\" is no number; write it with a point as decimal sign.");
                return null;
            },
        };
        command.Add(option);
        return option;
    }

    /// <summary>Numbers, each with a point as decimal sign; several with commas or by repeating the option. Empty when it is not given.</summary>
    public Option<double[]> Numbers(string name, string description)
    {
        var option = new Option<double[]>(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = result =>
            {
                var found = new List<double>();
                foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
                {
                    if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    {
                        found.Add(number);
                    }
                    else
                    {
                        result.AddError($"{name}: \"{text}\" is no number; write it with a point as decimal sign.");
                    }
                }

                return [.. found];
            },
        };
        command.Add(option);
        return option;
    }

    /// <summary>A number without which the model cannot run.</summary>
    public Option<double?> Needed(string name, string description)
    {
        var option = Number(name, description);
        option.Required = true;
        return option;
    }

    public Option<string> Choice(string name, string description, string? usual, params string[] known)
    {
        var option = new Option<string>(name) { Description = description + " One of " + string.Join(", ", known) + "." };
        if (usual is not null)
        {
            option.DefaultValueFactory = _ => usual;
        }

        option.AcceptOnlyFromAmong(known);
        command.Add(option);
        return option;
    }

    public T Add<T>(T option)
        where T : System.CommandLine.Option
    {
        command.Add(option);
        return option;
    }

    /// <summary>What options must hold together: a sentence when they do not.</summary>
    public void Check(Func<System.CommandLine.Parsing.CommandResult, string?> rule) => command.Validators.Add(result =>
    {
        if (rule(result) is { } sentence)
        {
            result.AddError(sentence);
        }
    });

    public Command Runs(Func<ParseResult, HazardCase, Result<HazardResult>> model)
    {
        command.SetAction(async (parsed, ct) =>
        {
            if (!At(parsed, at).TryGet(out var place, out var misplaced))
            {
                return Refused(misplaced);
            }

            var asked = new HazardCase(parsed.GetValue(author) ?? "", Clock.System.Now, place);
            if (!model(parsed, asked).TryGet(out var result, out var problems))
            {
                return Refused(problems);
            }

            if (parsed.GetValue(file) is { } target && await WriteAsync(target, result.ToGeoJson() + "\n", ct) is { } unwritten)
            {
                return Refused([unwritten]);
            }

            Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : HazardText.Of(result));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The place that an option names, in the system of --from; null when the option was not given.</summary>
    public Result<Position?> At(ParseResult parsed, Option<string> option) =>
        parsed.GetResult(option) is null || parsed.GetValue(option) is not { } text ? (Position?)null : Place(text, parsed.GetValue(from)).Then(found => (Result<Position?>)(Position?)found);

    public static int Refused(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{problem.Code} {problem.Field ?? "-"}: {problem.In(Language.En)}");
        }

        return ExitCode.Refused;
    }

    static Result<Position> Place(string text, string? system) => system switch
    {
        "lambert72" => LambertPoint.Parse(text).Then(Lambert.L72.ToPosition),
        "lambert2008" => LambertPoint.Parse(text).Then(Lambert.L2008.ToPosition),
        _ => Position.Parse(text),
    };

    /// <returns>Null when it is written.</returns>
    public static async Task<Problem?> WriteAsync(FileInfo target, string text, CancellationToken ct)
    {
        try
        {
            await File.WriteAllTextAsync(target.FullName, text, ct);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HazardProblems.FileNotWritten.At("--out", ("text", target.Name), ("reason", fault.Message.TrimEnd('.')));
        }
    }
}
