using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>What roads bring: the border that is reached in time with them and without. What is without is counted once.</summary>
internal sealed class ResponseGains(Plan plan, double minutes, RoadNetworkOptions roads, FacilityFilter facilities)
{
    private double? _before;

    /// <summary>Why nothing can be gained; none where something can.</summary>
    internal ImmutableArray<RoadRemark> Remarks
    {
        get
        {
            var remarks = ImmutableArray.CreateBuilder<RoadRemark>();
            if (BorderLine.Of(plan).LengthMetres <= 0)
                remarks.Add(new RoadRemark.NoBorder());
            if (new ResponseCoverage(minutes).Participants(facilities).Select(plan).IsEmpty)
                remarks.Add(new RoadRemark.NobodyResponds());
            return remarks.ToImmutable();
        }
    }

    /// <summary>What more roads would bring, as if they existed.</summary>
    internal BorderGain Of(ImmutableArray<PatrolRoad> added, double cost, CancellationToken cancellationToken)
    {
        _before ??= Covered(plan, cancellationToken);
        return new BorderGain(minutes, _before.Value, Covered(plan with { PatrolRoads = [.. plan.PatrolRoads, .. added.Select(InService)] }, cancellationToken), cost / 1e6);
    }

    // Whatever the statuses and the year by which existing roads take part.
    private PatrolRoad InService(PatrolRoad road) => road with
    {
        Status = roads.Statuses.IsDefaultOrEmpty || roads.Statuses.Contains(LifecycleStatus.Existing) ? LifecycleStatus.Existing : roads.Statuses[0],
        InServiceFrom = roads.Year is { } year ? ServiceDate.OfYear(year) : null,
    };

    private double Covered(Plan changed, CancellationToken cancellationToken) =>
        new CoverageProblem(changed) { Model = new ResponseCoverage(minutes) { Roads = roads }, Facilities = facilities }
            .Solve(cancellationToken: cancellationToken).CoveredMetres;
}
