using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A question about a plan: which of its proposed roads brings most border within reach for what it costs?</summary>
/// <param name="Plan">The plan; the roads with a status of <see cref="Statuses"/> are ranked.</param>
/// <param name="Minutes">Within how many minutes the border is to be reached.</param>
public sealed record RoadRankingProblem(Plan Plan, double Minutes)
{
    /// <summary>The statuses of the roads that are ranked; planned where it is not said.</summary>
    public ImmutableArray<LifecycleStatus> Statuses { get; init; } = [LifecycleStatus.Planned];

    /// <summary>By which a road's cost is estimated where the plan does not give one as <c>cost</c>.</summary>
    public RoadStandard Standard { get; init; } = RoadStandard.PatrolRoad;

    /// <summary>Which existing roads there are, and how all roads are driven.</summary>
    public RoadNetworkOptions Roads { get; init; } = RoadNetworkOptions.Default;

    /// <summary>The facilities that respond; the model's own kinds where it is not said.</summary>
    public FacilityFilter Facilities { get; init; } = FacilityFilter.Default;

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above 0 and at most a day.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public RoadRankingReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        PatrolRoad[] proposed = [.. Plan.PatrolRoads.Where(road => Statuses.Contains(road.Status) && !road.Geometry.IsEmpty)];
        Plan existing = Plan with { PatrolRoads = [.. Plan.PatrolRoads.Where(road => !Statuses.Contains(road.Status))] };
        var gains = new ResponseGains(existing, Minutes, Roads, Facilities);
        var alone = new List<RankedRoad>();
        foreach (PatrolRoad road in proposed)
        {
            (double metres, double estimate) = Estimate(road);
            double? given = CostOf(road);
            alone.Add(new RankedRoad(road, metres, given ?? estimate, given is null, gains.Of([road], given ?? estimate, cancellationToken), 0));
            progress?.Report(alone.Count / (2.0 * proposed.Length));
        }

        RankedRoad[] order = [.. alone.OrderByDescending(road => road.Alone.GainedKilometresPerMillion)
            .ThenByDescending(road => road.Alone.GainedMetres).ThenBy(road => road.Cost)];
        double before = gains.Of([], 0, cancellationToken).BeforeMetres;
        for (int i = 0; i < order.Length; i++)
        {
            double together = gains.Of([.. order.Take(i + 1).Select(ranked => ranked.Road)], 0, cancellationToken).GainedMetres;
            order[i] = order[i] with { GainedInOrderMetres = together };
            progress?.Report(0.5 + ((i + 1) / (2.0 * order.Length)));
        }

        progress?.Report(1);
        return new RoadRankingReport
        {
            Problem = this,
            BeforeMetres = before,
            BorderMetres = BorderLine.Of(Plan).LengthMetres,
            Roads = [.. order],
            Reasons = order.Length > 0 ? [] : [new RoadRemark.NothingToRank(Statuses)],
            Remarks = gains.Remarks,
        };
    }

    private static double? CostOf(PatrolRoad road)
    {
        double cost = road.AllProperties()[PropertyNames.Cost].Number;
        return cost > 0 ? cost : null;
    }

    private (double Metres, double Cost) Estimate(PatrolRoad road)
    {
        ElevationSurface surface = ElevationSurface.Of(Plan);
        double metres = 0, cost = 0;
        for (int part = 0; part < road.Geometry.NumGeometries; part++)
        {
            GeoPoint[] line = [.. road.Geometry.GetGeometryN(part).Coordinates.Select(place => new GeoPoint(place.X, place.Y))];
            for (int i = 1; i < line.Length; i++)
            {
                GeodesicLine edge = Geodesic.Inverse(line[i - 1], line[i]);
                metres += edge.DistanceMetres;
                cost += GroundSlope.CostOfEdge(surface, Standard, line[i - 1], edge);
            }
        }

        return (metres, cost);
    }
}
