using System.Collections.Immutable;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Cartography;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>Paints what observers see of the ground, a colour for each number of them, at the resolution of the map's window.</summary>
internal static class SightPicture
{
    private const int MostPixels = 2_400;

    // Between nodes so far apart a place's cell is interpolated: over 16 pixels web Mercator and the grids of terrain are straight to far less than a cell.
    private const int NodePixels = 16;

    /// <summary>Paints a picture.</summary>
    /// <param name="viewsheds">What each observer sees.</param>
    /// <param name="window">What the map shows.</param>
    /// <param name="colours">Red, green, blue and opacity for one observer, for two, and so on; the last is also for more.</param>
    /// <returns>The picture; none where nothing is seen within the window.</returns>
    public static MapPicture? Of(ImmutableArray<Viewshed> viewsheds, MapWindow window, ImmutableArray<(byte Red, byte Green, byte Blue, byte Opacity)> colours)
    {
        List<(Viewshed Viewshed, MapExtent Extent)> near =
        [
            .. viewsheds.Where(viewshed => !viewshed.Frame.IsEmpty && viewshed.VisibleCells > 0)
                .Select(viewshed => (viewshed, ExtentOf(viewshed.Frame)))
                .Where(candidate => candidate.Item2.Meets(window.Drawn)),
        ];
        if (near.Count == 0)
            return null;
        MapExtent all = near.Aggregate(MapExtent.Nothing, (box, viewshed) => box.With(viewshed.Extent));
        var extent = new MapExtent(
            Math.Max(all.West, window.Drawn.West), Math.Max(all.South, window.Drawn.South), Math.Min(all.East, window.Drawn.East), Math.Min(all.North, window.Drawn.North));
        double pixel = Math.Max(window.MetresPerPixel, Math.Max(extent.East - extent.West, extent.North - extent.South) / MostPixels);
        int width = Math.Max(1, (int)Math.Ceiling((extent.East - extent.West) / pixel)), height = Math.Max(1, (int)Math.Ceiling((extent.North - extent.South) / pixel));
        extent = extent with { East = extent.West + (width * pixel), South = extent.North - (height * pixel) };
        var counts = new ushort[width * height];
        foreach ((Viewshed viewshed, MapExtent box) in near)
            Count(viewshed, box, extent, pixel, counts, width, height);
        var pixels = new byte[4 * counts.Length];
        bool isEmpty = true;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
                continue;
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = colours[Math.Min((int)counts[i], colours.Length) - 1];
            isEmpty &= pixels[(4 * i) + 3] == 0;
        }

        return isEmpty ? null : new MapPicture(PngImage.OfColours(width, height, pixels), extent);
    }

    private static MapExtent ExtentOf(GridFrame frame)
    {
        GeoExtent box = frame.Extent;
        (double west, double south) = WebMercator.Of(box.WestDegrees, box.SouthDegrees);
        (double east, double north) = WebMercator.Of(box.EastDegrees, box.NorthDegrees);
        return new MapExtent(west, south, east, north);
    }

    private static void Count(Viewshed viewshed, MapExtent box, MapExtent extent, double pixel, ushort[] counts, int width, int height)
    {
        int firstX = Math.Clamp((int)((box.West - extent.West) / pixel), 0, width), lastX = Math.Clamp((int)((box.East - extent.West) / pixel) + 1, 0, width);
        int firstY = Math.Clamp((int)((extent.North - box.North) / pixel), 0, height), lastY = Math.Clamp((int)((extent.North - box.South) / pixel) + 1, 0, height);
        (double Column, double Row) At(int x, int y) => viewshed.Frame.Locate(WebMercator.ToGeoPoint(extent.West + ((x + 0.5) * pixel), extent.North - ((y + 0.5) * pixel)));
        for (int top = firstY; top < lastY; top += NodePixels)
        {
            for (int left = firstX; left < lastX; left += NodePixels)
            {
                (double Column, double Row) corner = At(left, top), right = At(left + NodePixels, top), below = At(left, top + NodePixels), across = At(left + NodePixels, top + NodePixels);
                for (int y = top; y < Math.Min(top + NodePixels, lastY); y++)
                {
                    double down = (y - top) / (double)NodePixels;
                    for (int x = left; x < Math.Min(left + NodePixels, lastX); x++)
                    {
                        double along = (x - left) / (double)NodePixels;
                        double column = double.Lerp(double.Lerp(corner.Column, right.Column, along), double.Lerp(below.Column, across.Column, along), down);
                        double row = double.Lerp(double.Lerp(corner.Row, right.Row, along), double.Lerp(below.Row, across.Row, along), down);
                        if (Sees(viewshed, column, row) && counts[(y * width) + x] < ushort.MaxValue)
                            counts[(y * width) + x]++;
                    }
                }
            }
        }
    }

    private static bool Sees(Viewshed viewshed, double column, double row) =>
        column >= -0.5 && row >= -0.5 && column < viewshed.Frame.Columns - 0.5 && row < viewshed.Frame.Rows - 0.5
        && viewshed[(int)(column + 0.5), (int)(row + 0.5)];
}
