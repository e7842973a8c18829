using DefenseZone.Geo.Coverage;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The border coloured by depth of cover, cut into tiles as pictures: what a map draws, for clients that draw nothing
/// themselves. Built once for a report, then only read; any number of threads may draw.
/// </summary>
public sealed class CoverageTiles
{
    private const int VerticesOfARun = 64;
    private const double CasingWidthPixels = 8;
    private const double LineWidthPixels = 4;
    private const double GapWidthPixels = 6;

    // Nothing is drawn farther from the line than this.
    private const double ReachPixels = (CasingWidthPixels / 2) + 1;

    // Vertices closer than this to the last one drawn would not show.
    private const double StepPixels = 0.3;

    private readonly List<Run> _runs = [];

    private CoverageTiles(CoverageReport report)
    {
        foreach ((BorderStretch stretch, DepthClass depth) in Drawn(report))
        {
            Geometry shape = report.Border.Shape(stretch.FromMetres, stretch.ToMetres);
            for (int i = 0; i < shape.NumGeometries; i++)
                AddRuns(shape.GetGeometryN(i).Coordinates, depth);
        }
    }

    /// <summary>Makes the tiles of a report.</summary>
    public static CoverageTiles Of(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new CoverageTiles(report);
    }

    /// <summary>Draws a tile; nothing where there is nothing on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public RasterCanvas? Draw(TileAddress tile)
    {
        if (!tile.Exists)
            throw new ArgumentOutOfRangeException(nameof(tile), tile, $"A tile has a zoom of 0 to {TileAddress.LargestZoom}, and a row and a column within it.");
        List<Run> near = _runs.FindAll(run => run.IsNear(tile));
        if (near.Count == 0)
            return null;

        // All the casing lies under all the colours, and gaps lie over whatever they meet.
        var canvas = new RasterCanvas(TileAddress.SizePixels, TileAddress.SizePixels);
        foreach (Run run in near)
            run.AddTo(canvas, tile, run.Depth == DepthClass.Gap ? GapWidthPixels + (CasingWidthPixels - LineWidthPixels) : CasingWidthPixels);
        canvas.Lay(MapColours.Casing);
        for (DepthClass depth = DepthClass.ThreeOrMore; depth >= DepthClass.Gap; depth--)
        {
            foreach (Run run in near)
            {
                if (run.Depth == depth)
                    run.AddTo(canvas, tile, depth == DepthClass.Gap ? GapWidthPixels : LineWidthPixels);
            }

            canvas.Lay(MapColours.Of(depth));
        }

        return canvas.IsEmpty ? null : canvas;
    }

    // Neighbours of one class are drawn as one, so that no joint shows between them.
    private static IEnumerable<(BorderStretch Stretch, DepthClass Depth)> Drawn(CoverageReport report)
    {
        int required = report.Problem.RequiredDepth;
        (double From, double To, DepthClass Depth) open = (double.NaN, double.NaN, DepthClass.Gap);
        foreach (DepthStretch stretch in report.Stretches)
        {
            DepthClass depth = DepthClasses.Of(stretch.Depth, required);
            if (stretch.FromMetres == open.To && depth == open.Depth)
            {
                open.To = stretch.ToMetres;
                continue;
            }

            if (open.To > open.From)
                yield return (new BorderStretch(open.From, open.To), open.Depth);
            open = (stretch.FromMetres, stretch.ToMetres, depth);
        }

        if (open.To > open.From)
            yield return (new BorderStretch(open.From, open.To), open.Depth);
    }

    private void AddRuns(Coordinate[] line, DepthClass depth)
    {
        for (int first = 0; first < line.Length - 1; first += VerticesOfARun)
        {
            int count = Math.Min(VerticesOfARun + 1, line.Length - first);
            var xy = new double[2 * count];
            for (int i = 0; i < count; i++)
                (xy[2 * i], xy[(2 * i) + 1]) = Share(line[first + i]);
            _runs.Add(new Run(xy, depth));
        }
    }

    // Shares of the world from its north-west corner.
    private static (double X, double Y) Share(Coordinate place)
    {
        (double x, double y) = WebMercator.Of(place.X, place.Y);
        double around = 2 * Math.PI * Geodesy.Wgs84.SemiMajorAxisMetres;
        return ((x / around) + 0.5, 0.5 - (y / around));
    }

    /// <summary>A few vertices in a row, and the box around them.</summary>
    private sealed class Run
    {
        private readonly double[] _xy;
        private readonly double _west = double.PositiveInfinity;
        private readonly double _north = double.PositiveInfinity;
        private readonly double _east = double.NegativeInfinity;
        private readonly double _south = double.NegativeInfinity;

        public Run(double[] xy, DepthClass depth)
        {
            _xy = xy;
            Depth = depth;
            for (int i = 0; i < xy.Length; i += 2)
            {
                (_west, _east) = (Math.Min(_west, xy[i]), Math.Max(_east, xy[i]));
                (_north, _south) = (Math.Min(_north, xy[i + 1]), Math.Max(_south, xy[i + 1]));
            }
        }

        public DepthClass Depth { get; }

        public bool IsNear(TileAddress tile)
        {
            (double west, double north) = tile.ToPixels(_west, _north);
            (double east, double south) = tile.ToPixels(_east, _south);
            return west <= TileAddress.SizePixels + ReachPixels && east >= -ReachPixels
                && north <= TileAddress.SizePixels + ReachPixels && south >= -ReachPixels;
        }

        public void AddTo(RasterCanvas canvas, TileAddress tile, double widthPixels)
        {
            (double x, double y) = tile.ToPixels(_xy[0], _xy[1]);
            for (int i = 2; i < _xy.Length; i += 2)
            {
                (double nextX, double nextY) = tile.ToPixels(_xy[i], _xy[i + 1]);
                if (i < _xy.Length - 2 && Math.Abs(nextX - x) < StepPixels && Math.Abs(nextY - y) < StepPixels)
                    continue;
                canvas.Add(x, y, nextX, nextY, widthPixels);
                (x, y) = (nextX, nextY);
            }
        }
    }
}
