using System.IO.Compression;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>Cuts samples into tiles and packs them, several at once.</summary>
internal static class TiffTiles
{
    /// <summary>The side of a tile.</summary>
    public const int Side = 256;

    /// <summary>The packed tiles, row by row.</summary>
    public static byte[][] Pack<T>(GridFrame frame, ReadOnlyMemory<T> samples, T filler, TiffSample sample, CancellationToken cancellationToken)
        where T : unmanaged
    {
        int across = ((frame.Columns - 1) / Side) + 1, down = ((frame.Rows - 1) / Side) + 1;
        var tiles = new byte[checked(across * down)][];
        Parallel.For(0, tiles.Length, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            var tile = new T[Side * Side];
            Array.Fill(tile, filler);
            int left = index % across * Side, top = index / across * Side, columns = Math.Min(Side, frame.Columns - left);
            for (int row = top; row < Math.Min(top + Side, frame.Rows); row++)
                samples.Span.Slice((row * frame.Columns) + left, columns).CopyTo(tile.AsSpan((row - top) * Side));
            Span<byte> bytes = MemoryMarshal.AsBytes(tile.AsSpan());
            TiffSamples.Predict(sample, Side, bytes);
            using var packed = new MemoryStream(bytes.Length / 3);
            using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                deflate.Write(bytes);
            tiles[index] = packed.ToArray();
        });
        return tiles;
    }
}
