using System.IO.Compression;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards.Terrain;

/// <summary>
/// A raster of bytes over WGS84 degrees, read from a GeoTIFF of exactly one form (TIFF 6.0, OGC 19-008r4): little-endian, one directory that counts, one band of 8 bits, square tiles,
/// deflate, with or without the horizontal predictor. Everything else is refused and not guessed at. Tiles are unpacked when first looked at. Safe from several threads.
/// </summary>
sealed class TiledRaster
{
    public const int MostSide = 20_000;

    readonly ReadOnlyMemory<byte> file;
    readonly byte[]?[] tiles;
    readonly TiffDirectory form;

    TiledRaster(ReadOnlyMemory<byte> file, TiffDirectory form) => (this.file, this.form, tiles) = (file, form, new byte[]?[form.TileOffsets.Length]);

    public int Rows => form.Height;

    public int Columns => form.Width;

    /// <summary>Degrees of the corner: the north-west edge of the first cell.</summary>
    public double West => form.West;

    public double North => form.North;

    /// <summary>Degrees a cell, both ways.</summary>
    public double Step => form.Step;

    /// <returns>HAZ-043 with the reason. A tile that cannot be unpacked is found out here too.</returns>
    public static Result<TiledRaster> Read(ReadOnlyMemory<byte> file)
    {
        if (!TiffDirectory.Read(file.Span).TryGet(out var form, out var problems))
        {
            return Result<TiledRaster>.Refused(problems);
        }

        var raster = new TiledRaster(file, form);
        for (var tile = 0; tile < raster.tiles.Length; tile++)
        {
            if (!raster.Fits(tile))
            {
                return NaturalHazardProblems.RasterUnreadable.At("raster", ("reason", $"tile {tile} cannot be unpacked"));
            }
        }

        return raster;
    }

    /// <summary>Null outside, and where the raster says that it has no value.</summary>
    public byte? this[int row, int column]
    {
        get
        {
            if (row < 0 || column < 0 || row >= Rows || column >= Columns)
            {
                return null;
            }

            var tile = (row / form.TileSide * form.TilesAcross) + (column / form.TileSide);
            var value = (tiles[tile] ??= Unpacked(tile))[(row % form.TileSide * form.TileSide) + (column % form.TileSide)];
            return value == form.NoValue ? null : value;
        }
    }

    // Unpacks into nothing: a bomb stops at the tile's size.
    bool Fits(int tile)
    {
        var (offset, length) = (form.TileOffsets[tile], form.TileLengths[tile]);
        return offset + (long)length <= file.Length && TryUnpack(file.Slice((int)offset, (int)length), form.TileSide * form.TileSide) is not null;
    }

    byte[] Unpacked(int tile)
    {
        var bytes = TryUnpack(file.Slice((int)form.TileOffsets[tile], (int)form.TileLengths[tile]), form.TileSide * form.TileSide) ?? throw new InvalidDataException($"Tile {tile} was whole when the raster was read.");
        for (var at = 0; form.Predicted && at < bytes.Length; at++)
        {
            // TIFF 6.0 section 14: each byte is the difference from its left neighbour, around the clock.
            bytes[at] = at % form.TileSide == 0 ? bytes[at] : (byte)((bytes[at] + bytes[at - 1]) & 0xFF);
        }

        return bytes;
    }

    static byte[]? TryUnpack(ReadOnlyMemory<byte> packed, int size)
    {
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var bytes = new byte[size];
            inflate.ReadExactly(bytes);
            return inflate.ReadByte() < 0 ? bytes : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
