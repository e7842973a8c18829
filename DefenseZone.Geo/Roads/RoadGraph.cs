using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The shape of a network, whatever the times: nodes, edges, their geometry and lengths, in the order of its skeleton. Shared
/// by every closure of the same roads.
/// </summary>
internal sealed class RoadGraph
{
    // Beyond this a chord with one radius of curvature is not exact to 1e-9, and the geodesic is asked.
    private const double LongSegmentMetres = 5_000;

    private const int EdgesWorthAThread = 8192;

    private readonly Lazy<EdgeBalls> _balls;
    private readonly Lazy<EdgeTree> _tree;
    private readonly Lazy<RoadGround> _ground;
    private readonly Lazy<(int[] Of, double[] Metres)> _components;

    private RoadGraph(NetworkDraft draft, RoadLines lines, NetworkSkeleton skeleton, ImmutableArray<PatrolRoad> roads, Dictionary<FeatureId, int> roadsById)
    {
        Skeleton = skeleton;
        Roads = roads;
        int nodes = draft.NodeCount, edges = draft.EdgeCount;
        var numbers = new int[nodes];
        NodeLongitudes = new double[nodes];
        NodeLatitudes = new double[nodes];
        for (int node = 0; node < nodes; node++)
        {
            int old = skeleton.NodeOrder[node];
            numbers[old] = node;
            NodeLongitudes[node] = Angles.Wrap(draft.NodeX[old]);
            NodeLatitudes[node] = draft.NodeY[old];
        }

        From = new int[edges];
        To = new int[edges];
        RoadOf = new int[edges];
        IsLink = new bool[edges];
        ShapeStarts = new int[edges + 1];
        for (int edge = 0; edge < edges; edge++)
        {
            int old = skeleton.EdgeOrder[edge];
            From[edge] = numbers[draft.From[old]];
            To[edge] = numbers[draft.To[old]];
            RoadOf[edge] = lines.Roads[draft.Line[old]];
            IsLink[edge] = old >= draft.FirstLink;
            ShapeStarts[edge + 1] = ShapeStarts[edge] + draft.ShapeStarts[old + 1] - draft.ShapeStarts[old];
        }

        int vertices = ShapeStarts[edges];
        Longitudes = new double[vertices];
        Latitudes = new double[vertices];
        X = new double[vertices];
        Y = new double[vertices];
        Z = new double[vertices];
        Metres = new double[vertices];
        Lengths = new double[edges];
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 2, edges / EdgesWorthAThread));
        Parallel.For(0, blocks, block =>
        {
            int end = (int)((long)edges * (block + 1) / blocks);
            for (int edge = (int)((long)edges * block / blocks); edge < end; edge++)
                Measure(draft, edge);
        });
        // Needs nothing of what is made meanwhile.
        var places = Task.Run(() => new PlaceIndex(this));
        (First, Incident) = Incidence.Of(nodes, From, To);
        _components = new(() => NetworkComponents.Of(nodes, From, To, Array.ConvertAll([.. Enumerable.Range(0, edges)], Ground.Counting())));
        RoadEdges = new RoadEdges(this, roadsById);
        Places = places.GetAwaiter().GetResult();
        _balls = new(() => new EdgeBalls(this));
        _tree = new(() => new EdgeTree(this));
        _ground = new(() => new RoadGround(this));
    }

    /// <summary>The roads that took part.</summary>
    internal ImmutableArray<PatrolRoad> Roads { get; }

    internal NetworkSkeleton Skeleton { get; }

    internal double[] NodeLongitudes { get; }

    internal double[] NodeLatitudes { get; }

    internal int[] From { get; }

    internal int[] To { get; }

    internal int[] RoadOf { get; }

    /// <summary>Which edges are not drawn, but join the end of a road to another road over a gap.</summary>
    internal bool[] IsLink { get; }

    internal double[] Lengths { get; }

    /// <summary>The first vertex of each edge's shape, and at the end the number of vertices.</summary>
    internal int[] ShapeStarts { get; }

    internal double[] Longitudes { get; }

    internal double[] Latitudes { get; }

    /// <summary>Geocentric coordinates of the vertices.</summary>
    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] Z { get; }

    /// <summary>The metres along its edge of each vertex.</summary>
    internal double[] Metres { get; }

    /// <summary>Where the edges of each node begin in <see cref="Incident"/>, and at the end their number.</summary>
    internal int[] First { get; }

    internal int[] Incident { get; }

    /// <summary>The component of each node.</summary>
    internal int[] Components => _components.Value.Of;

    /// <summary>The metres of road of each component, falling.</summary>
    internal double[] ComponentMetres => _components.Value.Metres;

    internal int NodeCount => NodeLongitudes.Length;

    internal int EdgeCount => From.Length;

    /// <summary>The edges of each road.</summary>
    internal RoadEdges RoadEdges { get; }

    /// <summary>A ball around each edge.</summary>
    internal EdgeBalls Balls => _balls.Value;

    /// <summary>Which edges lie on the same ground.</summary>
    internal RoadGround Ground => _ground.Value;

    /// <summary>Boxes around the edges.</summary>
    internal EdgeTree Tree => _tree.Value;

    /// <summary>Where places join.</summary>
    internal PlaceIndex Places { get; }

    internal static RoadGraph Of(NetworkDraft draft, RoadLines lines, ImmutableArray<PatrolRoad> roads, Dictionary<FeatureId, int> roadsById) =>
        new(draft, lines, NetworkSkeleton.Of(draft), roads, roadsById);

    internal Ecef Vertex(int vertex) => new(X[vertex], Y[vertex], Z[vertex]);

    /// <summary>The place of a share of an edge's length.</summary>
    internal GeoPoint PointAt(int edge, double fraction)
    {
        int first = ShapeStarts[edge], last = ShapeStarts[edge + 1] - 1;
        if (fraction <= 0)
            return new GeoPoint(Longitudes[first], Latitudes[first]);
        if (fraction >= 1)
            return new GeoPoint(Longitudes[last], Latitudes[last]);
        double metres = fraction * Lengths[edge];
        int i = SegmentAt(edge, metres);
        double step = Metres[i + 1] - Metres[i];
        double t = step > 0 ? (metres - Metres[i]) / step : 0;
        return new Ecef(X[i] + (t * (X[i + 1] - X[i])), Y[i] + (t * (Y[i + 1] - Y[i])), Z[i] + (t * (Z[i + 1] - Z[i]))).ToGeoPoint();
    }

    /// <summary>The first vertex of the segment that holds so many metres along an edge.</summary>
    internal int SegmentAt(int edge, double metres)
    {
        int first = ShapeStarts[edge], last = ShapeStarts[edge + 1] - 1;
        int found = Array.BinarySearch(Metres, first, last - first + 1, metres);
        return Math.Clamp(found >= 0 ? found : ~found - 1, first, last - 1);
    }

    private void Measure(NetworkDraft draft, int edge)
    {
        int from = draft.ShapeStarts[Skeleton.EdgeOrder[edge]];
        int first = ShapeStarts[edge], end = ShapeStarts[edge + 1];
        double metres = 0;
        for (int i = first; i < end; i++)
        {
            var point = new GeoPoint(draft.ShapeX[from + i - first], draft.ShapeY[from + i - first]);
            Longitudes[i] = point.LongitudeDegrees;
            Latitudes[i] = point.LatitudeDegrees;
            (X[i], Y[i], Z[i]) = Ecef.Of(point);
            if (i > first)
                metres += SegmentMetres(i - 1);
            Metres[i] = metres;
        }

        Lengths[edge] = metres;
    }

    /// <summary>The geodesic length of a segment: of a short one its chord, and what the arc is longer than that.</summary>
    private double SegmentMetres(int i)
    {
        double chord = Vertex(i).DistanceMetresTo(Vertex(i + 1));
        if (chord > LongSegmentMetres)
            return Geodesic.Inverse(new GeoPoint(Longitudes[i], Latitudes[i]), new GeoPoint(Longitudes[i + 1], Latitudes[i + 1])).DistanceMetres;
        const double bend = 1 / (24 * Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres);
        return chord * (1 + (chord * chord * bend));
    }
}
