using System.Runtime.InteropServices;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// Writes how many observers see each cell as a GeoTIFF, by <see cref="GeoTiff"/>: one band of whole numbers, of eight bits
/// where no count is above 255 and of sixteen where one is.
/// </summary>
/// <remarks>A cell that nobody sees is 0; so is a void.</remarks>
public static class CountsGeoTiff
{
    /// <summary>Writes the file; the stream need not be able to seek.</summary>
    /// <exception cref="ArgumentException">There are no cells, or their coordinate system has no EPSG code of 16 bits.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(Stream stream, CumulativeViewshed seen, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Frame.IsEmpty)
            throw new ArgumentException("There are no cells to write: no observer stands on known ground.", nameof(seen));
        if (MemoryMarshal.ToEnumerable(seen.Counts).Max() > byte.MaxValue)
        {
            GeoTiff.Write(stream, Raster.Of(seen.Frame, seen.Counts.Span), noData: null, cancellationToken);
            return;
        }

        ReadOnlySpan<ushort> counts = seen.Counts.Span;
        byte[] small = new byte[counts.Length];
        for (int i = 0; i < small.Length; i++)
            small[i] = (byte)counts[i];
        GeoTiff.Write(stream, Raster<byte>.Adopt(seen.Frame, small), noData: null, cancellationToken);
    }
}
