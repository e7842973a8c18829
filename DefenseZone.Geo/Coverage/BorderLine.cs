using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The border as one line with a chainage: its segments in order, every edge a geodesic of WGS84 no longer than
/// 1 km, and an index over them. Chainage is metres from the start; pieces that do not touch stand one behind the
/// other without a length between them.
/// </summary>
/// <remarks>
/// Immutable and safe to share between threads. Lengths are good to 1e-9 relative. Segments follow their
/// <c>sequence</c> where all have one, and are chained by their ends (within 1 m) where they do not.
/// </remarks>
public sealed class BorderLine
{
    // Keyed by the segments' own array, which every copy of a plan shares until its border is changed.
    private static readonly ConditionalWeakTable<BorderSegment[], BorderLine> Cache = [];

    private readonly BorderTree _tree;

    private BorderLine(ImmutableArray<BorderSegment> segments)
    {
        List<BorderChain.Link> chain = BorderChain.Of(segments);
        Vertices = BorderVertices.Of(chain.ConvertAll(static link => link.Line), chain.ConvertAll(static link => link.StartsPart));
        _tree = new BorderTree(Vertices);
        BorderStretch[] lines = Stretches(Vertices.LineStarts);
        var segmentStretches = new SegmentStretch[lines.Length];
        for (int i = 0; i < lines.Length; i++)
            segmentStretches[i] = new SegmentStretch(chain[i].Segment, lines[i].FromMetres, lines[i].ToMetres);
        Segments = ImmutableCollectionsMarshal.AsImmutableArray(segmentStretches);
        Parts = ImmutableCollectionsMarshal.AsImmutableArray(Stretches(Vertices.PartStarts));
    }

    /// <summary>The length of the whole border, in metres.</summary>
    public double LengthMetres => Vertices.Count == 0 ? 0 : Vertices.Chainages[^1];

    /// <summary>The pieces that do not touch one another, along the border.</summary>
    public ImmutableArray<BorderStretch> Parts { get; }

    /// <summary>Where each segment lies, along the border; a segment of several lines has several.</summary>
    public ImmutableArray<SegmentStretch> Segments { get; }

    internal BorderVertices Vertices { get; }

    /// <summary>The border of a plan. Built once for a set of segments, however many copies of the plan share it.</summary>
    public static BorderLine Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        BorderSegment[]? key = ImmutableCollectionsMarshal.AsArray(plan.BorderSegments);
        return key is null ? new BorderLine([]) : Cache.GetValue(key, static segments => new BorderLine([.. segments]));
    }

    /// <summary>The border made of these segments, built anew.</summary>
    /// <exception cref="ArgumentException">A coordinate is not a longitude or latitude in degrees.</exception>
    public static BorderLine Of(ImmutableArray<BorderSegment> segments) => new(segments);

    /// <summary>The place at a chainage. Where two parts meet without touching, it is the start of the later one.</summary>
    /// <param name="chainageMetres">Metres from the start; a value beyond either end means that end.</param>
    /// <exception cref="InvalidOperationException">The border is empty.</exception>
    public GeoPoint PointAt(double chainageMetres) => PointAt(chainageMetres, endOfPart: false);

    /// <summary>The place on the border nearest to another place.</summary>
    /// <exception cref="InvalidOperationException">The border is empty.</exception>
    public NearestBorderPoint Nearest(GeoPoint place)
    {
        ThrowIfEmpty();
        Ecef from = Ecef.Of(place);
        (double chainage, double chord) = _tree.Nearest(from, 0, LengthMetres);

        // At the joint of two parts both ends have the chainage; the nearer one is meant.
        GeoPoint start = PointAt(chainage);
        GeoPoint end = Parts.Length > 1 ? PointAt(chainage, endOfPart: true) : start;
        GeoPoint point = Parts.Length > 1 && Math.Abs(Ecef.Of(end).DistanceMetresTo(from) - chord) < Math.Abs(Ecef.Of(start).DistanceMetresTo(from) - chord) ? end : start;
        return new NearestBorderPoint(chainage, Geodesic.Inverse(place, point).DistanceMetres, point);
    }

    /// <summary>The vertices from one chainage to another, both ends included: the shape of that stretch.</summary>
    /// <param name="fromMetres">Chainage of the start.</param>
    /// <param name="toMetres">Chainage of the end, within the same part.</param>
    public ImmutableArray<GeoPoint> Slice(double fromMetres, double toMetres)
    {
        ThrowIfEmpty();
        double[] chainages = Vertices.Chainages;
        var points = ImmutableArray.CreateBuilder<GeoPoint>();
        points.Add(PointAt(fromMetres));
        for (int i = EdgeAt(fromMetres, endOfPart: false) + 1; i < chainages.Length && chainages[i] < toMetres; i++)
        {
            if (chainages[i] > fromMetres)
                points.Add(Vertices.Point(i));
        }

        points.Add(PointAt(toMetres, endOfPart: true));
        return points.DrainToImmutable();
    }

    /// <summary>
    /// The shape of a stretch as a line: a MultiLineString where it reaches over several parts or crosses the
    /// antimeridian, where RFC 7946 wants it cut.
    /// </summary>
    public Geometry Shape(double fromMetres, double toMetres)
    {
        var lines = new List<LineString>();
        foreach (BorderStretch part in Parts)
        {
            double from = Math.Max(fromMetres, part.FromMetres), to = Math.Min(toMetres, part.ToMetres);
            if (to > from)
                AntimeridianCut.Add(Slice(from, to), lines);
        }

        return lines.Count == 1 ? lines[0] : Wgs84Geometry.Factory.CreateMultiLineString([.. lines]);
    }

    /// <summary>Appends the stretches within a straight-line distance of a place.</summary>
    internal void Within(Ecef centre, double chordMetres, List<BorderStretch> stretches) => _tree.Within(centre, chordMetres, stretches);

    /// <summary>The nearest chainage within a stretch, and the straight-line distance to it.</summary>
    internal (double ChainageMetres, double ChordMetres) NearestChord(Ecef place, BorderStretch stretch) =>
        _tree.Nearest(place, stretch.FromMetres, stretch.ToMetres);

    internal GeoPoint PointAt(double chainageMetres, bool endOfPart)
    {
        ThrowIfEmpty();
        int edge = EdgeAt(chainageMetres, endOfPart);
        if (edge + 1 >= Vertices.Count)
            return Vertices.Point(edge);
        double from = Vertices.Chainages[edge], to = Vertices.Chainages[edge + 1];
        double t = to > from ? Math.Clamp((chainageMetres - from) / (to - from), 0, 1) : endOfPart ? 0 : 1;
        if (t == 0)
            return Vertices.Point(edge);
        if (t == 1)
            return Vertices.Point(edge + 1);
        Ecef a = Vertices.Place(edge), b = Vertices.Place(edge + 1);
        return new Ecef(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)), a.Z + (t * (b.Z - a.Z))).ToGeoPoint();
    }

    /// <summary>
    /// The place at a chainage where edges are straight in longitude and latitude, as zones have them: what
    /// <see cref="BorderZones"/> goes by. An edge has a kilometre
    /// at most, so that it is off <see cref="PointAt(double)"/> by up to 4 cm at 60° of latitude, 11 cm at 80°.
    /// </summary>
    internal (double Longitude, double Latitude) FlatPlaceAt(double chainageMetres)
    {
        ThrowIfEmpty();
        int edge = EdgeAt(chainageMetres, endOfPart: false);
        if (edge + 1 >= Vertices.Count)
            return (Vertices.Longitudes[edge], Vertices.Latitudes[edge]);
        double from = Vertices.Chainages[edge], to = Vertices.Chainages[edge + 1];
        return Vertices.FlatPlace(edge, to > from ? Math.Clamp((chainageMetres - from) / (to - from), 0, 1) : 0);
    }

    /// <summary>The edge that holds a chainage: at a vertex the edge that begins there, or ends there if asked for the end of a part.</summary>
    private int EdgeAt(double chainageMetres, bool endOfPart)
    {
        double[] chainages = Vertices.Chainages;
        int low = 0, high = chainages.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            bool before = endOfPart ? chainages[middle] < chainageMetres : chainages[middle] <= chainageMetres;
            if (before)
                low = middle + 1;
            else
                high = middle;
        }

        // Now low is the first vertex behind the chainage (or at it, where an end is meant), or the last vertex.
        return Math.Clamp(low - 1, 0, Math.Max(0, chainages.Length - 2));
    }

    private BorderStretch[] Stretches(int[] starts)
    {
        var stretches = new BorderStretch[Math.Max(0, starts.Length - 1)];
        for (int i = 0; i < stretches.Length; i++)
            stretches[i] = new BorderStretch(Vertices.Chainages[starts[i]], Vertices.Chainages[starts[i + 1] - 1]);
        return stretches;
    }

    private void ThrowIfEmpty()
    {
        if (Vertices.Count == 0)
            throw new InvalidOperationException("The plan has no border: its border-segments layer is empty.");
    }
}
