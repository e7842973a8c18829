namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// A geodesic of the ellipsoid as an arc of a great circle on the auxiliary sphere. With α₀ the azimuth where the
/// geodesic crosses the equator northwards, σ the arc from there and k² = e′² cos²α₀, its length is
/// b∫√(1 + k² sin²σ)dσ and its longitude falls behind that of the great circle by
/// f sin α₀ ∫(2 − f)/(1 + (1 − f)√(1 + k² sin²σ))dσ
/// (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), equations 7 and 8).
/// </summary>
/// <remarks>
/// The two integrals are taken by Gauss–Legendre quadrature, not by a series in the flattening: the integrands are
/// nearly constant (k² is at most 0.0067), so few nodes reach rounding, and as the mean of the integrand times the
/// arc they keep their relative accuracy down to the shortest lines.
/// </remarks>
internal readonly struct GeodesicArc
{
    private readonly double _sineAtNode;
    private readonly double _modulus;
    private readonly double _start;

    /// <summary>The geodesic through a reduced latitude at an azimuth, counted from there.</summary>
    internal GeodesicArc(double sinLatitude, double cosLatitude, double sinAzimuth, double cosAzimuth)
    {
        _sineAtNode = sinAzimuth * cosLatitude;
        double across = sinAzimuth * sinLatitude;
        _modulus = Wgs84.SecondEccentricitySquared * ((cosAzimuth * cosAzimuth) + (across * across));
        _start = Math.Atan2(sinLatitude, cosAzimuth * cosLatitude);
    }

    /// <summary>The sine of α₀.</summary>
    internal double SineAtNode => _sineAtNode;

    /// <summary>The arc from the node to the start, in radians.</summary>
    internal double Start => _start;

    /// <summary>The metres a radian of arc, at so many radians after the start.</summary>
    internal double MetresPerRadianAt(double arc)
    {
        double sine = Math.Sin(_start + arc);
        return Wgs84.SemiMinorAxisMetres * Math.Sqrt(1 + (_modulus * sine * sine));
    }

    /// <summary>The length in metres of an arc from the start, and the radians by which its longitude falls behind.</summary>
    internal (double LengthMetres, double Lag) Measure(double arc)
    {
        // An arc beyond half a circle is taken in pieces, each short enough for the sixteen nodes.
        int pieces = Math.Max(1, (int)Math.Ceiling((Math.Abs(arc) / Math.PI) - 1e-9));
        double piece = arc / pieces;
        GaussLegendre rule = Math.Abs(piece) switch
        {
            <= 0.05 => GaussLegendre.Four,
            <= 0.6 => GaussLegendre.Eight,
            _ => GaussLegendre.Sixteen,
        };
        ReadOnlySpan<double> nodes = rule.Nodes, weights = rule.Weights;
        double length = 0, lag = 0;
        for (int p = 0; p < pieces; p++)
        {
            double from = _start + (p * piece);
            for (int i = 0; i < nodes.Length; i++)
            {
                double sine = Math.Sin(from + (nodes[i] * piece));
                double root = Math.Sqrt(1 + (_modulus * sine * sine));
                length += weights[i] * root;
                lag += weights[i] / (1 + ((1 - Wgs84.Flattening) * root));
            }
        }

        return (
            Wgs84.SemiMinorAxisMetres * piece * length,
            Wgs84.Flattening * (2 - Wgs84.Flattening) * _sineAtNode * piece * lag);
    }
}
