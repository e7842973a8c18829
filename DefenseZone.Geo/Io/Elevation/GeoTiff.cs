using System.Globalization;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// Writes GeoTIFF 1.1 (OGC 19-008r4) for GDAL, QGIS and all others: one band in tiles of 256 × 256, packed by Deflate
/// with the predictor of its type, little-endian, with the EPSG code of its system.
/// </summary>
public static class GeoTiff
{
    /// <summary>Writes elevations, NaN marking voids.</summary>
    /// <inheritdoc cref="Write(Stream, Raster{float}, CancellationToken)"/>
    public static void Write(Stream stream, ElevationGrid grid, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Write(stream, grid.Frame, grid.Memory, float.NaN, TiffSample.Float32, "nan", cancellationToken);
    }

    /// <summary>Writes floating-point numbers, NaN marking voids.</summary>
    /// <param name="stream">Where to; it need not be able to seek.</param>
    /// <param name="raster">The values and where they are.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">There are no cells, or the file would be longer than the 4 GiB that a TIFF may have.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(Stream stream, Raster<float> raster, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        Write(stream, raster.Frame, raster.Memory, float.NaN, TiffSample.Float32, "nan", cancellationToken);
    }

    /// <summary>Writes whole numbers of 16 bits.</summary>
    /// <param name="stream">Where to; it need not be able to seek.</param>
    /// <param name="raster">The values and where they are.</param>
    /// <param name="noData">The number that marks voids; none where it is not given.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <inheritdoc cref="Write(Stream, Raster{float}, CancellationToken)"/>
    public static void Write(Stream stream, Raster<short> raster, short? noData = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        Write(stream, raster.Frame, raster.Memory, noData ?? 0, TiffSample.Int16, noData?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, cancellationToken);
    }

    /// <summary>Writes whole numbers of 8 bits, as those of a hillshade.</summary>
    /// <param name="stream">Where to; it need not be able to seek.</param>
    /// <param name="raster">The values and where they are.</param>
    /// <param name="noData">The number that marks voids; none where it is not given.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <inheritdoc cref="Write(Stream, Raster{float}, CancellationToken)"/>
    public static void Write(Stream stream, Raster<byte> raster, byte? noData = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        Write(stream, raster.Frame, raster.Memory, noData ?? 0, TiffSample.UInt8, noData?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, cancellationToken);
    }

    private static void Write<T>(
        Stream stream, GridFrame frame, ReadOnlyMemory<T> samples, T filler, TiffSample sample, string noData, CancellationToken cancellationToken)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (frame.IsEmpty)
            throw new ArgumentException("There are no cells to write.", nameof(frame));
        byte[][] tiles = TiffTiles.Pack(frame, samples, filler, sample, cancellationToken);
        byte[] head = new TiffHead(frame, sample, noData).Bytes(tiles);
        stream.Write(head);
        foreach (byte[] tile in tiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.Write(tile);
        }
    }
}
