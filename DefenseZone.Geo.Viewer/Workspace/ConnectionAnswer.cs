using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is asked of a connection of all parts of the network, compared by value.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">The facilities that are to be joined, where only the parts with some are.</param>
/// <param name="Roads">Which roads there are.</param>
/// <param name="GradePercent">The steepest that a new road may be, in per cent.</param>
/// <param name="AvoidHazards">Whether new roads keep out of hazard areas of every kind.</param>
/// <param name="OnlyWithFacilities">Whether only the parts with facilities are joined.</param>
/// <param name="Straight">Whether links are straight, whatever the terrain.</param>
public sealed record ConnectionAsked(
    Plan Plan, FacilityFilter Who, RoadNetworkOptions Roads, double GradePercent, bool AvoidHazards, bool OnlyWithFacilities, bool Straight)
{
    /// <summary>The problem that it poses.</summary>
    public RoadConnectionProblem Problem => new(Plan)
    {
        Standard = RoadStandard.PatrolRoad with { MaximumGrade = GradePercent / 100 },
        Obstacles = RoadObstacles.Default with { ForbiddenHazards = AvoidHazards ? [RoadObstacles.EveryKind] : [] },
        Roads = Roads,
        Facilities = Who,
        OnlyWithFacilities = OnlyWithFacilities,
        OnTerrain = !Straight,
    };
}

/// <summary>The roads that join a network, ready to be drawn.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Report">The answer.</param>
/// <param name="Lines">Each new road in web-Mercator metres, x before y.</param>
/// <param name="Islands">The existing roads that do not hang together with the longest part.</param>
/// <param name="Took">How long it took.</param>
public sealed record ConnectionAnswer(
    ConnectionAsked Asked, RoadConnectionReport Report, ImmutableArray<double[]> Lines, ImmutableArray<double[]> Islands, TimeSpan Took)
{
    /// <summary>Looks for them.</summary>
    public static ConnectionAnswer Of(ConnectionAsked asked, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var clock = Stopwatch.StartNew();
        RoadConnectionReport report = asked.Problem.Solve(progress, stop);
        RoadNetwork network = RoadNetwork.Of(asked.Plan, asked.Roads, stop);
        return new ConnectionAnswer(
            asked,
            report,
            [.. report.Links.Select(link => BorderPieces.Projected(link.Road is { } road ? [.. road.Profile.Select(point => point.Place)] : [link.From, link.To]))],
            [.. Enumerable.Range(0, network.EdgeCount).Where(edge => network.ComponentOf(network.Edge(edge).From) > 0).Select(edge => BorderPieces.Projected(network.Shape(edge)))],
            clock.Elapsed);
    }
}
