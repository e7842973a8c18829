using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DefenseZone.Geo.Coverage;

/// <summary>A zone laid out in metres, in an equal-area plane about its own middle.</summary>
internal sealed class EqualAreaZone
{
    // An edge along a parallel bends away from the plane's straight line by L² tan φ/8R: at 1 km and 45° by 2 cm.
    // Close to a pole the turn counts instead of the length.
    private const double LongestEdgeMetres = 1_000;
    private const double WidestEdgeDegrees = 0.25;
    private const double MetresPerDegree = 111_700;

    private const int VerticesOfACircle = 96;

    // A polygon in a circle is smaller than it: with this factor on the radius it has the same area, lying as much
    // outside the circle at its vertices as inside it between them.
    private static readonly double RadiusOfEqualArea =
        Math.Sqrt(2 * Math.PI / VerticesOfACircle / Math.Sin(2 * Math.PI / VerticesOfACircle));

    private static readonly GeometryFactory PlaneFactory = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance, PrecisionModel.Floating.Value, 0, GeometryOverlay.NG, new CoordinateEqualityComparer())
        .CreateGeometryFactory();

    private readonly EqualAreaProjection _projection;
    private readonly Ecef _middle;
    private readonly double _reachMetres;
    private readonly Coordinate[] _corners;

    private EqualAreaZone(Geometry zone, Ecef middle, double reachMetres)
    {
        _middle = middle;
        _reachMetres = reachMetres;
        _projection = new EqualAreaProjection(middle.ToGeoPoint());
        var polygons = new List<Polygon>();
        for (int i = 0; i < zone.NumGeometries; i++)
        {
            if (zone.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                polygons.Add(Project(polygon));
        }

        Geometry area = polygons.Count == 1 ? polygons[0] : PlaneFactory.CreateMultiPolygon([.. polygons]);

        // Pieces cut at the antimeridian and edges drawn along a pole's line of latitude meet in the plane.
        Area = area.IsValid ? area : GeometryFixer.Fix(area);
        _corners = Area.ConvexHull().Coordinates;
    }

    /// <summary>The zone in the plane; its area is the area on the ellipsoid.</summary>
    internal Geometry Area { get; }

    /// <summary>The zone in its plane; none where it has no area.</summary>
    /// <param name="zone">In longitude and latitude.</param>
    /// <param name="what">What to call it in a message.</param>
    /// <exception cref="ArgumentException">It reaches too far to be laid out.</exception>
    internal static EqualAreaZone? Of(Geometry zone, string what)
    {
        if (zone.IsEmpty || zone.Dimension != Dimension.Surface)
            return null;
        (Ecef middle, double reach) = Extent(zone);
        return reach <= ZoneAreaCover.WidestZoneMetres
            ? new EqualAreaZone(zone, middle, reach)
            : throw new ArgumentException($"The area of {what} cannot be measured: it reaches {reach:0} m from its middle, and at most {ZoneAreaCover.WidestZoneMetres:0} m is possible.");
    }

    /// <summary>The part of the zone's area within any of the discs, in square metres.</summary>
    internal double CoveredSquareMetres(ImmutableArray<CoverDisc> discs, CancellationToken cancellationToken)
    {
        var circles = new List<Geometry>();
        Envelope extent = Area.EnvelopeInternal;
        foreach (CoverDisc disc in Outermost(discs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Coordinate[] outline = Project(Geodesic.Circle(disc.Centre, disc.RadiusMetres * RadiusOfEqualArea, VerticesOfACircle));
            if (HoldsWholeZone(disc.Centre, outline))
                return Area.Area;

            // What lies beside the zone would only make the union larger.
            Coordinate[] within = ConvexClip.ToRectangle(outline, extent);
            if (within.Length > 3)
                circles.Add(PlaneFactory.CreatePolygon(within));
        }

        if (circles.Count == 0)
            return 0;
        Geometry union = OverlayNGRobust.Union(circles, PlaneFactory);
        cancellationToken.ThrowIfCancellationRequested();
        return Math.Min(OverlayNGRobust.Overlay(union, Area, SpatialFunction.Intersection).Area, Area.Area);
    }

    /// <summary>The discs that may touch the zone, largest first, without those that lie wholly within another.</summary>
    private List<CoverDisc> Outermost(ImmutableArray<CoverDisc> discs)
    {
        var kept = new List<(CoverDisc Disc, Ecef Centre)>();
        foreach (CoverDisc disc in discs.Where(MayReach).OrderByDescending(disc => disc.RadiusMetres))
        {
            Ecef centre = Ecef.Of(disc.Centre);

            // A geodesic is longer than its chord by less than this up to the largest radius.
            bool within = kept.Exists(larger =>
                (centre.DistanceMetresTo(larger.Centre) * 1.0003) + disc.RadiusMetres <= larger.Disc.RadiusMetres);
            if (!within)
                kept.Add((disc, centre));
        }

        return kept.ConvertAll(entry => entry.Disc);
    }

    /// <summary>Whether no corner of the zone is as far from a circle's centre as the nearest of its edges.</summary>
    private bool HoldsWholeZone(GeoPoint centre, Coordinate[] outline)
    {
        Coordinate middle = _projection.Project(centre.LongitudeDegrees, centre.LatitudeDegrees);
        double inner = outline.Min(middle.Distance) * Math.Cos(2 * Math.PI / VerticesOfACircle);
        return Array.TrueForAll(_corners, corner => corner.Distance(middle) <= inner);
    }

    /// <summary>The place in the middle of all vertices, on the surface, and the straight distance to the farthest point of an edge (a long one may bulge out).</summary>
    private static (Ecef Middle, double ReachMetres) Extent(Geometry zone)
    {
        Coordinate[] coordinates = zone.Coordinates;
        double x = 0, y = 0, z = 0;
        foreach (Coordinate coordinate in coordinates)
        {
            Ecef place = Ecef.Of(new GeoPoint(coordinate.X, coordinate.Y));
            (x, y, z) = (x + place.X, y + place.Y, z + place.Z);
        }

        double length = Math.Sqrt((x * x) + (y * y) + (z * z)) / Wgs84.SemiMajorAxisMetres;
        Ecef middle = Ecef.Of(new Ecef(x / length, y / length, z / length).ToGeoPoint());
        double reach = 0;
        for (int part = 0; part < zone.NumGeometries; part++)
        {
            if (zone.GetGeometryN(part) is Polygon { IsEmpty: false } polygon)
                reach = Math.Max(reach, Densified(polygon.Shell).Max(place => Ecef.Of(new GeoPoint(place.X, place.Y)).DistanceMetresTo(middle)));
        }

        return (middle, reach);
    }

    private static int Pieces(Coordinate from, Coordinate to)
    {
        double latitude = Math.Min(Math.Abs(from.Y), Math.Abs(to.Y));
        double east = Math.Abs(to.X - from.X);
        double metres = MetresPerDegree * Math.Sqrt(Math.Pow(to.Y - from.Y, 2) + Math.Pow(east * Math.Cos(double.DegreesToRadians(latitude)), 2));
        return Math.Max(1, (int)Math.Ceiling(Math.Max(metres / LongestEdgeMetres, east / WidestEdgeDegrees)));
    }

    /// <summary>Whether a disc could touch the zone: false only where it certainly does not.</summary>
    private bool MayReach(CoverDisc disc) =>
        Ecef.Of(disc.Centre).DistanceMetresTo(_middle) <= _reachMetres + (disc.RadiusMetres * RadiusOfEqualArea) + LongestEdgeMetres;

    private Coordinate[] Project(ImmutableArray<GeoPoint> outline) =>
        [.. outline.Select(place => _projection.Project(place.LongitudeDegrees, place.LatitudeDegrees))];

    private Polygon Project(Polygon polygon) => PlaneFactory.CreatePolygon(
        Project(polygon.Shell), [.. polygon.Holes.Select(Project)]);

    private LinearRing Project(LinearRing ring)
    {
        Coordinate[] projected = [.. Densified(ring).Select(place => _projection.Project(place.X, place.Y))];
        projected[^1] = projected[0].Copy();
        return PlaneFactory.CreateLinearRing(projected);
    }

    /// <summary>The corners of a ring and places between them on its edges, straight in longitude and latitude.</summary>
    private static IEnumerable<(double X, double Y)> Densified(LinearRing ring)
    {
        Coordinate[] corners = ring.Coordinates;
        yield return (corners[0].X, corners[0].Y);
        for (int i = 1; i < corners.Length; i++)
        {
            Coordinate from = corners[i - 1], to = corners[i];
            int pieces = Pieces(from, to);
            for (int piece = 1; piece <= pieces; piece++)
            {
                double share = (double)piece / pieces;
                yield return (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
            }
        }
    }
}
