using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>A question about a plan: how soon is somebody at each place of the border, and who?</summary>
/// <param name="Plan">The plan asked about.</param>
public sealed record ResponseProblem(Plan Plan)
{
    /// <summary>Those who respond where nothing is said: combat bases.</summary>
    public static ImmutableArray<FacilityKind> DefaultKinds { get; } = [FacilityKind.CombatBase];

    /// <summary>Which roads there are, and how they are driven.</summary>
    public RoadNetworkOptions Roads { get; init; } = RoadNetworkOptions.Default;

    /// <summary>What is closed.</summary>
    public RoadClosure Closure { get; init; } = RoadClosure.None;

    /// <summary>Who responds; where it names no kinds, combat bases do.</summary>
    public FacilityFilter Facilities { get; init; } = FacilityFilter.Default;

    /// <summary>Answers the question.</summary>
    /// <exception cref="ArgumentException">The closure names a road or a kind of hazard that is not in the plan.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ResponseReport Solve(CancellationToken cancellationToken = default)
    {
        long begin = Stopwatch.GetTimestamp();
        var network = RoadNetwork.Of(Plan, Roads, cancellationToken);
        double buildSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        begin = Stopwatch.GetTimestamp();
        network = network.Without(Plan, Closure);
        ImmutableArray<Facility> facilities = Responding().Select(Plan);
        GeoPoint[] at = [.. facilities.Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y))];
        ImmutableArray<NetworkEntry> entries = network.Entries(at);
        NetworkTimes times = network.Times([.. entries.Select(entry => entry.Source)]);
        int[] facilityOf = [.. entries.Select(entry => entry.Place)];
        double querySeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var border = BorderLine.Of(Plan);
        var accesses = new AccessSet(
            network, Enumerable.Range(0, network.EdgeCount), times.SecondsArray, times.SourcesArray, times.BeginArray, facilityOf, [.. at.Select(place => Ecef.Of(place))]);
        List<EnvelopePiece> pieces = ResponseEnvelope.Of(border, accesses, cancellationToken);
        return new ResponseReport(this, border, facilities, [.. facilities.Select(network.Join)], times, facilityOf, pieces, buildSeconds, querySeconds);
    }

    /// <summary>The filter with the kinds that respond where it names none.</summary>
    internal FacilityFilter Responding() => Facilities.Kinds.IsDefaultOrEmpty ? Facilities with { Kinds = DefaultKinds } : Facilities;
}
