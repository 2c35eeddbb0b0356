namespace Belfry.Geography.Hazards.Terrain;

/// <summary>
/// Height above the nearest drainage (HAND; Rennó and others 2008), metres, cells of 3″ (some 93 by 59 m): own, from NASA's SRTM of the year 2000, streams from 8 km² of catchment on.
/// The surface is that of treetops and roofs; small dykes and culverts are not in it.
/// </summary>
static class HeightAboveDrainage
{
    static readonly Lazy<TiledRaster> Loaded = new(() => TiledRaster.Read(File.ReadAllBytes(Path.Combine(HazardReference.Folder, "hand-3s.tif"))).Value);

    public static TiledRaster Load() => Loaded.Value;

    /// <summary>Metres, 0 to 254; null outside and where nothing drains.</summary>
    public static byte? At(Position position)
    {
        var raster = Load();
        return raster[(int)Math.Floor((raster.North - position.Latitude) / raster.Step), (int)Math.Floor((position.Longitude - raster.West) / raster.Step)];
    }
}
