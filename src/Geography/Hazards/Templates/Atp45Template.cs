using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>The measures of one template, metres: always a circle of release; around it a circle, or a triangle downwind, or nothing.</summary>
sealed record Atp45Template(double Release, double? Circle, double? Downwind)
{
    const double TwoHours = 2 * 3600;

    static readonly Lazy<JsonElement> Table = new(() => HazardReference.Json("atp45_templates.json"));

    /// <summary>km/h; above it the template is a triangle.</summary>
    public static double WindThreshold => Table.Value.GetProperty("geometry").GetProperty("wind_threshold_kmh").GetDouble();

    /// <param name="windy">Above <see cref="WindThreshold"/>.</param>
    /// <returns>Null when what the event needs is missing, or something it does not know was given (HAZ-004, 006, 020).</returns>
    public static Atp45Template? Of(Atp45Request request, bool windy, HazardInputs inputs)
    {
        var containers = Choice("containers", request.Containers, request.Event switch { "chem-a" => ["E", "F"], "chem-b" => ["B", "C", "D"], _ => [] });
        // Stability only counts where there is a triangle; in light wind it may be said and changes nothing.
        var air = Choice("air", request.Air, request.Event == "chem-a" && (windy || request.Air is not null) ? ["unstable", "neutral", "stable"] : []);
        Line(request, inputs);
        if (!inputs.Sound)
        {
            return null;
        }

        var row = Row(request.Event, containers);
        var hasTriangle = row.TryGetProperty("dhd_high", out var dhd) || row.TryGetProperty("dhd", out dhd);
        var hasCircle = row.TryGetProperty("hazard_low", out var low) || row.TryGetProperty("low", out low);
        var release = row.GetProperty("r").GetDouble();
        return windy && hasTriangle ? new Atp45Template(release, null, Downwind(dhd)) : hasCircle && !windy ? new Atp45Template(release, low.GetDouble(), null) : new Atp45Template(release, null, null);

        double Downwind(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Object => value.GetProperty("containers_" + containers).GetProperty(air!).GetDouble(),
            _ => TwoHours * request.WindSpeed,
        };

        string? Choice(string name, string? given, IReadOnlyList<string> known)
        {
            if (known.Count > 0)
            {
                inputs.Named(name, given ?? "", known);
            }
            else if (given is not null)
            {
                inputs.Refuse(ReleaseProblems.NotTogether.At(name, ("name", name), ("other", request.Event)));
            }

            return given;
        }
    }

    static void Line(Atp45Request request, HazardInputs inputs)
    {
        var needed = request.Event == "bio-r" || (request.Event, request.Containers) == ("chem-b", "D");
        if (needed && request.OtherEnd is null)
        {
            inputs.Refuse(HazardProblems.NoPlace.At("other end"));
        }
        else if (!needed && request.OtherEnd is not null)
        {
            inputs.Refuse(ReleaseProblems.NotTogether.At("other end", ("name", "other end"), ("other", request.Event)));
        }
        else if (request.OtherEnd is { } end)
        {
            inputs.OnMap("other end", end);
            inputs.Choice("other end", end.ToString());
        }
    }

    static JsonElement Row(string name, string? containers)
    {
        var (chem, bio) = (Table.Value.GetProperty("chem_weapon"), Table.Value.GetProperty("biological"));
        return name switch
        {
            "chem" => chem.GetProperty("simplified"),
            "chem-a" => chem.GetProperty("typeA_air_contaminating"),
            "chem-b" => chem.GetProperty("typeB_ground_contaminating").GetProperty(containers == "D" ? "containers_D_two_points" : "containers_" + containers),
            "chem-c" => chem.GetProperty("typeC_unknown_origin"),
            "blood" => chem.GetProperty("blood_agent"),
            "bio" => bio.GetProperty("simplified"),
            "bio-p" => bio.GetProperty("typeP"),
            "bio-q" => bio.GetProperty("typeQ"),
            "bio-r" => bio.GetProperty("typeR_two_points"),
            "bio-s" => bio.GetProperty("typeS"),
            _ => Table.Value.GetProperty("chem_substance_TIM").GetProperty("simplified"),
        };
    }
}
