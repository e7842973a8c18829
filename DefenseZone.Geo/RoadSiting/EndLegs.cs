using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A straight piece of road between an end and a sample of the grid near by.</summary>
/// <param name="Node">The sample.</param>
/// <param name="Cost">What the piece costs; infinite where it may not be built, whatever its grade.</param>
/// <param name="WorstGrade">The steepest of its pieces of about one cell.</param>
/// <param name="Place">The end.</param>
internal readonly record struct EndLeg(int Node, double Cost, double WorstGrade, GeoPoint Place);

/// <summary>How an end of the road, which lies anywhere, joins the samples of the grid.</summary>
internal static class EndLegs
{
    // Closer than this an end and a sample are one place.
    private const double SamePlaceMetres = 0.01;

    /// <summary>The legs of one place: to the samples within two cells.</summary>
    internal static List<EndLeg> Of(GroundCosts ground, GeoPoint place)
    {
        var legs = new List<EndLeg>();
        AddAround(ground, place, 1, legs.Add);
        return legs;
    }

    /// <summary>The legs of every place of a network in the window, the cheapest of each sample that keeps a grade, and the flattest of all.</summary>
    internal static List<EndLeg> Of(GroundCosts ground, RoadNetwork network, double maximumGrade, CancellationToken cancellationToken)
    {
        var cheapest = new Dictionary<int, EndLeg>();
        SitingGrid grid = ground.Grid;
        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (network.IsClosed(edge))
                continue;
            GeoPoint[] shape = [.. network.Shape(edge)];
            for (int i = 1; i < shape.Length; i++)
            {
                (double ac, double ar) = grid.Frame.Locate(shape[i - 1]);
                (double bc, double br) = grid.Frame.Locate(shape[i]);
                if (!double.IsFinite(ac + ar + bc + br) || Beside(ac, bc, grid.Columns) || Beside(ar, br, grid.Rows))
                    continue;
                int pieces = Math.Max(1, (int)Math.Ceiling(2 * Math.Max(Math.Abs(bc - ac), Math.Abs(br - ar))));
                for (int k = i == 1 ? 0 : 1; k <= pieces; k++)
                {
                    double share = (double)k / pieces;
                    AddAround(ground, Between(shape[i - 1], shape[i], share), 0, leg => Keep(cheapest, leg, maximumGrade));
                }
            }
        }

        return [.. cheapest.OrderBy(entry => entry.Key).Select(entry => entry.Value)];
    }

    // On the line that the road was drawn as.
    private static GeoPoint Between(GeoPoint from, GeoPoint to, double share)
    {
        double across = to.LongitudeDegrees - from.LongitudeDegrees;
        if (share is 0 or 1 || Math.Abs(across) > 180)
            return share < 0.5 ? from : to;
        return new GeoPoint(from.LongitudeDegrees + (across * share), from.LatitudeDegrees + ((to.LatitudeDegrees - from.LatitudeDegrees) * share));
    }

    private static void Keep(Dictionary<int, EndLeg> legs, EndLeg leg, double maximumGrade)
    {
        if (!legs.TryGetValue(leg.Node, out EndLeg known) || IsBetter(leg, known, maximumGrade))
            legs[leg.Node] = leg;
    }

    private static bool IsBetter(EndLeg leg, EndLeg known, double maximumGrade) =>
        (leg.WorstGrade <= maximumGrade, known.WorstGrade <= maximumGrade) switch
        {
            (true, true) => leg.Cost < known.Cost,
            (false, false) => leg.WorstGrade < known.WorstGrade,
            (bool keeps, _) => keeps,
        };

    private static bool Beside(double a, double b, int count) => Math.Max(a, b) < 0 || Math.Min(a, b) > count - 1;

    private static void AddAround(GroundCosts ground, GeoPoint place, int margin, Action<EndLeg> add)
    {
        SitingGrid grid = ground.Grid;
        (double column, double row) = grid.Frame.Locate(place);
        if (!double.IsFinite(column + row))
            return;
        int west = (int)Math.Floor(column) - margin, north = (int)Math.Floor(row) - margin;
        for (int r = north; r <= north + 1 + (2 * margin); r++)
        {
            for (int c = west; c <= west + 1 + (2 * margin); c++)
            {
                if ((uint)c < (uint)grid.Columns && (uint)r < (uint)grid.Rows && Measure(ground, place, column, row, c, r) is { } leg)
                    add(leg);
            }
        }
    }

    private static EndLeg? Measure(GroundCosts ground, GeoPoint place, double column, double row, int c, int r)
    {
        SitingGrid grid = ground.Grid;
        double metres = grid.Metres(column, row, c, r), perMetre = 0, worst = 0;
        foreach (CellShare cell in GridSegment.Cells(column, row, c, r))
        {
            if ((uint)cell.Column >= (uint)grid.Columns || (uint)cell.Row >= (uint)grid.Rows)
                return null;
            perMetre += cell.Share * ground.PerMetre[grid.Node(cell.Column, cell.Row)];
        }

        double before = grid.Elevation(column, row);
        int pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(c - column), Math.Abs(r - row))));
        for (int i = 1; i <= pieces && metres > SamePlaceMetres; i++)
        {
            double share = (double)i / pieces, here = grid.Elevation(column + ((c - column) * share), row + ((r - row) * share));
            worst = Math.Max(worst, Math.Abs(here - before) * pieces / metres);
            before = here;
        }

        return double.IsFinite(perMetre) && double.IsFinite(worst)
            ? new EndLeg(grid.Node(c, r), perMetre * metres, worst, place)
            : null;
    }
}
