namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// The reduced (parametric) latitude β of a place, tan β = (1 − f) tan φ, which is its latitude on the auxiliary
/// sphere.
/// </summary>
/// <param name="Sine">sin β.</param>
/// <param name="Cosine">cos β, exactly 0 at a pole.</param>
/// <param name="Scale">√(cos²φ + (1 − f)² sin²φ), by which both were divided.</param>
internal readonly record struct ReducedLatitude(double Sine, double Cosine, double Scale)
{
    /// <summary>The reduced latitude of a geodetic one, in degrees.</summary>
    internal static ReducedLatitude Of(double latitudeDegrees)
    {
        (double sine, double cosine) = Angles.SinCosDegrees(latitudeDegrees);
        sine *= 1 - Wgs84.Flattening;
        double scale = Math.Sqrt((sine * sine) + (cosine * cosine));
        return new ReducedLatitude(sine / scale, cosine / scale, scale);
    }
}
