namespace DefenseZone.Geo.Geodesy;

/// <summary>The shortest line on the WGS84 ellipsoid between two places.</summary>
/// <param name="DistanceMetres">Its length; 0 or more.</param>
/// <param name="InitialAzimuthDegrees">
/// The direction in which it leaves, clockwise from north, −180 to 180; 0 where the two places are one.
/// </param>
/// <param name="FinalAzimuthDegrees">The direction in which it arrives (forward, not back), clockwise from north, −180 to 180.</param>
public readonly record struct GeodesicLine(double DistanceMetres, double InitialAzimuthDegrees, double FinalAzimuthDegrees);
