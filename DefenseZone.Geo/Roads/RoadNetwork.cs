using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The roads of a plan as a graph: nodes where roads end, meet or cross at grade, edges between them with length and
/// travel time each way.
/// </summary>
/// <remarks>Immutable and safe to share between threads. How it is made is in docs/methods/roads.md.</remarks>
public sealed class RoadNetwork
{
    /// <summary>How it was made.</summary>
    public RoadNetworkOptions Options => throw new NotSupportedException();

    /// <summary>The roads that took part, in the plan's order; edges name them by their index here.</summary>
    public ImmutableArray<PatrolRoad> Roads => throw new NotSupportedException();

    /// <summary>What was snapped, split, left dangling and left out.</summary>
    public RoadNetworkReport Report => throw new NotSupportedException();

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => throw new NotSupportedException();

    /// <summary>How many edges there are.</summary>
    public int EdgeCount => throw new NotSupportedException();

    /// <summary>How many components there are: sets of nodes that roads join, whichever way they may be driven.</summary>
    public int ComponentCount => throw new NotSupportedException();

    /// <summary>The network of a plan. Built once for a set of roads and the same options, however many copies of the plan share them.</summary>
    public static RoadNetwork Of(Plan plan, RoadNetworkOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Where a node is.</summary>
    public GeoPoint Node(int node) => throw new NotSupportedException();

    /// <summary>An edge.</summary>
    public RoadEdge Edge(int edge) => throw new NotSupportedException();

    /// <summary>The edges that begin or end at a node; a loop is there twice.</summary>
    public ReadOnlySpan<int> EdgesAt(int node) => throw new NotSupportedException();

    /// <summary>The shape of an edge, from its beginning to its end.</summary>
    public ImmutableArray<GeoPoint> Shape(int edge) => throw new NotSupportedException();

    /// <summary>The component of a node, 0 for the longest, then by falling length.</summary>
    public int ComponentOf(int node) => throw new NotSupportedException();

    /// <summary>The nearest place of the network that is not closed; none where there is none within that distance.</summary>
    public NetworkPoint? Nearest(GeoPoint place, double withinMetres = double.PositiveInfinity) => throw new NotSupportedException();

    /// <summary>The same network with roads taken out: their edges stay, with infinite times.</summary>
    public RoadNetwork Without(Plan plan, RoadClosure closure) => throw new NotSupportedException();

    /// <summary>The shortest times from places (or, backwards, to them) to every node.</summary>
    public NetworkTimes Times(ReadOnlySpan<NetworkSource> sources, double limitSeconds = double.PositiveInfinity) => throw new NotSupportedException();
}

/// <summary>Where travel begins, and when.</summary>
/// <param name="Point">The place on the network.</param>
/// <param name="Seconds">The time already spent there, such as the walk to the road.</param>
public readonly record struct NetworkSource(NetworkPoint Point, double Seconds);

/// <summary>The shortest time to every node, and from which source.</summary>
public sealed class NetworkTimes
{
    /// <summary>The seconds to each node; infinite where it is not reached.</summary>
    public ReadOnlySpan<double> Seconds => throw new NotSupportedException();

    /// <summary>The index of the source that is first at each node; −1 where it is not reached.</summary>
    public ReadOnlySpan<int> Sources => throw new NotSupportedException();
}
