using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.LinearReferencing;

namespace DefenseZone.Geo.Bench;

/// <summary>
/// What a NetTopologySuite user would write for depth, with coverage and gaps, which come with it: linear referencing, each
/// circle's pieces of border as chainages and then one sweep.
/// </summary>
internal sealed class NtsDepth
{
    private const double MinimumGapMetres = 1;

    private readonly PlaneBorder _plane;
    private readonly (LineString Line, double FromMetres, double ToMetres)[] _chunks;

    // The chainages of the chunks are made before the clock runs, as the chunks are.
    public NtsDepth(PlaneBorder plane)
    {
        _plane = plane;
        _chunks = new (LineString, double, double)[plane.Chunks.Length];
        double at = 0;
        for (int i = 0; i < _chunks.Length; i++)
        {
            double end = at + plane.Chunks[i].Length;
            _chunks[i] = (plane.Chunks[i], at, end);
            at = end;
        }
    }

    public Contender Contender() =>
        new(Works.Depth, "NTS, linear referencing", false, 1, () => Run.Of(Sweep, answers => answers));

    private Dictionary<string, double> Sweep()
    {
        List<(double Metres, int Step)> events = Events();
        events.Sort();
        var metres = new List<double> { 0 };
        int depth = 0, gaps = 0;
        double at = 0, uncoveredFrom = 0;
        foreach ((double place, int step) in events.Append((_plane.Line.Length, 0)))
        {
            while (metres.Count <= depth)
                metres.Add(0);
            metres[depth] += place - at;
            if (depth == 0 && place - uncoveredFrom > MinimumGapMetres)
                gaps++;
            depth += step;
            at = place;
            if (depth == 0)
                uncoveredFrom = place;
        }

        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["gapCount"] = gaps,
            ["atLeast1Metres"] = metres.Skip(1).Sum(),
            ["atLeast2Metres"] = metres.Skip(2).Sum(),
            ["atLeast5Metres"] = metres.Skip(5).Sum(),
            ["meanDepth"] = metres.Select((length, times) => length * times).Sum() / _plane.Line.Length,
        };
    }

    // An end comes before a start at one place, as −1 before 1: what begins where another ends leaves no gap of any length.
    private List<(double Metres, int Step)> Events()
    {
        var tree = new STRtree<int>();
        for (int i = 0; i < _chunks.Length; i++)
            tree.Insert(_chunks[i].Line.EnvelopeInternal, i);
        var events = new List<(double, int)>();
        foreach (Geometry circle in _plane.Circles())
        {
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(circle);
            foreach (int i in tree.Query(circle.EnvelopeInternal))
            {
                (LineString chunk, double from, double to) = _chunks[i];
                if (prepared.ContainsProperly(chunk))
                {
                    events.Add((from, 1));
                    events.Add((to, -1));
                }
                else if (prepared.Intersects(chunk))
                {
                    AddPieces(events, new LengthIndexedLine(chunk), from, circle.Intersection(chunk));
                }
            }
        }

        return events;
    }

    private static void AddPieces(List<(double Metres, int Step)> events, LengthIndexedLine chunk, double from, Geometry pieces)
    {
        for (int i = 0; i < pieces.NumGeometries; i++)
        {
            if (pieces.GetGeometryN(i) is not LineString { IsEmpty: false } piece)
                continue;
            double start = chunk.Project(piece.StartPoint.Coordinate), end = chunk.Project(piece.EndPoint.Coordinate);
            events.Add((from + Math.Min(start, end), 1));
            events.Add((from + Math.Max(start, end), -1));
        }
    }
}
