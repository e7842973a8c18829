namespace DefenseZone.Geo.Roads;

/// <summary>What is nearest to the end of a line.</summary>
/// <param name="Place">The nearest other node within reach; −1 where there is none.</param>
/// <param name="PlaceMetres">Its distance.</param>
/// <param name="Segment">The nearest segment of a line within reach that does not end here; −1 where there is none.</param>
/// <param name="T">Where on it.</param>
/// <param name="SegmentMetres">Its distance.</param>
/// <param name="Touches">True where the end lies on the inside of a line.</param>
internal readonly record struct EndNeighbour(int Place, double PlaceMetres, int Segment, double T, double SegmentMetres, bool Touches);

/// <summary>A line, or the end of one, within the snapping distance of an end.</summary>
/// <param name="Place">The node of the end.</param>
/// <param name="Other">The node of the other end; −1 where it is a place inside a line.</param>
/// <param name="Segment">The segment of the line on which that place or end lies.</param>
/// <param name="T">Where on it.</param>
/// <param name="Metres">The distance.</param>
internal readonly record struct EndGap(int Place, int Other, int Segment, double T, double Metres);

/// <summary>Looks around every end of a line for other ends and for lines.</summary>
internal sealed class EndSearch
{
    // A line that comes back to its own end has gone at least so many times the gap that is left.
    private const double WayRound = 4;
    private const int PlacesWorthAThread = 4096;

    private readonly RoadLines _lines;
    private readonly SegmentGrid _grid;
    private readonly RoadEnds _ends;
    private readonly double _snapMetres;
    private readonly double _farMetres;

    internal EndSearch(RoadLines lines, SegmentGrid grid, RoadEnds ends, double snapMetres, double farMetres)
    {
        _lines = lines;
        _grid = grid;
        _ends = ends;
        _snapMetres = snapMetres;
        _farMetres = farMetres;
    }

    /// <summary>The insides of lines that ends lie on.</summary>
    internal List<(int Place, int Segment, double T)> Touches { get; } = [];

    /// <summary>What lies within the snapping distance of ends and touches none of them: of each line the nearest place.</summary>
    internal List<EndGap> Gaps { get; } = [];

    internal EndNeighbour[] All(CancellationToken cancellationToken)
    {
        var found = new EndNeighbour[_ends.Vertices.Length];
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 4, found.Length / PlacesWorthAThread));
        var touches = new List<(int, int, double)>[blocks];
        var gaps = new List<EndGap>[blocks];
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var mine = touches[block] = [];
            var near = gaps[block] = [];
            int end = (int)((long)found.Length * (block + 1) / blocks);
            for (int place = (int)((long)found.Length * block / blocks); place < end; place++)
                found[place] = Around(place, mine, near);
        });
        foreach (List<(int, int, double)> mine in touches)
            Touches.AddRange(mine);
        foreach (List<EndGap> near in gaps)
            Gaps.AddRange(near);
        return found;
    }

    private EndNeighbour Around(int place, List<(int, int, double)> touches, List<EndGap> gaps)
    {
        double x = _ends.X[place], y = _ends.Y[place];
        double reach = _ends.Degrees[place] == 1 ? _farMetres : Math.Max(_snapMetres, LocalPlane.TouchMetres);
        var plane = new LocalPlane(x, y);
        double east = reach / plane.MetresPerDegreeEast, north = reach / SegmentGrid.MetresPerDegree;
        int left = _grid.Column(x - east), right = _grid.Column(x + east);
        int low = _grid.Row(y - north), high = _grid.Row(y + north);
        bool several = left != right || low != high;
        var best = new EndNeighbour(-1, double.PositiveInfinity, -1, 0, double.PositiveInfinity, Touches: false);
        int mark = touches.Count, firstGap = gaps.Count;
        for (int row = low; row <= high; row++)
        {
            for (int column = left; column <= right; column++)
            {
                foreach (int segment in _grid.Cell(column, row))
                    Look(place, segment, plane, reach, ref best, touches, gaps);
            }
        }

        if (several && touches.Count > mark + 1)
            Deduplicate(touches, mark);
        NearestOfEachLine(gaps, firstGap);
        return best;
    }

    private void Look(int place, int segment, in LocalPlane plane, double reach, ref EndNeighbour best, List<(int, int, double)> touches, List<EndGap> gaps)
    {
        double[] x = _lines.X, y = _lines.Y;
        int line = _lines.LineOf[segment];
        bool begins = _ends.First[line] == place, ends = _ends.Last[line] == place;
        if (begins && segment == _lines.Starts[line] && (!ends || segment + 2 == _lines.Starts[line + 1]))
        {
            // Its own first segment; what is of interest there is only the other end, looked at with the last one.
            if (segment + 2 != _lines.Starts[line + 1])
                return;
        }

        (double t, double metres) = plane.Nearest(x[segment], y[segment], x[segment + 1], y[segment + 1]);
        if (metres > reach)
            return;
        bool own = begins || ends;
        bool atStart = segment == _lines.Starts[line], atFinish = segment + 2 == _lines.Starts[line + 1];
        if (atStart && !begins)
            Meet(_ends.First[line], place, segment, own, plane, ref best, gaps);
        if (atFinish && !ends)
            Meet(_ends.Last[line], place, segment, own, plane, ref best, gaps);
        if (own && !IsFarAlong(line, begins, ends, segment, t, metres))
            return;

        // The ends of a line are nodes themselves.
        if ((atStart && AtVertex(plane, segment, metres)) || (atFinish && AtVertex(plane, segment + 1, metres)))
            return;
        if (metres <= LocalPlane.TouchMetres)
        {
            touches.Add((place, segment, t));
            best = best with { Touches = true };
        }
        else
        {
            if (metres < best.SegmentMetres && IsOnLevel(place, line))
                best = best with { Segment = segment, T = t, SegmentMetres = metres };
            if (metres <= _snapMetres)
                gaps.Add(new EndGap(place, -1, segment, t, metres));
        }
    }

    private bool AtVertex(in LocalPlane plane, int vertex, double metres) =>
        plane.MetresTo(_lines.X[vertex], _lines.Y[vertex]) <= metres + (LocalPlane.TouchMetres / 2);

    private bool IsOnLevel(int place, int line) => _lines.Levels[_lines.LineOf[_ends.Vertices[place]]] == _lines.Levels[line];

    private void Meet(int other, int place, int segment, bool own, in LocalPlane plane, ref EndNeighbour best, List<EndGap> gaps)
    {
        double metres = plane.MetresTo(_ends.X[other], _ends.Y[other]);
        int line = _lines.LineOf[segment];
        if (other == place || (own && LengthMetres(_lines.Starts[line], _lines.Starts[line + 1] - 1, WayRound * metres) < WayRound * metres))
            return;
        if (metres <= Math.Max(_snapMetres, LocalPlane.TouchMetres))
            gaps.Add(new EndGap(place, other, segment, _ends.First[line] == other ? 0 : 1, metres));
        if (metres < best.PlaceMetres)
            best = best with { Place = other, PlaceMetres = metres };
    }

    /// <summary>Of each line keeps the nearest place, and of its ends those that are near.</summary>
    private void NearestOfEachLine(List<EndGap> gaps, int from)
    {
        if (gaps.Count - from < 2)
            return;
        EndGap[] found = [.. gaps.Skip(from)];
        gaps.RemoveRange(from, found.Length);
        gaps.AddRange(found.Where(gap => gap.Other >= 0).DistinctBy(gap => (gap.Other, _lines.LineOf[gap.Segment])));
        gaps.AddRange(found.Where(gap => gap.Other < 0).GroupBy(gap => _lines.LineOf[gap.Segment]).Select(line => line.MinBy(gap => (gap.Metres, gap.Segment))));
    }

    /// <summary>Whether the way along a line from its end at the place to a point of it is much longer than the gap.</summary>
    private bool IsFarAlong(int line, bool begins, bool ends, int segment, double t, double metres)
    {
        double wanted = WayRound * Math.Max(metres, _snapMetres);
        int first = _lines.Starts[line], last = _lines.Starts[line + 1] - 1;
        double step = LengthMetres(segment, segment + 1, double.PositiveInfinity);
        return (!begins || LengthMetres(first, segment, wanted) + (t * step) >= wanted)
            && (!ends || LengthMetres(segment + 1, last, wanted) + ((1 - t) * step) >= wanted);
    }

    private double LengthMetres(int from, int to, double enough)
    {
        double length = 0;
        for (int i = from; i < to && length < enough; i++)
            length += new LocalPlane(_lines.X[i], _lines.Y[i]).MetresTo(_lines.X[i + 1], _lines.Y[i + 1]);
        return length;
    }

    // A segment is in every cell that it passes through.
    private static void Deduplicate(List<(int Place, int Segment, double T)> touches, int from)
    {
        for (int i = touches.Count - 1; i > from; i--)
        {
            if (touches.FindIndex(from, touch => touch.Segment == touches[i].Segment) < i)
                touches.RemoveAt(i);
        }
    }
}
