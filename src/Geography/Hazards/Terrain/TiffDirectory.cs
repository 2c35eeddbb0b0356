using System.Buffers.Binary;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards.Terrain;

/// <summary>The directory of a TIFF, as far as <see cref="TiledRaster"/> needs it.</summary>
sealed record TiffDirectory(int Width, int Height, int TileSide, bool Predicted, long[] TileOffsets, long[] TileLengths, double West, double North, double Step, int NoValue)
{
    public int TilesAcross => (Width + TileSide - 1) / TileSide;

    public static Result<TiffDirectory> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || !file.StartsWith("II*\0"u8))
        {
            return Refuse("not a little-endian TIFF");
        }

        long at = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (at + 2 > file.Length)
        {
            return Refuse("the directory lies outside the file");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[(int)at..]);
        if (at + 2 + (count * 12L) > file.Length)
        {
            return Refuse("the directory lies outside the file");
        }

        var fields = new Dictionary<int, TiffField>();
        for (var entry = 0; entry < count; entry++)
        {
            var field = TiffField.Read(file, (int)at + 2 + (entry * 12));
            if (field is null || !fields.TryAdd(field.Tag, field))
            {
                return Refuse($"directory entry {entry + 1} is broken or stands twice");
            }
        }

        return Of(fields);
    }

    static Result<TiffDirectory> Of(Dictionary<int, TiffField> fields)
    {
        (int Tag, double Asked, double Usual, string Says)[] form =
        [
            (258, 8, 1, "not 8 bits a cell"), (259, 8, 1, "not deflate (8)"), (277, 1, 1, "not one band"), (284, 1, 1, "not in one plane"), (339, 1, 1, "not whole numbers without sign"),
        ];
        foreach (var (tag, asked, usual, says) in form)
        {
            if (One(tag, usual) != asked)
            {
                return Refuse(says);
            }
        }

        var (width, height, side, predictor) = (One(256, 0), One(257, 0), One(322, 0), One(317, 1));
        if (width is not (>= 1 and <= TiledRaster.MostSide) || height is not (>= 1 and <= TiledRaster.MostSide) || side is not (>= 16 and <= 1024) || One(323, 0) != side || predictor is not (1 or 2))
        {
            return Refuse("size, tiles or predictor out of bounds");
        }

        var (scale, tie, keys) = (Numbers(33550), Numbers(33922), Numbers(34735));
        if (scale is not [var step, var down, ..] || step != down || !(step is > 0 and < 1) || tie is not [0, 0, _, var west, var north, _] || !(west is >= -180 and <= 180 && north is >= -90 and <= 90) || !IsWgs84(keys))
        {
            return Refuse("not placed by its north-west corner on WGS84 degrees with square cells");
        }

        var (offsets, lengths) = (Numbers(324), Numbers(325));
        var tiles = (long)Math.Ceiling(width / side) * (long)Math.Ceiling(height / side);
        if (offsets.Length != tiles || lengths.Length != tiles)
        {
            return Refuse($"{offsets.Length} tiles, {tiles} are needed");
        }

        var noValue = fields.TryGetValue(42113, out var named) && int.TryParse(named.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new TiffDirectory((int)width, (int)height, (int)side, predictor == 2, [.. offsets.Select(value => (long)value)], [.. lengths.Select(value => (long)value)], west, north, step, noValue);

        double[] Numbers(int tag) => fields.TryGetValue(tag, out var field) ? field.Numbers : [];
        double One(int tag, double usual) => fields.TryGetValue(tag, out var field) ? (field.Numbers is [var only] ? only : double.NaN) : usual;
    }

    // OGC 19-008r4: a head of four numbers, then (key, where, count, value): 2048 is the system, 4326 is WGS84.
    static bool IsWgs84(double[] keys)
    {
        for (var at = 4; at + 3 < keys.Length; at += 4)
        {
            if (keys[at] == 2048)
            {
                return keys[at + 3] == 4326;
            }
        }

        return false;
    }

    static Problem Refuse(string reason) => NaturalHazardProblems.RasterUnreadable.At("raster", ("reason", reason));
}

/// <summary>One entry of a TIFF directory with its values.</summary>
sealed record TiffField(int Tag, double[] Numbers, string Text)
{
    const int MostValues = 1 << 20;

    /// <returns>Null when its values lie outside the file.</returns>
    public static TiffField? Read(ReadOnlySpan<byte> file, int at)
    {
        var (tag, type, count) = (BinaryPrimitives.ReadUInt16LittleEndian(file[at..]), BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 2)..]), BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]));
        var size = type switch { 1 or 2 => 1, 3 => 2, 4 => 4, 12 => 8, _ => 0 };
        if (size == 0)
        {
            return new TiffField(tag, [], ""); // a kind of value that no field we look at has
        }

        var bytes = (long)size * count;
        var from = bytes <= 4 ? at + 8L : BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 8)..]);
        if (count > MostValues || from + bytes > file.Length)
        {
            return null;
        }

        var values = file.Slice((int)from, (int)bytes);
        if (type == 2)
        {
            return new TiffField(tag, [], System.Text.Encoding.ASCII.GetString(values).TrimEnd('\0', ' '));
        }

        var numbers = new double[count];
        for (var each = 0; each < numbers.Length; each++)
        {
            var value = values[(each * size)..];
            numbers[each] = size switch
            {
                1 => value[0],
                2 => BinaryPrimitives.ReadUInt16LittleEndian(value),
                4 => BinaryPrimitives.ReadUInt32LittleEndian(value),
                _ => BinaryPrimitives.ReadDoubleLittleEndian(value),
            };
        }

        return new TiffField(tag, numbers, "");
    }
}
