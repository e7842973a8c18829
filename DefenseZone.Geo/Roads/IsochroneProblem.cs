using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>A question: what is reached within some times, by road and then on foot, from whichever place is nearest?</summary>
/// <param name="Network">The roads; what is closed is not driven.</param>
/// <param name="Places">Where travel begins.</param>
/// <param name="Minutes">The times, each above 0 and at most a day.</param>
public sealed record IsochroneProblem(RoadNetwork Network, ImmutableArray<GeoPoint> Places, ImmutableArray<double> Minutes)
{
    private const int MostPoints = 2_000_000;
    private const int PointsAcross = 500;

    private readonly double? _stepMetres;

    /// <summary>
    /// The step of the grid on which outlines are drawn, in metres; a five hundredth of what is reached where it is not given,
    /// and never so fine that there are more than two million points.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 1 to 100,000.</exception>
    public double? StepMetres
    {
        get => _stepMetres;
        init => _stepMetres = value is null or (>= 1 and <= 100_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StepMetres), value, $"The step must be from 1 to 100,000 metres; {value} is not.");
    }

    /// <summary>Answers the question: an isochrone for each time, in their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is not above 0 and at most a day.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ImmutableArray<Isochrone> Solve(CancellationToken cancellationToken = default)
    {
        foreach (double one in Minutes)
            ThrowIfOutOfRange(one);
        if (Minutes.IsEmpty || Places.IsEmpty)
            return [.. Minutes.Select(Nothing)];
        double limit = Minutes.Max() * 60;
        ImmutableArray<NetworkEntry> entries = Network.Entries(Places.AsSpan());
        NetworkTimes times = Network.Times([.. entries.Select(entry => entry.Source)]);
        Ecef[] places = [.. Places.Select(place => Ecef.Of(place))];
        var accesses = new AccessSet(
            Network, Enumerable.Range(0, Network.EdgeCount), times.SecondsArray, times.SourcesArray, times.BeginArray, [.. entries.Select(entry => entry.Place)], places);
        TimeField field = Field(times, accesses, limit, cancellationToken);
        var isochrones = ImmutableArray.CreateBuilder<Isochrone>(Minutes.Length);
        foreach (double minutes in Minutes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<ReachedRoad> roads = ReachedRoads.Of(times, places, minutes * 60);
            MultiPolygon area = FieldContours.Below(field, minutes * 60);
            isochrones.Add(new Isochrone
            {
                Minutes = minutes,
                Roads = roads,
                RoadMetres = ReachedRoads.GroundMetres(Network.Graph, roads),
                Area = MeridianShift.Cut(area),
                AreaSquareMetres = SquareMetres(area),
            });
        }

        return isochrones.MoveToImmutable();
    }

    private static void ThrowIfOutOfRange(double minutes)
    {
        if (!(minutes > 0 && minutes <= ResponseCoverage.MostMinutes))
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, $"A time must be above 0 and at most {ResponseCoverage.MostMinutes} minutes; {minutes} is not.");
    }

    private static Isochrone Nothing(double minutes) => new()
    {
        Minutes = minutes,
        Roads = [],
        RoadMetres = 0,
        Area = Wgs84Geometry.Factory.CreateMultiPolygon(),
        AreaSquareMetres = 0,
    };

    /// <summary>The field over everything that is reached: the ends of all edges, and as far as one walks from there.</summary>
    private TimeField Field(NetworkTimes times, AccessSet accesses, double limit, CancellationToken cancellationToken)
    {
        double speed = Network.OffRoadMetresPerSecond;
        double middle = Places[0].LongitudeDegrees;
        var box = new Envelope();
        void Reach(GeoPoint place, double seconds)
        {
            if (!(seconds <= limit))
                return;
            double metres = (limit - seconds) * speed;
            double north = metres / 110_500, east = metres / (110_500 * Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(place.LatitudeDegrees) + north)))));
            double x = middle + Math.IEEERemainder(place.LongitudeDegrees - middle, 360);
            box.ExpandToInclude(new Envelope(x - east, x + east, place.LatitudeDegrees - north, place.LatitudeDegrees + north));
        }

        foreach (GeoPoint place in Places)
            Reach(place, 0);
        RoadGraph graph = Network.Graph;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            double least = accesses.LeastSeconds(edge);
            if (!(least <= limit))
                continue;
            for (int i = graph.ShapeStarts[edge]; i < graph.ShapeStarts[edge + 1]; i++)
                Reach(new GeoPoint(graph.Longitudes[i], graph.Latitudes[i]), least);
        }

        double stretch = Math.Max(0.01, Math.Cos(double.DegreesToRadians(box.Centre.Y)));
        double width = box.Width * stretch * SegmentGrid.MetresPerDegree, height = box.Height * SegmentGrid.MetresPerDegree;
        double step = Math.Max(StepMetres ?? (Math.Max(width, height) / PointsAcross), Math.Sqrt(width * height / MostPoints));
        (double X, double Y) degrees = (step / stretch / SegmentGrid.MetresPerDegree, step / SegmentGrid.MetresPerDegree);
        int columns = (int)Math.Ceiling(box.Width / degrees.X) + 3, rows = (int)Math.Ceiling(box.Height / degrees.Y) + 3;
        return TimeField.Of(accesses, (box.MinX - degrees.X, box.MinY - degrees.Y), degrees, (columns, rows), limit, cancellationToken);
    }

    private static double SquareMetres(MultiPolygon area)
    {
        if (area.IsEmpty)
            return 0;
        Coordinate centre = area.EnvelopeInternal.Centre;
        var projection = new EqualAreaProjection(new GeoPoint(centre.X, centre.Y));
        double sum = 0;
        foreach (Polygon polygon in area.Geometries.Cast<Polygon>())
        {
            sum += Ring(polygon.ExteriorRing);
            foreach (LineString hole in polygon.InteriorRings)
                sum -= Ring(hole);
        }

        return sum;

        double Ring(LineString ring)
        {
            Coordinate[] points = Array.ConvertAll(ring.Coordinates, point => projection.Project(point.X, point.Y));
            double doubled = 0;
            for (int i = 0; i + 1 < points.Length; i++)
                doubled += (points[i].X * points[i + 1].Y) - (points[i + 1].X * points[i].Y);
            return Math.Abs(doubled) / 2;
        }
    }
}
