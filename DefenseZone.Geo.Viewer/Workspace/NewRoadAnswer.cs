using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is asked of a new road.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">Who responds.</param>
/// <param name="Roads">Which roads there are.</param>
/// <param name="Minutes">Within how many minutes the border should be reached.</param>
/// <param name="Own">The two places, the grade, how many courses.</param>
public sealed record NewRoadQuestion(Plan Plan, FacilityFilter Who, RoadNetworkOptions Roads, double Minutes, RoadsQuestion Own)
{
    /// <summary>The problem that it poses.</summary>
    /// <param name="from">Where the road begins.</param>
    /// <param name="to">Where it goes.</param>
    public RoadSitingProblem Of(RoadEnd from, RoadEnd to) => new(Plan, from, to)
    {
        Standard = RoadStandard.PatrolRoad with { MaximumGrade = Own.GradePercent / 100 },
        Obstacles = RoadObstacles.Default with { ForbiddenHazards = Own.AvoidHazards ? [RoadObstacles.EveryKind] : [] },
        Roads = Roads,
        Facilities = Who,
        Minutes = Minutes,
        Alternatives = Own.Alternatives,
    };
}

/// <summary>Courses for a new road, ready to be shown side by side.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Report">The answer.</param>
/// <param name="Lines">Each course in web-Mercator metres, x before y.</param>
/// <param name="Took">How long it took.</param>
public sealed record NewRoadAnswer(NewRoadQuestion Question, RoadSitingReport Report, ImmutableArray<double[]> Lines, TimeSpan Took)
{
    /// <summary>Looks for them.</summary>
    public static NewRoadAnswer Of(NewRoadQuestion question, RoadSitingProblem problem, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var clock = Stopwatch.StartNew();
        RoadSitingReport report = problem.Solve(progress, stop);
        return new NewRoadAnswer(question, report, [.. report.Roads.Select(road => BorderPieces.Projected([.. road.Profile.Select(point => point.Place)]))], clock.Elapsed);
    }

    /// <summary>The ground along a course.</summary>
    public static ImmutableArray<GroundPoint> Ground(SitedRoad road)
    {
        ArgumentNullException.ThrowIfNull(road);
        return [.. road.Profile.Select(point => new GroundPoint(point.ChainageMetres, point.ElevationMetres))];
    }
}
