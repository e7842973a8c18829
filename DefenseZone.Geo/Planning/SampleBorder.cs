using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// A winding line that never crosses itself, of a wanted length and number of vertices: midpoint displacement,
/// where every bend is tried against the line as it is and made smaller until it keeps clear. How far midpoints
/// move is set anew at each level from the length still missing, so that the whole comes out as wanted.
/// </summary>
internal sealed class SampleBorder
{
    private const double WestDegrees = 102.02;
    private const double EastDegrees = 107.98;

    // Of the edge's own length.
    private const double Clearance = 0.12;

    private readonly GridPoint[] _line;
    private readonly double[] _chainagesMetres;

    private SampleBorder(GridPoint[] line)
    {
        _line = line;
        _chainagesMetres = new double[line.Length];
        for (int i = 1; i < line.Length; i++)
            _chainagesMetres[i] = _chainagesMetres[i - 1] + GridScale.Metres(line[i - 1], line[i]);
    }

    public ReadOnlySpan<GridPoint> Vertices => _line;

    public double LengthMetres => _chainagesMetres[^1];

    /// <summary>The number of the last vertex that is not past a chainage.</summary>
    public int VertexAt(double chainageMetres)
    {
        int found = Array.BinarySearch(_chainagesMetres, chainageMetres);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, _line.Length - 1);
    }

    public static SampleBorder Grow(SampleShape shape, int seed, CancellationToken cancellationToken)
    {
        var random = new SeededRandom(seed, stream: 1);
        GridPoint[] line = Jittered(shape.Spine, random);
        int levels = 0;
        for (int edges = line.Length - 1; edges < shape.BorderVertices - 1; edges *= 2)
            levels++;
        for (; levels > 0; levels--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            line = Refined(line, shape, levels, random);
        }

        return new SampleBorder(line);
    }

    /// <summary>The line in pieces of about the same number of vertices, each beginning where the one before ends.</summary>
    public ImmutableArray<BorderSegment> ToSegments(int count)
    {
        var segments = ImmutableArray.CreateBuilder<BorderSegment>(count);
        for (int i = 0; i < count; i++)
        {
            int from = (int)((long)i * (_line.Length - 1) / count);
            int to = (int)((long)(i + 1) * (_line.Length - 1) / count);
            segments.Add(new BorderSegment
            {
                Id = FeatureId.Of($"segment-{i + 1:00}"),
                Name = $"Segment {i + 1}",
                Sequence = i + 1,
                Geometry = Wgs84Geometry.Factory.CreateLineString(GridPoint.ToCoordinates(_line.AsSpan(from, to - from + 1))),
            });
        }

        return segments.DrainToImmutable();
    }

    private static GridPoint[] Jittered(ReadOnlySpan<GridPoint> spine, SeededRandom random)
    {
        var line = new GridPoint[spine.Length];
        for (int i = 0; i < spine.Length; i++)
        {
            GridPoint neighbour = spine[i == 0 ? 1 : i - 1];
            double reach = 0.05 * (Math.Abs(spine[i].X - neighbour.X) + Math.Abs(spine[i].Y - neighbour.Y));
            line[i] = GridPoint.Round(spine[i].X + (reach * random.NextSigned()), spine[i].Y + (reach * random.NextSigned()));
        }

        return line;
    }

    private static GridPoint[] Refined(GridPoint[] line, SampleShape shape, int levelsLeft, SeededRandom random)
    {
        double[] lengths = new double[line.Length - 1];
        double total = 0;
        for (int i = 0; i < lengths.Length; i++)
            total += lengths[i] = GridScale.Metres(line[i], line[i + 1]);
        bool[] split = LongestEdges(lengths, Math.Min(lengths.Length, shape.BorderVertices - line.Length));

        double growth;
        if (levelsLeft > 1)
        {
            growth = Root(shape.BorderMetres / total, levelsLeft);
        }
        else
        {
            double bending = 0;
            for (int i = 0; i < lengths.Length; i++)
                bending += split[i] ? lengths[i] : 0;
            growth = 1 + ((shape.BorderMetres - total) / bending);
        }

        double reach = Reach(growth);
        double meanSteps = total / lengths.Length / GridScale.At(line[0].Y).MetresPerY;
        var grid = new EdgeGrid(line, Math.Max(1, (int)meanSteps));
        var refined = new List<GridPoint>(line.Length * 2) { line[0] };
        for (int i = 0; i < lengths.Length; i++)
        {
            if (split[i])
            {
                GridPoint bend = Bend(line[i], line[i + 1], i, lengths[i], reach, grid, random);
                grid.Split(i, bend);
                refined.Add(bend);
            }

            refined.Add(line[i + 1]);
        }

        return [.. refined];
    }

    private static GridPoint Bend(
        GridPoint from, GridPoint to, int edge, double lengthMetres, double reach, EdgeGrid grid, SeededRandom random)
    {
        double along = 0.5 + (0.05 * random.NextSigned());
        double across = reach * random.Next(0.5, 1);
        if (random.NextBits() >> 63 == 0)
            across = -across;
        GridScale scale = GridScale.At(from.Y);
        double east = (to.X - from.X) * scale.MetresPerX;
        double north = (to.Y - from.Y) * scale.MetresPerY;
        for (int attempt = 0; attempt < 8; attempt++)
        {
            GridPoint bend = GridPoint.Round(
                from.X + (along * (to.X - from.X)) - (across * north / scale.MetresPerX),
                from.Y + (along * (to.Y - from.Y)) + (across * east / scale.MetresPerY));
            if (bend.X > WestDegrees * GridPoint.StepsPerDegree && bend.X < EastDegrees * GridPoint.StepsPerDegree
                && grid.IsClear(edge, bend, Clearance * lengthMetres))
            {
                return bend;
            }

            // The other side, then both sides again at half the reach.
            across = attempt % 2 == 0 ? -across : -across / 2;
        }

        // On the edge itself nothing changes: the line is as clear as it was.
        return GridPoint.Round((from.X + (double)to.X) / 2, (from.Y + (double)to.Y) / 2);
    }

    private static bool[] LongestEdges(double[] lengths, int count)
    {
        bool[] chosen = new bool[lengths.Length];
        int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(i => lengths[i]).ThenBy(i => i)];
        for (int i = 0; i < count; i++)
            chosen[order[i]] = true;
        return chosen;
    }

    // The displacement, as a part of the edge, that makes edges longer by a factor: with displacements of t times
    // the edge, t evenly between reach/2 and reach, a step is sqrt(1 + 4t²) longer, near 1 + 2t² − 2t⁴ on average.
    private static double Reach(double growth)
    {
        double square = (Math.Max(growth, 1.0001) - 1) * 6 / 7;
        square *= 1 + (1.1 * square);
        return Math.Min(0.6, Math.Sqrt(square));
    }

    // Bisection: the platform's power function may differ in its last bit from one machine to the next.
    private static double Root(double ratio, int degree)
    {
        double low = 1;
        double high = 2;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            double power = 1;
            for (int k = 0; k < degree; k++)
                power *= middle;
            if (power < ratio)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
