using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>
/// The plane that a relief is made up in: metres east and south of the recipe's north-western corner, with the
/// degree's length in the middle of the box. Nothing is measured in it, so its distortion does not matter.
/// </summary>
internal sealed class ReliefPlane
{
    private const double MetresPerDegreeNorth = 110_700;

    private readonly double _west;
    private readonly double _north;

    public ReliefPlane(GeoExtent extent)
    {
        (_west, _north) = (extent.WestDegrees, extent.NorthDegrees);

        // Rounded: what libraries differ in in the last place of a cosine must not move a mountain.
        MetresPerDegreeEast = Math.Round(111_320 * Math.Cos(double.DegreesToRadians(extent.Centre.LatitudeDegrees)));
    }

    public double MetresPerDegreeEast { get; }

    public double X(double longitudeDegrees) => (longitudeDegrees - _west) * MetresPerDegreeEast;

    public double Y(double latitudeDegrees) => (_north - latitudeDegrees) * MetresPerDegreeNorth;

    public (double X, double Y) Of(GeoPoint place) => (X(place.LongitudeDegrees), Y(place.LatitudeDegrees));
}
