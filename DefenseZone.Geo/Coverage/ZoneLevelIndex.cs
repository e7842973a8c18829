using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zones of one level, indexed for two questions: which zone holds a place, and which is the nearest within
/// <see cref="ToleranceMetres"/>. Zone edges are straight in longitude and latitude, as RFC 7946 has them. Where several
/// zones have the same right to a place, the one with the smallest id has it, whatever their order in the file.
/// </summary>
internal sealed class ZoneLevelIndex
{
    /// <summary>How far outside a zone the border may run and still be that zone's.</summary>
    internal const double ToleranceMetres = 1000;

    private const double SmallestCellDegrees = 0.01;

    // About a tenth of a millimetre, as the places where the border and zone edges meet are found.
    private const double TouchDegrees = 1e-9;

    private const double EquallyNearShare = 1e-9;
    private const double EquallyNearSquare = 1e-8;
    private const double MetresPerDegree = Wgs84.SemiMajorAxisMetres * Math.PI / 180;

    private readonly ZoneRings[] _zones;
    private readonly int[] _numbers;
    private readonly BoxGrid _grid;

    /// <summary>Indexes the zones of one level.</summary>
    /// <param name="zones">All zones of the plan.</param>
    /// <param name="numbers">Which of them stand at this level, in the order of their ids.</param>
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

    /// <summary>
    /// The plan's number of the zone that holds a place, or −1: of several, the one with the smallest id. A zone holds its
    /// edges, to a tenth of a millimetre.
    /// </summary>
    internal int Holding(double longitude, double latitude)
    {
        // A cell has its items in the order of their ids.
        BoxGrid.CellRange cells = _grid.CellsOf(new BoxGrid.Box(longitude, latitude, longitude, latitude).Grown(TouchDegrees, TouchDegrees));
        int first = int.MaxValue;
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                foreach (int item in _grid.ItemsIn(column, row))
                {
                    if (item >= first)
                        break;
                    ZoneRings zone = _zones[_numbers[item]];
                    if (zone.Holds(longitude, latitude) || zone.Touches(longitude, latitude, TouchDegrees))
                        first = item;
                }
            }
        }

        return first == int.MaxValue ? -1 : _numbers[first];
    }

    // Within a kilometre the earth is flat enough: the error of measuring on the tangent plane is under 0.1 %.
    private int Nearest(double longitude, double latitude)
    {
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(latitude));
        double w = 1 - (Wgs84.EccentricitySquared * sine * sine);
        double metresPerLatitude = MetresPerDegree * (1 - Wgs84.EccentricitySquared) / (w * Math.Sqrt(w));
        double metresPerLongitude = Math.Max(1e-6, MetresPerDegree * cosine / Math.Sqrt(w));
        double east = Math.Min(360, ToleranceMetres / metresPerLongitude), north = ToleranceMetres / metresPerLatitude;
        var nearest = (Item: -1, Square: ToleranceMetres * ToleranceMetres);
        Look(longitude);

        // Beyond the antimeridian longitudes begin anew.
        if (longitude + east > 180)
            Look(longitude - 360);
        if (longitude - east < -180)
            Look(longitude + 360);
        return nearest.Item < 0 ? -1 : _numbers[nearest.Item];

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
                        ZoneRings zone = _zones[_numbers[item]];
                        if (!zone.Box.Meets(about))
                            continue;

                        // Equally near are zones that share the nearest edge or corner, which each has with a rounding of its own.
                        double rounding = (nearest.Square * EquallyNearShare) + EquallyNearSquare;
                        double square = zone.SquareDistance(x, latitude, metresPerLongitude, metresPerLatitude, nearest.Square + rounding);
                        if (square < nearest.Square - rounding || (item < nearest.Item && square <= nearest.Square + rounding))
                            nearest = (item, square);
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
