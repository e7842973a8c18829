using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace DefenseZone.Geo.Bench;

/// <summary>
/// A plan in the metric plane that a NetTopologySuite user would take, UTM zone 48N, with the border cut in chunks.
/// Made before any clock runs.
/// </summary>
internal sealed class PlaneBorder
{
    // Of 16 to 128, the best over all idioms here at L.
    private const int ChunkEdges = 64;
    private const int Utm48North = 32648;

    private readonly CoordinateSystem _plane = CoordinateSystem.Of(Utm48North);

    public PlaneBorder(Plan plan)
    {
        Coordinate[] degrees =
        [
            plan.BorderSegments[0].Geometry.Coordinate,
            .. plan.BorderSegments.SelectMany(segment => segment.Geometry.Coordinates.Skip(1)),
        ];
        Coordinate[] border = [.. degrees.Select(Project)];
        Line = Factory.CreateLineString(border);
        var chunks = new List<LineString>();
        for (int i = 0; i < border.Length - 1; i += ChunkEdges)
            chunks.Add(Factory.CreateLineString(border[i..Math.Min(border.Length, i + ChunkEdges + 1)]));
        Chunks = [.. chunks];
        Facility[] posts = [.. plan.Facilities.Where(facility => facility.Kind == FacilityKind.MilitiaPost)];
        Posts = [.. posts.Select(post => Factory.CreatePoint(Project(post.Location)))];
        RadiiMetres = [.. posts.Select(post => post.CoverageRadiusMetres ?? 0)];
        Zones = [.. plan.DefensiveZones.Select(zone => Project(zone.Geometry))];
        ZoneLevels = [.. plan.DefensiveZones.Select(zone => zone.Level)];
    }

    /// <summary>As a user of NetTopologySuite has it: with coordinate objects, which suit its algorithms best.</summary>
    public static GeometryFactory Factory { get; } = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance,
        PrecisionModel.Floating.Value,
        Utm48North,
        GeometryOverlay.NG,
        new CoordinateEqualityComparer()).CreateGeometryFactory();

    public LineString Line { get; }

    public LineString[] Chunks { get; }

    public Point[] Posts { get; }

    public double[] RadiiMetres { get; }

    public Geometry[] Zones { get; }

    public ZoneLevel[] ZoneLevels { get; }

    public Geometry[] Circles()
    {
        var circles = new Geometry[Posts.Length];
        for (int i = 0; i < circles.Length; i++)
            circles[i] = Posts[i].Buffer(RadiiMetres[i], 16);
        return circles;
    }

    private Geometry Project(Geometry degrees)
    {
        Geometry copy = Factory.CreateGeometry(degrees);
        copy.Apply(new Projection(this));
        copy.GeometryChanged();
        return copy;
    }

    private Coordinate Project(Coordinate degrees)
    {
        (double x, double y) = _plane.FromWgs84(new GeoPoint(degrees.X, degrees.Y));
        return new Coordinate(x, y);
    }

    private sealed class Projection(PlaneBorder owner) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int index)
        {
            Coordinate projected = owner.Project(sequence.GetCoordinate(index));
            sequence.SetOrdinate(index, Ordinate.X, projected.X);
            sequence.SetOrdinate(index, Ordinate.Y, projected.Y);
        }
    }
}
