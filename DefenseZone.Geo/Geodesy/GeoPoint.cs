namespace DefenseZone.Geo.Geodesy;

/// <summary>A place on the WGS84 ellipsoid, longitude before latitude.</summary>
/// <param name="LongitudeDegrees">East of Greenwich, −180 to 180.</param>
/// <param name="LatitudeDegrees">North of the equator, −90 to 90 (geodetic).</param>
public readonly record struct GeoPoint(double LongitudeDegrees, double LatitudeDegrees);
