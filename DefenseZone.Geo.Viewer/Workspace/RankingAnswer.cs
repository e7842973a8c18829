using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is asked of a ranking of proposed roads, compared by value.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">Who responds.</param>
/// <param name="Roads">Which roads there are, and how they are driven.</param>
/// <param name="Minutes">Within how many minutes the border should be reached.</param>
/// <param name="UnderConstruction">Whether roads under construction are ranked too, and not only the planned ones.</param>
public sealed record RankingAsked(Plan Plan, FacilityFilter Who, RoadNetworkOptions Roads, double Minutes, bool UnderConstruction)
{
    /// <summary>The problem that it poses.</summary>
    public RoadRankingProblem Problem => new(Plan, Minutes)
    {
        Roads = Roads,
        Facilities = Who,
        Statuses = UnderConstruction ? [LifecycleStatus.Planned, LifecycleStatus.UnderConstruction] : [LifecycleStatus.Planned],
    };
}

/// <summary>Proposed roads by rank, ready to be drawn.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Report">The answer.</param>
/// <param name="Lines">The lines of each road, by rank.</param>
/// <param name="Took">How long it took.</param>
public sealed record RankingAnswer(RankingAsked Asked, RoadRankingReport Report, ImmutableArray<ImmutableArray<double[]>> Lines, TimeSpan Took)
{
    /// <summary>Ranks them.</summary>
    public static RankingAnswer Of(RankingAsked asked, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var clock = Stopwatch.StartNew();
        RoadRankingReport report = asked.Problem.Solve(progress, stop);
        return new RankingAnswer(
            asked,
            report,
            [.. report.Roads.Select(ranked => PlanShapes.Shapes(ranked.Road, 0).Select(shape => shape.Parts[0]).ToImmutableArray())],
            clock.Elapsed);
    }
}
