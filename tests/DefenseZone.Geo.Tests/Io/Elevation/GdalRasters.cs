using System.Globalization;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Io.Elevation;

/// <summary>A file that GDAL wrote, and what GDAL reads from it.</summary>
internal sealed record GdalRaster(string Path, int Columns, int Rows, double West, double North, double StepX, double StepY, int Epsg)
{
    public float[] Samples => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path + ".f32")).ToArray();

    public override string ToString() => System.IO.Path.GetFileName(Path);
}

/// <summary>Runs <c>independent/gdal_rasters.py</c>.</summary>
internal static class GdalRasters
{
    public static GdalRaster[] Write(string folder, string what) =>
    [
        .. IndependentTool.Run("/usr/bin/python3", [System.IO.Path.Combine(AppContext.BaseDirectory, "independent", "gdal_rasters.py"), folder, what], [])
            .Select(line => line.Split('\t'))
            .Select(parts => new GdalRaster(
                System.IO.Path.Combine(folder, parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture),
                Number(parts[3]), Number(parts[4]), Number(parts[5]), Number(parts[6]), int.Parse(parts[7], CultureInfo.InvariantCulture))),
    ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
