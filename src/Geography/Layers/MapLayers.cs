using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Belfry.Geography.Layers;

/// <summary>The base map's layers as ready files: 1 MB in all when compressed, read and compressed once, when first asked for.</summary>
static class MapLayers
{
    /// <summary>From the ground up, as a map draws them.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["neighbours", "country", "water", "builtup", "municipalities", "municipalities-detail", "provinces", "rail", "stations", "motorways", "places"];

    static readonly ConcurrentDictionary<string, Layer> Read = new(StringComparer.Ordinal);

    /// <returns>Null when there is none of that name.</returns>
    public static Layer? Find(string name) => Names.Contains(name) ? Read.GetOrAdd(name, Load) : null;

    static Layer Load(string name)
    {
        var plain = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "geography", "layers", name + ".json"));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return new Layer(plain, packed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(plain))[..16]);
    }
}

/// <param name="Version">Of the content; its ETag.</param>
sealed record Layer(byte[] Plain, byte[] Gzip, string Version);
