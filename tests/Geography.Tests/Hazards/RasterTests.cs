using System.Buffers.Binary;
using System.IO.Compression;
using Belfry.Geography.Hazards.Terrain;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>The reader takes one form of GeoTIFF whole, and refuses everything else without an exception.</summary>
public sealed class RasterTests
{
    [Fact]
    public void Every_cell_that_was_written_is_read() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Bool, Gen.Byte.Array[1600]).Sample((rows, columns, predicted, values) =>
    {
        var raster = TiledRaster.Read(Written(rows, columns, predicted, (row, column) => values[(row * 40) + column])).Value;
        Assert.Equal((rows, columns, 2.5, 51.5), (raster.Rows, raster.Columns, raster.West, raster.North));
        for (var row = -1; row <= rows; row++)
        {
            for (var column = -1; column <= columns; column++)
            {
                var inside = row >= 0 && column >= 0 && row < rows && column < columns && values[(row * 40) + column] != 255;
                Assert.Equal(inside ? values[(row * 40) + column] : null, raster[row, column]);
            }
        }
    }, iter: 100);

    [Fact]
    public void Every_cut_and_every_changed_byte_is_read_or_refused_but_never_thrown()
    {
        var whole = Written(20, 20, true, (row, column) => (byte)(row + column));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Equal("HAZ-043", Assert.Single(TiledRaster.Read(whole.AsMemory(0, length)).Problems).Code);
        }

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var changed = (byte[])whole.Clone();
            changed[at] = value;
            if (TiledRaster.Read(changed).TryGet(out var raster, out var problems))
            {
                _ = raster[0, 0] + raster[raster.Rows - 1, raster.Columns - 1];
            }
            else
            {
                Assert.Equal("HAZ-043", Assert.Single(problems).Code);
            }
        }, iter: 20_000);
    }

    [Theory]
    [InlineData(258, 16, "8 bits")]
    [InlineData(259, 5, "deflate")]
    [InlineData(277, 3, "one band")]
    [InlineData(317, 3, "predictor")]
    [InlineData(322, 100_000, "size")]
    [InlineData(256, 0, "size")]
    [InlineData(256, 20_001, "size")]
    [InlineData(256, 200, "tiles")]
    [InlineData(339, 2, "whole numbers")]
    public void Another_form_is_refused_with_its_reason(int tag, int value, string reason) =>
        Assert.Contains(reason, Assert.Single(TiledRaster.Read(Written(20, 20, true, (_, _) => 1, (tag, value))).Problems).Values["reason"], StringComparison.Ordinal);

    [Fact]
    public void A_tile_that_unpacks_to_more_than_its_size_is_refused() =>
        Assert.Contains("tile 0", Assert.Single(TiledRaster.Read(Written(20, 20, false, (_, _) => 1, tileBytes: 100_000)).Problems).Values["reason"], StringComparison.Ordinal);

    static byte[] Written(int rows, int columns, bool predicted, Func<int, int, byte> value, (int Tag, int Value)? changed = null, int tileBytes = 256)
    {
        const int Side = 16;
        var (down, across) = ((rows + Side - 1) / Side, (columns + Side - 1) / Side);
        var file = new MemoryStream();
        file.Write(new byte[8]);
        var (offsets, lengths) = (new List<uint>(), new List<uint>());
        for (var tile = 0; tile < down * across; tile++)
        {
            var cells = new byte[tileBytes];
            for (var at = 0; at < Side * Side; at++)
            {
                var (row, column) = ((tile / across * Side) + (at / Side), (tile % across * Side) + (at % Side));
                cells[at] = row < rows && column < columns ? value(row, column) : (byte)0;
            }

            for (var at = (Side * Side) - 1; predicted && at >= 0; at--)
            {
                cells[at] = at % Side == 0 ? cells[at] : unchecked((byte)(cells[at] - cells[at - 1]));
            }

            offsets.Add((uint)file.Position);
            using (var deflate = new ZLibStream(file, CompressionLevel.Fastest, leaveOpen: true))
            {
                deflate.Write(cells);
            }

            lengths.Add((uint)file.Position - offsets[^1]);
        }

        (int Tag, int Type, object Value)[] fields =
        [
            (256, 3, columns), (257, 3, rows), (258, 3, 8), (259, 3, 8), (277, 3, 1), (284, 3, 1), (317, 3, predicted ? 2 : 1), (322, 3, Side), (323, 3, Side), (324, 4, offsets), (325, 4, lengths),
            (339, 3, 1), (33550, 12, new[] { 0.01, 0.01, 0 }), (33922, 12, new[] { 0, 0, 0, 2.5, 51.5, 0 }), (34735, 3, new[] { 1, 1, 0, 1, 2048, 0, 1, 4326 }), (42113, 2, "255\0"),
        ];
        var directory = new MemoryStream();
        var extra = new MemoryStream();
        var start = (int)file.Position;
        var after = start + 2 + (fields.Length * 12) + 4;
        directory.Write(BitConverter.GetBytes((ushort)fields.Length));
        foreach (var (tag, type, set) in fields)
        {
            var given = changed is { } other && other.Tag == tag ? other.Value : set;
            byte[] bytes = given switch
            {
                int one => type == 3 && one <= ushort.MaxValue ? BitConverter.GetBytes((ushort)one) : BitConverter.GetBytes(one),
                List<uint> many => [.. many.SelectMany(BitConverter.GetBytes)],
                double[] many => [.. many.SelectMany(BitConverter.GetBytes)],
                int[] many => [.. many.SelectMany(one => BitConverter.GetBytes((ushort)one))],
                _ => System.Text.Encoding.ASCII.GetBytes((string)given),
            };
            var kind = given is int large && large > ushort.MaxValue ? 4 : type;
            directory.Write(BitConverter.GetBytes((ushort)tag));
            directory.Write(BitConverter.GetBytes((ushort)kind));
            directory.Write(BitConverter.GetBytes((uint)(bytes.Length / (kind switch { 3 => 2, 4 => 4, 12 => 8, _ => 1 }))));
            if (bytes.Length <= 4)
            {
                directory.Write([.. bytes, .. new byte[4 - bytes.Length]]);
            }
            else
            {
                directory.Write(BitConverter.GetBytes((uint)(after + extra.Position)));
                extra.Write(bytes);
            }
        }

        directory.Write(new byte[4]);
        file.Write(directory.ToArray());
        file.Write(extra.ToArray());
        var written = file.ToArray();
        "II*\0"u8.CopyTo(written);
        BinaryPrimitives.WriteInt32LittleEndian(written.AsSpan(4), start);
        return written;
    }
}
