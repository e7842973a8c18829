using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>What roads bring: the border that is reached in time with them and without. What is without is counted once.</summary>
internal sealed class ResponseGains(Plan plan, double minutes, RoadNetworkOptions roads, FacilityFilter facilities)
{
    private double? _before;

    /// <summary>An id that no road of the plan has.</summary>
    internal FeatureId FreeId
    {
        get
        {
            int number = 1;
            while (plan.PatrolRoads.Any(road => string.Equals(road.Id.Text, $"new-{number}", StringComparison.Ordinal)))
                number++;
            return FeatureId.Of($"new-{number}");
        }
    }

    /// <summary>What existing roads more would bring.</summary>
    internal BorderGain Of(ImmutableArray<PatrolRoad> added, double cost, CancellationToken cancellationToken)
    {
        _before ??= Covered(plan, cancellationToken);
        return new BorderGain(minutes, _before.Value, Covered(plan with { PatrolRoads = [.. plan.PatrolRoads, .. added] }, cancellationToken), cost / 1e6);
    }

    private double Covered(Plan changed, CancellationToken cancellationToken) =>
        new CoverageProblem(changed) { Model = new ResponseCoverage(minutes) { Roads = roads }, Facilities = facilities }
            .Solve(cancellationToken: cancellationToken).CoveredMetres;
}
