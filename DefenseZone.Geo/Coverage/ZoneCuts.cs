using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Where zone edges cross or touch the border, both straight in degrees. A place is the number of its border edge and the
/// share of it that lies before the place, in one number: 7.25 is a quarter along the edge from vertex 7 to vertex 8.
/// Tolerant to a tenth of a millimetre: a place too many is only asked about for nothing, one too few would carry
/// one zone into the next.
/// </summary>
internal sealed class ZoneCuts(BorderVertices vertices, BorderRuns runs)
{
    private const double TouchDegrees = 1e-9;
    private const double TouchShare = 1e-9;
    private const int Eight = BorderRuns.Eight;

    /// <summary>Where the border leaves the range of longitudes at one end and goes on at the other.</summary>
    internal double[] OverAntimeridian()
    {
        var places = new List<double>();
        foreach (int edge in runs.OverAntimeridian)
        {
            double ax = vertices.Longitudes[edge], bx = vertices.Longitudes[edge + 1];
            double unwrapped = bx + Math.CopySign(360, ax);
            places.Add(edge + Math.Clamp((Math.CopySign(180, ax) - ax) / (unwrapped - ax), 0, 1));
        }

        return places.ToArray();
    }

    /// <summary>The places where the rings of a zone meet the border, in any order and some of them twice.</summary>
    internal List<double> Find(ZoneRings zone)
    {
        var places = new List<double>();
        foreach (double[] ring in zone.Rings)
        {
            int edges = (ring.Length / 2) - 1;
            for (int first = 0; first < edges; first += Eight)
                Find(ring.AsSpan(2 * first, 2 * (Math.Min(Eight, edges - first) + 1)), places);
        }

        return places;
    }

    // Most of a zone is far from the border, which one look at some of its edges tells.
    private void Find(ReadOnlySpan<double> positions, List<double> places)
    {
        if (runs.AreNone(BoxGrid.Box.Around(positions)))
            return;
        for (int i = 3; i < positions.Length; i += 2)
            Find(new Edge(positions[i - 3], positions[i - 2], positions[i - 1], positions[i]), places);
    }

    private void Find(in Edge edge, List<double> places)
    {
        BoxGrid.Box box = BoxGrid.Box.Around(edge.AX, edge.AY, edge.BX, edge.BY);
        BoxGrid.CellRange cells = runs.CellsOf(in box);
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                foreach (int run in runs.RunsIn(column, row))
                {
                    if (runs.BoxOf(run).Meets(in box))
                        FindIn(run, in edge, in box, places);
                }
            }
        }
    }

    private void FindIn(int run, in Edge edge, in BoxGrid.Box box, List<double> places)
    {
        int first = run * Eight;
        uint met = (uint)(
            Vector512.LessThanOrEqual(Load(runs.West, first), Vector512.Create(box.East))
            & Vector512.GreaterThanOrEqual(Load(runs.East, first), Vector512.Create(box.West))
            & Vector512.LessThanOrEqual(Load(runs.South, first), Vector512.Create(box.North))
            & Vector512.GreaterThanOrEqual(Load(runs.North, first), Vector512.Create(box.South))).ExtractMostSignificantBits();
        for (; met != 0; met &= met - 1)
            FindAmongEight((first + BitOperations.TrailingZeroCount(met)) * Eight, in edge, places);
    }

    private void FindAmongEight(int firstEdge, in Edge edge, List<double> places)
    {
        if (firstEdge + Eight >= vertices.Count)
        {
            for (int i = firstEdge; i + 1 < vertices.Count; i++)
                FindOn(i, in edge, places);
            return;
        }

        Vector512<double> ax = Load(vertices.Longitudes, firstEdge), ay = Load(vertices.Latitudes, firstEdge);
        Vector512<double> bx = Load(vertices.Longitudes, firstEdge + 1), by = Load(vertices.Latitudes, firstEdge + 1);
        Vector512<double> dx = bx - ax, dy = by - ay;

        // The sum of its sides is no shorter than a line, which makes it a tolerance that needs no root.
        Vector512<double> touch = (Vector512.Abs(dx) + Vector512.Abs(dy)) * TouchDegrees;
        Vector512<double> met = Straddles(
            (dx * (Vector512.Create(edge.AY) - ay)) - (dy * (Vector512.Create(edge.AX) - ax)),
            (dx * (Vector512.Create(edge.BY) - ay)) - (dy * (Vector512.Create(edge.BX) - ax)),
            touch);
        double ex = edge.BX - edge.AX, ey = edge.BY - edge.AY;
        met &= Straddles(
            ((ay - Vector512.Create(edge.AY)) * ex) - ((ax - Vector512.Create(edge.AX)) * ey),
            ((by - Vector512.Create(edge.AY)) * ex) - ((bx - Vector512.Create(edge.AX)) * ey),
            Vector512.Create((Math.Abs(ex) + Math.Abs(ey)) * TouchDegrees));
        for (uint left = (uint)met.ExtractMostSignificantBits(); left != 0; left &= left - 1)
            FindOn(firstEdge + BitOperations.TrailingZeroCount(left), in edge, places);
    }

    // Neither both to the left nor both to the right.
    private static Vector512<double> Straddles(Vector512<double> sideOfA, Vector512<double> sideOfB, Vector512<double> touch) =>
        (Vector512.LessThanOrEqual(sideOfA, touch) | Vector512.LessThanOrEqual(sideOfB, touch))
        & (Vector512.GreaterThanOrEqual(sideOfA, -touch) | Vector512.GreaterThanOrEqual(sideOfB, -touch));

    private void FindOn(int borderEdge, in Edge edge, List<double> places)
    {
        double x = vertices.Longitudes[borderEdge], y = vertices.Latitudes[borderEdge];
        double dx = vertices.Longitudes[borderEdge + 1] - x, dy = vertices.Latitudes[borderEdge + 1] - y;
        double square = (dx * dx) + (dy * dy);
        if (square <= 0 || Math.Abs(dx) > 180 || vertices.Chainages[borderEdge + 1] <= vertices.Chainages[borderEdge])
            return;

        // Sides are in proportion to the distance from the line: positive to the left, negative to the right.
        double touch = TouchDegrees * Math.Sqrt(square);
        double sideOfA = (dx * (edge.AY - y)) - (dy * (edge.AX - x)), sideOfB = (dx * (edge.BY - y)) - (dy * (edge.BX - x));
        double alongA = (((edge.AX - x) * dx) + ((edge.AY - y) * dy)) / square;
        double alongB = (((edge.BX - x) * dx) + ((edge.BY - y) * dy)) / square;
        if (Math.Abs(sideOfA) <= touch)
            AddShare(borderEdge, alongA, places);
        if (Math.Abs(sideOfB) <= touch)
            AddShare(borderEdge, alongB, places);
        if (sideOfA > 0 != sideOfB > 0)
            AddShare(borderEdge, alongA + (sideOfA / (sideOfA - sideOfB) * (alongB - alongA)), places);
    }

    private static void AddShare(int borderEdge, double share, List<double> places)
    {
        if (share > -TouchShare && share < 1 + TouchShare)
            places.Add(borderEdge + (share > 1 - TouchShare ? 1 : Math.Max(share, 0)));
    }

    private static Vector512<double> Load(double[] from, int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)first);

    /// <summary>A zone's edge, in degrees.</summary>
    private readonly record struct Edge(double AX, double AY, double BX, double BY);
}
