using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DefenseZone.Geo.Geodesy;

/// <summary>Circles on the ellipsoid as polygons in longitude and latitude, for drawing and for GeoJSON.</summary>
public static class GeodesicCircle
{
    private const double LongestStepDegrees = 10;

    // Cutting rounds to this grid, a tenth of a millimetre, which makes it certain to succeed and lets pieces that
    // were a whole turn apart meet exactly.
    private static readonly PrecisionModel CuttingGrid = new(1e9);

    /// <summary>
    /// The circle as RFC 7946 has it: straight edges in longitude and latitude, exterior ring counter-clockwise, cut
    /// at ±180° (section 3.1.9), and reaching up to latitude ±90 where a pole is inside.
    /// </summary>
    /// <param name="centre">The centre, on WGS84.</param>
    /// <param name="radiusMetres">More than 0, at most <see cref="Geodesic.MaximumCircleRadiusMetres"/>.</param>
    /// <param name="vertices">
    /// How many vertices, at least 8; near a pole more are put in, so that no edge turns by more than 10° of longitude.
    /// </param>
    /// <returns>
    /// A valid Polygon or MultiPolygon from <see cref="Wgs84Geometry.Factory"/>. Its vertices are on the circle, its
    /// edges inside it by up to r(1 − cos(π/vertices)): with 72 vertices 0.1 % of the radius; where it had to be cut,
    /// vertices are rounded to 1e-9 degrees. It is an outline to
    /// look at; what is covered is never counted with it.
    /// </returns>
    /// <exception cref="ArgumentException">A coordinate, the radius or the vertex count is out of range.</exception>
    public static Geometry Outline(GeoPoint centre, double radiusMetres, int vertices)
    {
        Geodesic.Check(centre, nameof(centre));
        Geodesic.CheckRadius(radiusMetres);
        ArgumentOutOfRangeException.ThrowIfLessThan(vertices, 8);
        List<Coordinate> trace = Trace(centre, radiusMetres, vertices);
        double turn = trace[^1].X - trace[0].X;
        if (Math.Abs(turn) > 180)
        {
            // Once round a pole: the outline is closed along the pole's own line of latitude.
            double pole = turn > 0 ? 90 : -90;
            trace.Add(new Coordinate(trace[^1].X, pole));
            trace.Add(new Coordinate(trace[0].X, pole));
            trace.Add(trace[0].Copy());
            return CutAtAntimeridian(PolygonOf(trace));
        }

        trace[^1] = trace[0].Copy();
        Geometry inside = CutAtAntimeridian(PolygonOf(trace));
        bool holdsPoles = Geodesic.Inverse(centre, new GeoPoint(centre.LongitudeDegrees, 90)).DistanceMetres < radiusMetres
            && Geodesic.Inverse(centre, new GeoPoint(centre.LongitudeDegrees, -90)).DistanceMetres < radiusMetres;
        return holdsPoles
            ? CounterClockwise(OverlayNG.Overlay(World(0), inside, SpatialFunction.Difference, CuttingGrid))
            : inside;
    }

    /// <summary>The outline from azimuth 0 counter-clockwise back to it, with longitudes that run on past ±180.</summary>
    private static List<Coordinate> Trace(GeoPoint centre, double radiusMetres, int vertices)
    {
        GeoPoint first = Geodesic.Direct(centre, 0, radiusMetres);
        var trace = new List<Coordinate>(vertices + 4) { new(first.LongitudeDegrees, first.LatitudeDegrees) };
        for (int i = 0; i < vertices; i++)
        {
            GeoPoint next = i == vertices - 1 ? first : Geodesic.Direct(centre, -360.0 * (i + 1) / vertices, radiusMetres);
            Append(-360.0 * i / vertices, -360.0 * (i + 1) / vertices, next);
        }

        return trace;

        void Append(double fromAzimuth, double toAzimuth, GeoPoint to)
        {
            Coordinate last = trace[^1];
            double step = Angles.LongitudeDifference(last.X, to.LongitudeDegrees);
            if (Math.Abs(step) > LongestStepDegrees)
            {
                if (fromAzimuth - toAzimuth > 1e-9)
                {
                    double middle = 0.5 * (fromAzimuth + toAzimuth);
                    Append(fromAzimuth, middle, Geodesic.Direct(centre, middle, radiusMetres));
                    Append(middle, toAzimuth, to);
                    return;
                }

                // The outline runs through the pole itself: there it changes its meridian along the line of latitude.
                double pole = last.Y > 0 ? 90 : -90;
                trace.Add(new Coordinate(last.X, pole));
                trace.Add(new Coordinate(last.X + step, pole));
            }

            trace.Add(new Coordinate(last.X + step, to.LatitudeDegrees));
        }
    }

    private static Polygon PolygonOf(List<Coordinate> ring) => Wgs84Geometry.Factory.CreatePolygon([.. ring]);

    private static Geometry World(int turn) =>
        Wgs84Geometry.Factory.ToGeometry(new Envelope(-180 + (360 * turn), 180 + (360 * turn), -90, 90));

    /// <summary>Cuts what runs past ±180 there and puts the pieces where they belong.</summary>
    private static Geometry CutAtAntimeridian(Polygon polygon)
    {
        Geometry whole = polygon.IsValid ? polygon : GeometryFixer.Fix(polygon);
        Envelope extent = whole.EnvelopeInternal;
        if (extent.MinX >= -180 && extent.MaxX <= 180)
            return CounterClockwise(whole);
        var pieces = new List<Geometry>();
        for (int turn = -2; turn <= 2; turn++)
        {
            Geometry world = World(turn);
            if (!extent.Intersects(world.EnvelopeInternal))
                continue;
            Geometry piece = OverlayNG.Overlay(whole, world, SpatialFunction.Intersection, CuttingGrid);
            piece.Apply(new Turn(-360 * turn));
            if (piece.Dimension == Dimension.Surface)
                pieces.Add(piece);
        }

        return CounterClockwise(UnaryUnionNG.Union(pieces, Wgs84Geometry.Factory, CuttingGrid));
    }

    private static Geometry CounterClockwise(Geometry area)
    {
        var polygons = new List<Polygon>();
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                polygons.Add(((LinearRing)polygon.ExteriorRing).IsCCW ? polygon : (Polygon)polygon.Reverse());
        }

        return polygons.Count == 1 ? polygons[0] : Wgs84Geometry.Factory.CreateMultiPolygon([.. polygons]);
    }

    /// <summary>Turns coordinates round the axis by whole turns.</summary>
    private sealed class Turn(double degrees) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i) => seq.SetX(i, seq.GetX(i) + degrees);
    }
}
