using System.Text.Encodings.Web;
using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>Zones as RFC 7946: counter-clockwise shells, closed, at most seven decimals; what the zone is travels in its properties.</summary>
static class HazardGeoJson
{
    public static string Write(HazardResult result)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var zone in result.Zones)
            {
                Feature(json, result, zone);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.ToArray());
    }

    static void Feature(Utf8JsonWriter json, HazardResult result, HazardZone zone)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WritePropertyName("geometry");
        json.WriteRawValue(zone.ToGeoJson());
        json.WriteStartObject("properties");
        json.WriteString("name", zone.Name);
        if (zone.Threshold is { } threshold)
        {
            json.WriteNumber("threshold", threshold);
            json.WriteString("unit", zone.Unit);
        }

        json.WriteString("model", result.Model);
        json.WriteString("version", result.Version);
        json.WriteString("author", result.Author);
        json.WriteString("time", result.Time);
        json.WriteStartArray("warnings");
        foreach (var warning in result.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
