using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Checks that the border's segments make one line. Ends no farther apart than the border line's tolerance touch.
/// Free ends within a kilometre of one another are a hole, which is an error; pieces farther apart may have a sea
/// between them, which is worth a look.
/// </summary>
internal sealed class BorderChecks(LayerContent border, CancellationToken cancellationToken)
{
    private const double HoleMetres = 1000;

    private readonly List<End> _ends = [];
    private readonly List<int> _pieceOf = [];

    // One end of one line: the feature's place among those read, the line's number, and how many other ends touch it.
    private sealed record End(int Feature, int Line, bool IsStart, Ecef Place, GeoPoint Point)
    {
        public int Touching { get; set; }
    }

    public void Check()
    {
        ReadLines();
        CheckSequences();
        var byX = new List<End>(_ends);
        byX.Sort(static (a, b) => a.Place.X.CompareTo(b.Place.X));
        FindTouching(byX);
        CheckOrder();
        CheckHoles(_ends.FindAll(static end => end.Touching == 0));
    }

    private void ReadLines()
    {
        for (int i = 0; i < border.Features.Count; i++)
        {
            Geometry geometry = border.Features[i].Geometry;
            for (int part = 0; part < geometry.NumGeometries; part++)
            {
                CoordinateSequence line = ((LineString)geometry.GetGeometryN(part)).CoordinateSequence;
                _ends.Add(EndOf(i, line, 0));
                _ends.Add(EndOf(i, line, line.Count - 1));
                _pieceOf.Add(_pieceOf.Count);
                if (geometry.Length == 0)
                    border.Report(ProblemSeverity.Warning, i, ".geometry", "the line has no length", "leave it out");
            }
        }
    }

    private End EndOf(int feature, CoordinateSequence line, int index)
    {
        var point = new GeoPoint(line.GetX(index), line.GetY(index));
        return new End(feature, _pieceOf.Count, index == 0, Ecef.Of(point), point);
    }

    private void CheckSequences()
    {
        const string Path = ".properties.sequence";
        var seen = new Dictionary<double, int>();
        int without = 0;
        for (int i = 0; i < border.Features.Count; i++)
        {
            if (((BorderSegment)border.Features[i]).Sequence is not { } sequence)
                without++;
            else if (!seen.TryAdd(sequence, i))
                border.Report(ProblemSeverity.Error, i, Path, $"{Name(seen[sequence])} has the sequence {sequence} too", "give each segment a sequence of its own, rising along the border");
        }

        if (without == 0 || without == border.Features.Count)
            return;
        for (int i = 0; i < border.Features.Count; i++)
        {
            if (((BorderSegment)border.Features[i]).Sequence is not null)
                continue;
            border.Report(
                ProblemSeverity.Warning, i, ".properties", "the segment has no sequence while others have one, so that no sequence counts",
                "give all segments a sequence, or none");
            return;
        }
    }

    private void FindTouching(List<End> byX)
    {
        for (int i = 0; i < byX.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int j = i + 1; j < byX.Count && byX[j].Place.X - byX[i].Place.X <= BorderChain.TouchMetres; j++)
            {
                if (byX[i].Place.DistanceMetresTo(byX[j].Place) > BorderChain.TouchMetres)
                    continue;
                byX[i].Touching++;
                byX[j].Touching++;
                Join(byX[i].Line, byX[j].Line);
                if (byX[j].Touching == 2)
                {
                    border.Report(
                        ProblemSeverity.Error, byX[j].Feature, ".geometry", $"the border forks: three ends or more meet at {Shown(byX[j])}",
                        "a border is a line: at most two segments meet at a place");
                }
            }
        }
    }

    private void CheckOrder()
    {
        if (border.Features.Count < 2 || border.Features.Exists(static feature => ((BorderSegment)feature).Sequence is null))
            return;
        int[] order = new int[border.Features.Count];
        double[] sequences = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
            (order[i], sequences[i]) = (i, ((BorderSegment)border.Features[i]).Sequence!.Value);
        Array.Sort(sequences, order);
        int[] starts = new int[order.Length + 1];
        foreach (End end in _ends)
            starts[end.Feature + 1]++;
        for (int i = 0; i < order.Length; i++)
            starts[i + 1] += starts[i];
        for (int i = 1; i < order.Length; i++)
        {
            bool touches = false;
            int before = order[i - 1], at = order[i];
            for (int a = starts[before]; a < starts[before + 1]; a++)
            {
                for (int b = starts[at]; b < starts[at + 1]; b++)
                    touches |= _ends[a].Place.DistanceMetresTo(_ends[b].Place) <= BorderChain.TouchMetres;
            }

            if (!touches && Root(_ends[starts[before]].Line) == Root(_ends[starts[at]].Line))
            {
                border.Report(
                    ProblemSeverity.Warning, order[i], ".properties.sequence", $"the segment follows {Name(order[i - 1])} by its sequence, but they do not touch",
                    "number the segments as they follow one another along the border");
            }
        }
    }

    private void CheckHoles(List<End> free)
    {
        var holes = new List<(End End, End Other)>();
        foreach (End end in free)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Nearest(end, free) is not { } other || end.Place.DistanceMetresTo(other.Place) > HoleMetres)
                continue;

            // Each hole has two ends, and is reported once.
            if (!holes.Exists(hole => ReferenceEquals(hole.End, other) && ReferenceEquals(hole.Other, end)))
                holes.Add((end, other));
        }

        foreach ((End end, End other) in holes)
        {
            ReportHole(end, other, end.Place.DistanceMetresTo(other.Place));
            Join(end.Line, other.Line);
        }

        CheckPieces(free);
    }

    // What lies beyond a hole is no other piece.
    private void CheckPieces(List<End> free)
    {
        var pieces = new HashSet<int>();
        foreach (End end in free)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pieces.Add(Root(end.Line)) && pieces.Count > 1 && Nearest(end, free) is { } other)
                ReportPiece(end, other, end.Place.DistanceMetresTo(other.Place));
        }
    }

    // The nearest free end of another piece.
    private End? Nearest(End end, List<End> free)
    {
        End? nearest = null;
        double distance = double.PositiveInfinity;
        foreach (End other in free)
        {
            if (Math.Abs(end.Place.X - other.Place.X) > distance || Root(end.Line) == Root(other.Line))
                continue;
            double metres = end.Place.DistanceMetresTo(other.Place);
            if (metres < distance)
                (nearest, distance) = (other, metres);
        }

        return nearest;
    }

    private void ReportHole(End end, End other, double metres) => border.Report(
        ProblemSeverity.Error, end.Feature, ".geometry",
        $"the border does not chain: {Math.Round(metres, metres < 10 ? 2 : 0)} m are missing between its {(end.IsStart ? "start" : "end")} at {Shown(end)} and {Name(other.Feature)} at {Shown(other)}",
        $"end both at one place; ends within {BorderChain.TouchMetres} m of one another touch");

    private void ReportPiece(End end, End other, double metres) => border.Report(
        ProblemSeverity.Warning, end.Feature, ".geometry",
        $"the border is in pieces: {Math.Round(metres / 1000, 1)} km lie between {Shown(end)} and the nearest other piece, {Name(other.Feature)}",
        "right where a sea or another country lies between; otherwise draw the missing part");

    private int Root(int line)
    {
        while (_pieceOf[line] != line)
            line = _pieceOf[line] = _pieceOf[_pieceOf[line]];
        return line;
    }

    private void Join(int first, int second) => _pieceOf[Root(second)] = Root(first);

    private static string Shown(End end) => $"[{end.Point.LongitudeDegrees}, {end.Point.LatitudeDegrees}]";

    private string Name(int feature)
    {
        FeatureId id = border.Features[feature].Id;
        return $"segment {id.Quoted}";
    }
}
