using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>Lines and rings with no more vertices than the zoom can show.</summary>
internal static class Simplified
{
    // Half a pixel: a corner left out is nowhere to be seen.
    private const double TolerancePixels = 0.5;

    public static double[] Line(double[] line, MapWindow window) =>
        LineSimplification.Simplify(line, TolerancePixels * window.MetresPerPixel);

    public static IReadOnlyList<double[]> Rings(DrawnShape area, MapWindow window)
    {
        var rings = new List<double[]>(area.Parts.Length);
        foreach (double[] ring in area.Parts)
        {
            double[] simplified = Line(ring, window);
            if (simplified.Length >= 8)
                rings.Add(simplified);
            else if (rings.Count == 0)
                return [];
        }

        return rings;
    }
}
