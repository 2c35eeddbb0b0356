using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>The tables of data/geography/hazards. Ours: a missing or broken one is a bug of the build, and throws.</summary>
static class HazardReference
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "data", "geography", "hazards");

    public static JsonElement Json(string name) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Folder, name)));

    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder, name));
}
