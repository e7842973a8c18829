using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Scene;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A patrol round, ready to be drawn; or why there is none.</summary>
/// <param name="Round">The round; none where the question is wrong.</param>
/// <param name="Faults">What is wrong with the question, or why there is no round.</param>
/// <param name="Drives">The ways by road, in web-Mercator metres, x before y.</param>
/// <param name="Walks">The ways on foot.</param>
/// <param name="Plates">Where the numbers of the stops stand, with those numbers.</param>
/// <param name="Took">How long it took.</param>
public sealed record RoundAnswer(
    PatrolRound? Round,
    ImmutableArray<RoundFault> Faults,
    ImmutableArray<double[]> Drives,
    ImmutableArray<double[]> Walks,
    ImmutableArray<(GeoPoint Place, string Numbers)> Plates,
    TimeSpan Took)
{
    /// <summary>Looks for it.</summary>
    public static RoundAnswer Of(RoundAsked asked, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var clock = Stopwatch.StartNew();
        Plan plan = asked.Plan;
        RoadNetwork network = RoadNetwork.Of(plan, asked.Response.Roads, stop).Without(plan, asked.Response.Closure);
        PlanFeature[] stops = [.. asked.Own.Stops.Select(text => PlanNames.Find(plan, text)).OfType<PlanFeature>()];
        var problem = new PatrolRoundProblem(network, (Facility)PlanNames.Find(plan, asked.Own.Base)!)
        {
            Facilities = [.. stops.OfType<Facility>()],
            Roads = [.. stops.OfType<PatrolRoad>().Select(road => road.Id)],
            ShiftMinutes = asked.Own.ShiftMinutes,
            StayMinutes = asked.Own.StayMinutes,
        };
        ImmutableArray<RoundFault> wrong = problem.Check();
        if (!wrong.IsEmpty)
            return new RoundAnswer(null, wrong, [], [], [], clock.Elapsed);
        PatrolRound round = problem.Solve(stop);
        return new RoundAnswer(
            round,
            round.Fault is { } fault ? [fault] : [],
            [.. round.Legs.Where(leg => !leg.IsOnFoot).Select(leg => BorderPieces.Projected(leg.Shape))],
            [.. round.Legs.Where(leg => leg.IsOnFoot).Select(leg => BorderPieces.Projected(leg.Shape))],
            [.. PlatesOf(round)],
            clock.Elapsed);
    }

    // A road that is come by more than once has all its numbers on one plate.
    private static IEnumerable<(GeoPoint Place, string Numbers)> PlatesOf(PatrolRound round) => round.Stops
        .Select((stop, i) => (Stop: stop, Number: i + 1))
        .GroupBy(found => found.Stop)
        .Select(found => (PlaceOf(found.Key), string.Join(" · ", found.Select(one => Quantities.English.Count(one.Number)))));

    private static GeoPoint PlaceOf(PlanFeature stop)
    {
        Coordinate at = stop is Facility facility ? facility.Location : Middle(stop.Geometry);
        return new GeoPoint(at.X, at.Y);
    }

    private static Coordinate Middle(Geometry line)
    {
        var along = new LengthIndexedLine(line);
        return along.ExtractPoint((along.StartIndex + along.EndIndex) / 2);
    }
}
