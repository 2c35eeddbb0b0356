using Belfry.Geography;
using Belfry.Geography.Hazards.Terrain;

namespace Belfry.Fuzz;

/// <summary>What the hazard models read from foreign hands.</summary>
static class HazardTarget
{
    static readonly HazardCase Asked = new("fuzz", new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));

    public static void Raster(byte[] bytes)
    {
        if (TiledRaster.Read(bytes).TryGet(out var raster, out _))
        {
            for (var row = 0; row < raster.Rows; row += 7)
            {
                _ = raster[row, row % raster.Columns];
            }
        }
    }

    public static void Series(byte[] bytes)
    {
        if (HeatPlan.Run(Asked, bytes).TryGet(out var heat, out _))
        {
            _ = heat.ToJson();
        }

        if (RiverGauge.Run(Asked, bytes, 2, 3).TryGet(out var gauge, out _))
        {
            for (var at = 1; at < gauge.States.Count; at++)
            {
                if (gauge.States[at - 1].To != gauge.States[at].From)
                {
                    throw new InvalidOperationException($"State {at} does not begin where the one before ends.");
                }
            }
        }
    }
}
