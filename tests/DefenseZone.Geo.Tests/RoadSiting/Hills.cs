using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.RoadSiting;

/// <summary>Small made-up terrain for roads, 30 m a cell in UTM zone 48N, and plans on it.</summary>
internal static class Hills
{
    internal const double CellMetres = 30;

    /// <summary>Terrain by a formula of metres east and north of its south-western sample.</summary>
    internal static ElevationSurface Surface(int columns, int rows, Func<double, double, double> height) => ElevationSurface.Of(
        ElevationGrid.Create(
            new GridFrame(CoordinateSystem.Of(32648), 500_000, 2_400_000 + ((rows - 1) * CellMetres), CellMetres, CellMetres, columns, rows),
            (row, samples) =>
            {
                for (int column = 0; column < columns; column++)
                    samples[column] = (float)height(column * CellMetres, (rows - 1 - row) * CellMetres);
            }));

    /// <summary>Mountains, the same for a seed.</summary>
    internal static ElevationSurface Mountains(int columns, int rows, int seed)
    {
        var random = new SeededRandom(seed, 5);
        (double X, double Y, double Height, double Width)[] peaks =
            [.. Enumerable.Range(0, 14).Select(_ => (random.Next(0, columns * CellMetres), random.Next(0, rows * CellMetres), random.Next(50, 260), random.Next(250, 700)))];
        return Surface(columns, rows, (x, y) => peaks.Sum(peak =>
            peak.Height * Math.Exp(-(((x - peak.X) * (x - peak.X)) + ((y - peak.Y) * (y - peak.Y))) / (2 * peak.Width * peak.Width))));
    }

    /// <summary>The place so many metres east and north of the south-western sample.</summary>
    internal static GeoPoint Place(double east, double north) => CoordinateSystem.Of(32648).ToWgs84(500_000 + east, 2_400_000 + north);

    internal static RoadEnd End(double east, double north) => RoadEnd.At(Place(east, north));

    internal static Plan With(this ElevationSurface surface, params PlanFeature[] features) => Plan.Empty with
    {
        Terrain = surface,
        HazardAreas = [.. features.OfType<HazardArea>()],
        Projects = [.. features.OfType<Project>()],
        PatrolRoads = [.. features.OfType<PatrolRoad>()],
        DefensiveZones = [.. features.OfType<DefensiveZone>()],
        Facilities = [.. features.OfType<Facility>()],
        BorderSegments = [.. features.OfType<BorderSegment>()],
    };

    /// <summary>A rectangle between two corners.</summary>
    internal static NetTopologySuite.Geometries.Geometry Box(double west, double south, double east, double north) =>
        Wgs84Geometry.Factory.CreatePolygon(
        [
            Coordinate(west, south), Coordinate(east, south), Coordinate(east, north), Coordinate(west, north), Coordinate(west, south),
        ]);

    internal static NetTopologySuite.Geometries.Geometry Line(params (double East, double North)[] places) =>
        Wgs84Geometry.Factory.CreateLineString([.. places.Select(place => Coordinate(place.East, place.North))]);

    internal static PatrolRoad Road(string id, params (double East, double North)[] places) =>
        new() { Id = FeatureId.Of(id), Geometry = Line(places), Class = "patrol", Surface = "concrete", SpeedKmh = 30 };

    private static NetTopologySuite.Geometries.Coordinate Coordinate(double east, double north)
    {
        GeoPoint place = Place(east, north);
        return new NetTopologySuite.Geometries.Coordinate(place.LongitudeDegrees, place.LatitudeDegrees);
    }
}
