using System.Collections.Immutable;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>Joins the pieces of a level to lines.</summary>
internal static class ContourTrace
{
    /// <summary>The lines: those with ends first, then the rings, each in the order of the grid.</summary>
    public static ImmutableArray<ContourLine> Join(ElevationGrid grid, double level, Segments segments)
    {
        // On an edge one piece ends and one begins at the most: every edge leads on in one way.
        var onward = new Dictionary<long, long>(segments.Pieces.Count);
        var reached = new HashSet<long>(segments.Pieces.Count);
        foreach ((long from, long to) in segments.Pieces)
        {
            onward[from] = to;
            reached.Add(to);
        }

        var lines = ImmutableArray.CreateBuilder<ContourLine>();
        foreach ((long from, _) in segments.Pieces)
        {
            if (!reached.Contains(from))
                Add(lines, Walk(grid, level, from, onward), level, isClosed: false);
        }

        foreach ((long from, _) in segments.Pieces)
        {
            if (onward.ContainsKey(from))
                Add(lines, Walk(grid, level, from, onward), level, isClosed: true);
        }

        return lines.ToImmutable();
    }

    private static List<(double Column, double Row)> Walk(ElevationGrid grid, double level, long from, Dictionary<long, long> onward)
    {
        List<(double Column, double Row)> places = [Place(grid, level, from)];
        while (onward.Remove(from, out long to))
        {
            (double Column, double Row) place = Place(grid, level, to);

            // Where a centre has just this elevation, crossings of several edges are one place.
            if (place != places[^1])
                places.Add(place);
            from = to;
        }

        return places;
    }

    // A ring around a single centre of just this elevation is a point, and no line.
    private static void Add(ImmutableArray<ContourLine>.Builder lines, List<(double Column, double Row)> places, double level, bool isClosed)
    {
        if (places.Count >= (isClosed ? 4 : 2))
            lines.Add(new ContourLine(level, [.. places], isClosed));
    }

    private static (double Column, double Row) Place(ElevationGrid grid, double level, long edge)
    {
        long cell = edge / 2;
        int column = (int)(cell % grid.Columns), row = (int)(cell / grid.Columns);
        bool goesEast = edge % 2 == 0;
        double near = grid[column, row], far = goesEast ? grid[column + 1, row] : grid[column, row + 1];
        double share = Math.Clamp((level - near) / (far - near), 0, 1);
        return goesEast ? (column + share, row) : (column, row + share);
    }
}
