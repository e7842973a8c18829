using System.Collections.Immutable;
using DefenseZone.Geo.Viewer.Cartography;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>
/// Draws a road network at any scale with a bounded number of pieces. Roads of which few are in sight are drawn as
/// they are, simplified; of many, vertices are put on a grid of a pixel or more, and a piece between two cells is
/// drawn once however many roads share it: near each other they could not be told apart anyway.
/// </summary>
internal static class RoadThinning
{
    private const int MostRoads = 6_000;
    private const int MostPieces = 30_000;

    public static void Draw(ImmutableArray<DrawnShape> roads, MapWindow window, MapDrawing drawing)
    {
        var inSight = new List<DrawnShape>();
        foreach (DrawnShape road in roads)
        {
            if (road.Extent.Meets(window.Drawn))
                inSight.Add(road);
        }

        foreach (IGrouping<int, DrawnShape> style in inSight.GroupBy(road => road.Style).OrderBy(group => group.Key))
        {
            IReadOnlyList<double[]> lines = inSight.Count <= MostRoads
                ? [.. style.SelectMany(road => road.Parts).Select(part => Simplified.Line(part, window))]
                : Gridded([.. style], window);
            drawing.AddLine(style.Key, lines);
        }
    }

    private static List<double[]> Gridded(List<DrawnShape> roads, MapWindow window)
    {
        // The grid is coarsened until what is left can be drawn between two frames.
        for (double cell = 2 * window.MetresPerPixel; ; cell *= 1.6)
        {
            var seen = new HashSet<(long, long)>();
            foreach (DrawnShape road in roads)
            {
                foreach (double[] part in road.Parts)
                    AddPieces(part, cell, seen);
                if (seen.Count > MostPieces)
                    break;
            }

            if (seen.Count <= MostPieces)
                return [.. seen.Select(piece => new[] { X(piece.Item1) * cell, Y(piece.Item1) * cell, X(piece.Item2) * cell, Y(piece.Item2) * cell })];
        }
    }

    private static void AddPieces(double[] part, double cell, HashSet<(long, long)> seen)
    {
        long before = Key(part[0], part[1], cell);
        for (int i = 2; i < part.Length; i += 2)
        {
            long here = Key(part[i], part[i + 1], cell);
            if (here != before)
                seen.Add(here < before ? (here, before) : (before, here));
            before = here;
        }
    }

    private static long Key(double x, double y, double cell) =>
        ((long)(int)Math.Round(x / cell) << 32) | (uint)(int)Math.Round(y / cell);

    private static int X(long key) => (int)(key >> 32);

    private static int Y(long key) => (int)(uint)key;
}
