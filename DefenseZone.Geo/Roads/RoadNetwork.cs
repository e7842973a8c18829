using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The roads of a plan as a graph: nodes where roads end, meet or cross at grade, edges between them with length and
/// travel time each way.
/// </summary>
/// <remarks>
/// Immutable and safe to share between threads. Lengths are on the ellipsoid, good to 1e-9 of themselves. Nodes and edges
/// have numbers of their own, in an order that keeps neighbours together. How it is made is in docs/methods/roads.md.
/// </remarks>
public sealed class RoadNetwork
{
    private const int MostNetworksOfAPlan = 8;

    // Keyed by the roads' own array, which every copy of a plan shares until its roads are changed.
    private static readonly ConditionalWeakTable<PatrolRoad[], List<RoadNetwork>> Cache = [];

    private RoadNetwork(RoadGraph graph, NetworkWeights weights, RoadNetworkOptions options, RoadNetworkReport report, double offRoadMetresPerSecond, bool[]? closed)
    {
        Graph = graph;
        Weights = weights;
        Options = options;
        Report = report;
        OffRoadMetresPerSecond = offRoadMetresPerSecond;
        Closed = closed;
    }

    /// <summary>How it was made.</summary>
    public RoadNetworkOptions Options { get; }

    /// <summary>The roads that took part, in the plan's order; edges name them by their index here.</summary>
    public ImmutableArray<PatrolRoad> Roads => Graph.Roads;

    /// <summary>What was snapped, split, left dangling and left out.</summary>
    public RoadNetworkReport Report { get; }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => Graph.NodeCount;

    /// <summary>How many edges there are.</summary>
    public int EdgeCount => Graph.EdgeCount;

    /// <summary>How many components there are: sets of nodes that roads join, whichever way they may be driven. Closures do not count here.</summary>
    public int ComponentCount => Graph.ComponentMetres.Length;

    /// <summary>The length of all roads, in metres; what is drawn twice counts once.</summary>
    public double LengthMetres => Graph.ComponentMetres.Sum();

    /// <summary>
    /// The one speed, in metres a second, at which people walk off the roads: that on level ground, or where a plan has ground
    /// and a border the median of Tobler's speeds straight over it along the border. It does not depend on the roads.
    /// </summary>
    public double OffRoadMetresPerSecond { get; }

    /// <summary>True where something is closed.</summary>
    public bool HasClosures => Closed is not null;

    internal RoadGraph Graph { get; }

    internal NetworkWeights Weights { get; }

    /// <summary>Which edges are closed; none where none is.</summary>
    internal bool[]? Closed { get; }

    /// <summary>The network of a plan. Built once for a set of roads and the same options, however many copies of the plan share them.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RoadNetwork Of(Plan plan, RoadNetworkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options = (options ?? RoadNetworkOptions.Default).Over(plan);
        PatrolRoad[]? key = ImmutableCollectionsMarshal.AsArray(plan.PatrolRoads);
        if (key is null)
            return Build([], options, cancellationToken);
        List<RoadNetwork> built = Cache.GetValue(key, static _ => []);
        lock (built)
        {
            RoadNetwork? found = built.Find(network => network.Options.Equals(options));
            if (found is not null)
                return found;
            RoadNetwork network = Build(plan.PatrolRoads, options, cancellationToken);
            if (built.Count == MostNetworksOfAPlan)
                built.RemoveAt(0);
            built.Add(network);
            return network;
        }
    }

    /// <summary>The network of these roads, built anew; over the ground of the options, not that of any plan.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RoadNetwork Build(ImmutableArray<PatrolRoad> roads, RoadNetworkOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<PatrolRoad> admitted = [.. roads.Where(options.Admits)];
        (RoadGraph graph, RoadNetworkReport report) = RoadNoding.Of(admitted, roads.Length - admitted.Length, options, cancellationToken);
        (double[] forward, double[] backward) = EdgeSeconds.Of(graph, options, cancellationToken);
        double offRoad = (options.OffRoadKmh / 3.6) ?? options.WalkingMetresPerSecond;
        return new RoadNetwork(graph, new NetworkWeights(graph, forward, backward), options, report, offRoad, closed: null);
    }

    /// <summary>Where a node is.</summary>
    public GeoPoint Node(int node) => new(Graph.NodeLongitudes[node], Graph.NodeLatitudes[node]);

    /// <summary>An edge.</summary>
    public RoadEdge Edge(int edge) => new(
        Graph.RoadOf[edge], Graph.From[edge], Graph.To[edge], Graph.Lengths[edge], Weights.Forward(edge), Weights.Backward(edge));

    /// <summary>The edges that begin or end at a node; a loop is there twice.</summary>
    public ReadOnlySpan<int> EdgesAt(int node) => Graph.Incident.AsSpan(Graph.First[node]..Graph.First[node + 1]);

    /// <summary>The shape of an edge, from its beginning to its end; longitudes jump where it crosses the antimeridian.</summary>
    public ImmutableArray<GeoPoint> Shape(int edge)
    {
        int first = Graph.ShapeStarts[edge];
        var points = new GeoPoint[Graph.ShapeStarts[edge + 1] - first];
        for (int i = 0; i < points.Length; i++)
            points[i] = new GeoPoint(Graph.Longitudes[first + i], Graph.Latitudes[first + i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(points);
    }

    /// <summary>The place at a share of an edge's length.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="fraction">0 for its beginning to 1 for its end.</param>
    public GeoPoint PointAt(int edge, double fraction) => Graph.PointAt(edge, fraction);

    /// <summary>The component of a node: 0 for the one with the most metres of road, then by falling length.</summary>
    public int ComponentOf(int node) => Graph.Components[node];

    /// <summary>The metres of road of a component; what is drawn twice counts once.</summary>
    public double ComponentLengthMetres(int component) => Graph.ComponentMetres[component];

    /// <summary>True where an edge is closed.</summary>
    public bool IsClosed(int edge) => Closed is not null && Closed[edge];

    /// <summary>The nearest place of the network that is not closed; none where there is none within that distance.</summary>
    /// <param name="place">The place that joins.</param>
    /// <param name="withinMetres">How far to look.</param>
    /// <param name="component">The component that is looked at; all of them where none is given.</param>
    public NetworkPoint? Nearest(GeoPoint place, double withinMetres = double.PositiveInfinity, int? component = null)
    {
        if (EdgeCount == 0)
            return null;
        (int edge, double along, double _) = Graph.Places.Nearest(
            place, withinMetres, edge => !IsClosed(edge) && (component is not { } wanted || Graph.Components[Graph.From[edge]] == wanted));
        if (edge < 0)
            return null;
        double length = Graph.Lengths[edge];
        double fraction = length > 0 ? Math.Clamp(along / length, 0, 1) : 0;
        GeoPoint on = Graph.PointAt(edge, fraction);
        double metres = Geodesic.Inverse(place, on).DistanceMetres;
        return new NetworkPoint(edge, fraction, on, metres, Ecef.Of(place).DistanceMetresTo(Ecef.Of(on)) / OffRoadMetresPerSecond);
    }

    /// <summary>The place of the open roads that is nearest to a facility; none where there is no open road at all.</summary>
    public NetworkPoint? Join(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        Coordinate location = facility.Location;
        return double.IsNaN(location.X) ? null : Nearest(new GeoPoint(location.X, location.Y));
    }

    /// <summary>The same network with roads taken out: closed edges stay, with infinite times. Costs a few passes over the edges.</summary>
    /// <param name="plan">The plan, for its hazard areas.</param>
    /// <param name="closure">What is closed.</param>
    /// <exception cref="ArgumentException">A road, a kind of hazard or a season is not in the plan; all that are not are named.</exception>
    public RoadNetwork Without(Plan plan, RoadClosure closure)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(closure);
        if (closure.IsNone)
            return this;
        return WithClosed(ClosedEdges.Of(this, plan, closure));
    }

    /// <summary>The same network with edges taken out, besides those that are closed already.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edge.</exception>
    public RoadNetwork WithoutEdges(params ReadOnlySpan<int> edges)
    {
        foreach (int edge in edges)
        {
            if (edge < 0 || edge >= EdgeCount)
                throw new ArgumentOutOfRangeException(nameof(edges), edge, $"Edges have the numbers 0 to {EdgeCount - 1}.");
        }

        return WithClosed([.. edges]);
    }

    /// <summary>
    /// Where it is worth coming onto the roads on foot, from any of some places, so that every point of them is reached in the
    /// least time; first the open road that is nearest to each place. None where there is no open road.
    /// </summary>
    /// <param name="places">Where one starts.</param>
    public ImmutableArray<NetworkEntry> Entries(params ReadOnlySpan<GeoPoint> places)
    {
        var entries = ImmutableArray.CreateBuilder<NetworkEntry>();
        var from = new Ecef[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            from[i] = Ecef.Of(places[i]);
            if (!double.IsNaN(places[i].LongitudeDegrees) && Nearest(places[i]) is { } near)
                entries.Add(new NetworkEntry(i, new NetworkSource(near, near.WalkSeconds)));
        }

        if (entries.Count == 0)
            return [];
        NetworkSource[] first = [.. entries.Select(entry => entry.Source)];
        entries.AddRange(RoadEntries.Of(this, from, double.PositiveInfinity, Times(first).SecondsArray, first, isEverywhere: true));
        return entries.DrainToImmutable();
    }

    /// <summary>The shortest times from places to every node: from whichever is first there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A source is not on the network, or its time is negative or not finite.</exception>
    public NetworkTimes Times(params ReadOnlySpan<NetworkSource> sources)
    {
        var seconds = new double[NodeCount];
        var labels = new int[NodeCount];
        seconds.AsSpan().Fill(double.PositiveInfinity);
        labels.AsSpan().Fill(-1);
        var seeds = new List<int>(sources.Length * 2);
        for (int i = 0; i < sources.Length; i++)
        {
            NetworkSource source = sources[i];
            int edge = source.Point.Edge;
            if (edge < 0 || edge >= EdgeCount || !(source.Point.Fraction >= 0 && source.Point.Fraction <= 1))
                throw new ArgumentOutOfRangeException(nameof(sources), edge, $"Source {i} is not on the network.");
            if (!(source.Seconds >= 0) || double.IsInfinity(source.Seconds))
                throw new ArgumentOutOfRangeException(nameof(sources), source.Seconds, $"Source {i} begins at a time of 0 seconds or more.");
            Seed(Graph.To[edge], source.Seconds + NetworkTimes.Share(1 - source.Point.Fraction, Weights.Forward(edge)), i);
            Seed(Graph.From[edge], source.Seconds + NetworkTimes.Share(source.Point.Fraction, Weights.Backward(edge)), i);
        }

        SkeletonSearch.Run(Graph, Weights, seeds, seconds, labels);
        return new NetworkTimes(this, seconds, labels, sources.ToArray());

        void Seed(int node, double time, int source)
        {
            if (!(time < seconds[node]))
                return;
            seconds[node] = time;
            labels[node] = source;
            seeds.Add(node);
        }
    }

    private RoadNetwork WithClosed(List<int> edges)
    {
        if (edges.Count == 0)
            return this;
        bool[] closed = Closed is null ? new bool[EdgeCount] : (bool[])Closed.Clone();
        foreach (int edge in edges)
            closed[edge] = true;
        return new RoadNetwork(Graph, Weights.Without(Graph.Skeleton, edges), Options, Report, OffRoadMetresPerSecond, closed);
    }
}
