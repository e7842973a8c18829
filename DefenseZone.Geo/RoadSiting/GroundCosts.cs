using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>What a cell is besides more or less steep.</summary>
[Flags]
internal enum GroundKinds : byte
{
    None = 0,

    /// <summary>Water, to be bridged.</summary>
    Water = 1,

    /// <summary>A hazard area.</summary>
    Hazard = 2,

    /// <summary>A forbidden area, or an edge of one.</summary>
    Forbidden = 4,

    /// <summary>A void of the terrain.</summary>
    Void = 8,
}

/// <summary>What a metre of road costs in every cell of a grid.</summary>
internal sealed class GroundCosts
{
    private GroundCosts(SitingGrid grid, RoadStandard standard)
    {
        Grid = grid;
        Standard = standard;
        Kinds = new GroundKinds[grid.Count];
        SlopeClasses = new byte[grid.Count];
        PerMetre = new float[grid.Count];
    }

    internal SitingGrid Grid { get; }

    internal RoadStandard Standard { get; }

    internal GroundKinds[] Kinds { get; }

    /// <summary>The index of the class of slope of each cell.</summary>
    internal byte[] SlopeClasses { get; }

    /// <summary>The cost of a metre in each cell; infinite where no road may go.</summary>
    internal float[] PerMetre { get; private init; }

    /// <summary>No metre costs less.</summary>
    internal double CheapestPerMetre { get; private set; }

    internal static GroundCosts Of(SitingGrid grid, Plan plan, RoadObstacles obstacles, RoadStandard standard, CancellationToken cancellationToken)
    {
        var costs = new GroundCosts(grid, standard);
        Parallel.For(0, grid.Rows, new ParallelOptions { CancellationToken = cancellationToken }, row =>
        {
            for (int column = 0; column < grid.Columns; column++)
            {
                double slope = grid.Slope(column, row);
                int node = grid.Node(column, row);
                costs.SlopeClasses[node] = (byte)standard.ClassOf(slope);
                costs.Kinds[node] = double.IsNaN(slope) ? GroundKinds.Void : GroundKinds.None;
            }
        });
        costs.Mark(obstacles.Forbidden(plan), GroundKinds.Forbidden, withEdges: true);
        costs.Mark(obstacles.Water(plan), GroundKinds.Water, withEdges: false);
        costs.Mark(obstacles.Hazards(plan), GroundKinds.Hazard, withEdges: false);
        double cheapest = double.PositiveInfinity;
        for (int node = 0; node < costs.PerMetre.Length; node++)
        {
            costs.PerMetre[node] = costs.Price(costs.Kinds[node], costs.SlopeClasses[node]);
            cheapest = Math.Min(cheapest, costs.PerMetre[node]);
        }

        costs.CheapestPerMetre = cheapest;
        return costs;
    }

    /// <summary>The same ground where some cells cost more, to find other ways.</summary>
    internal GroundCosts Dearer(float[] perMetre) => new(this)
    {
        PerMetre = perMetre,
        CheapestPerMetre = CheapestPerMetre,
    };

    private GroundCosts(GroundCosts other) =>
        (Grid, Standard, Kinds, SlopeClasses, PerMetre) = (other.Grid, other.Standard, other.Kinds, other.SlopeClasses, []);

    private float Price(GroundKinds kinds, byte slopeClass)
    {
        if (kinds.HasFlag(GroundKinds.Forbidden) || kinds.HasFlag(GroundKinds.Void))
            return float.PositiveInfinity;
        double price = kinds.HasFlag(GroundKinds.Water)
            ? Standard.WaterCostPerMetre
            : Standard.SlopeClasses[slopeClass].CostPerKilometre / 1000;
        return (float)(kinds.HasFlag(GroundKinds.Hazard) ? price * Standard.HazardFactor : price);
    }

    private void Mark(IEnumerable<PlanFeature> features, GroundKinds kind, bool withEdges)
    {
        var raster = new GridRaster(Grid.Frame);
        foreach (PlanFeature feature in features)
            raster.Mark(feature.Geometry, withEdges, (column, row) => Kinds[Grid.Node(column, row)] |= kind);
    }
}
