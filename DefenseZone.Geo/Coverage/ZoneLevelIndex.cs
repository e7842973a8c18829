using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zones of one level, indexed for two questions: which zone holds a place, and which is the nearest within
/// <see cref="ToleranceMetres"/>. Zone edges are straight in longitude and latitude, as RFC 7946 has them.
/// </summary>
internal sealed class ZoneLevelIndex
{
    /// <summary>How far outside a zone the border may run and still be that zone's.</summary>
    internal const double ToleranceMetres = 1000;

    private const double SmallestCellDegrees = 0.01;
    private const double MetresPerDegree = Wgs84.SemiMajorAxisMetres * Math.PI / 180;

    private readonly ZoneRings[] _zones;
    private readonly int[] _numbers;
    private readonly BoxGrid _grid;

    /// <summary>Indexes the zones of one level.</summary>
    /// <param name="zones">All zones of the plan.</param>
    /// <param name="numbers">Which of them stand at this level, rising.</param>
    internal ZoneLevelIndex(ZoneRings[] zones, int[] numbers)
    {
        _zones = zones;
        _numbers = numbers;
        BoxGrid.Box[] boxes = Array.ConvertAll(numbers, number => zones[number].Box);
        _grid = BoxGrid.Of<BoxGrid.Box>(boxes, GridStepFor(boxes));
    }

    /// <summary>The plan's number of the zone that holds a place, or of the nearest within the tolerance, or −1.</summary>
    internal int ZoneOf(double longitude, double latitude)
    {
        int inside = Holding(longitude, latitude);
        return inside >= 0 ? inside : Nearest(longitude, latitude);
    }

    /// <summary>The plan's number of the first zone that holds a place, or −1.</summary>
    internal int Holding(double longitude, double latitude)
    {
        BoxGrid.CellRange cells = _grid.CellsOf(new BoxGrid.Box(longitude, latitude, longitude, latitude));
        if (cells.FirstColumn > cells.LastColumn || cells.FirstRow > cells.LastRow)
            return -1;
        foreach (int zone in _grid.ItemsIn(cells.FirstColumn, cells.FirstRow))
        {
            if (_zones[_numbers[zone]].Holds(longitude, latitude))
                return _numbers[zone];
        }

        return -1;
    }

    // Within a kilometre the earth is flat enough: the error of measuring on the tangent plane is under 0.1 %.
    private int Nearest(double longitude, double latitude)
    {
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(latitude));
        double w = 1 - (Wgs84.EccentricitySquared * sine * sine);
        double metresPerLatitude = MetresPerDegree * (1 - Wgs84.EccentricitySquared) / (w * Math.Sqrt(w));
        double metresPerLongitude = Math.Max(1e-6, MetresPerDegree * cosine / Math.Sqrt(w));
        double east = Math.Min(360, ToleranceMetres / metresPerLongitude), north = ToleranceMetres / metresPerLatitude;
        var nearest = (Zone: -1, Square: ToleranceMetres * ToleranceMetres);
        Look(longitude);

        // Beyond the antimeridian longitudes begin anew.
        if (longitude + east > 180)
            Look(longitude - 360);
        if (longitude - east < -180)
            Look(longitude + 360);
        return nearest.Zone;

        void Look(double x)
        {
            BoxGrid.Box about = new BoxGrid.Box(x, latitude, x, latitude).Grown(east, north);
            BoxGrid.CellRange cells = _grid.CellsOf(about);
            for (int row = cells.FirstRow; row <= cells.LastRow; row++)
            {
                for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
                {
                    foreach (int item in _grid.ItemsIn(column, row))
                    {
                        int number = _numbers[item];
                        ZoneRings zone = _zones[number];
                        if (!zone.Box.Meets(about))
                            continue;

                        // Of two equally near zones, as on a shared edge, the first of the plan is taken.
                        double square = zone.SquareDistance(x, latitude, metresPerLongitude, metresPerLatitude, nearest.Square);
                        if (square < nearest.Square || (square == nearest.Square && number < nearest.Zone))
                            nearest = (number, square);
                    }
                }
            }
        }
    }

    private static double GridStepFor(BoxGrid.Box[] boxes)
    {
        double sum = 0;
        int count = 0;
        foreach (BoxGrid.Box box in boxes)
        {
            double size = Math.Max(box.East - box.West, box.North - box.South);
            if (size >= 0)
                (sum, count) = (sum + size, count + 1);
        }

        return count == 0 ? 1 : Math.Max(SmallestCellDegrees, sum / count / 2);
    }
}
