using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Writes the cells of a hillshade, of slopes or of directions as a raster.</summary>
public static class ReliefRaster
{
    /// <summary>
    /// Writes a GeoTIFF: of a hillshade eight bits a cell where 0 marks voids, otherwise floating-point numbers where NaN
    /// does, and level ground in directions too.
    /// </summary>
    /// <exception cref="ArgumentException">There are no cells, or they do not fit in a TIFF.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void WriteGeoTiff(Stream stream, ReliefReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Problem.Kind == ReliefKind.Hillshade)
            GeoTiff.Write(stream, report.Shades, noData: 0, cancellationToken);
        else
            GeoTiff.Write(stream, report.Values, cancellationToken);
    }

    /// <summary>Writes a hillshade as a picture: a pixel a cell, grey, and transparent where the ground is void.</summary>
    /// <exception cref="ArgumentException">It is no hillshade, or there are no cells, or more than a picture can have.</exception>
    public static void WritePng(Stream stream, ReliefReport report)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Problem.Kind != ReliefKind.Hillshade)
            throw new ArgumentException("Only a hillshade is a picture; slopes and directions are numbers, for a GeoTIFF.", nameof(report));
        if (report.Frame.Count > LargestPicture)
            throw new ArgumentException($"A picture of {report.Frame.Columns} × {report.Frame.Rows} cells is too large; write a GeoTIFF, or a part of it.", nameof(report));
        ReadOnlySpan<byte> shades = report.Shades.Samples;
        byte[] pixels = new byte[2 * shades.Length];
        for (int i = 0; i < shades.Length; i++)
        {
            pixels[2 * i] = shades[i];
            pixels[(2 * i) + 1] = shades[i] == 0 ? (byte)0 : byte.MaxValue;
        }

        stream.Write(PngImage.OfGreys(report.Frame.Columns, report.Frame.Rows, pixels));
    }

    /// <summary>How many cells a picture may have.</summary>
    public const long LargestPicture = 500_000_000;
}
