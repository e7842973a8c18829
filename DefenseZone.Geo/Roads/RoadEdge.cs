using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A stretch of road between two nodes of the network.</summary>
/// <param name="Road">The road's index in <see cref="RoadNetwork.Roads"/>.</param>
/// <param name="From">The node where it begins, in the road's drawn direction.</param>
/// <param name="To">The node where it ends; the same one for a loop.</param>
/// <param name="LengthMetres">Its length on the ellipsoid.</param>
/// <param name="ForwardSeconds">The time from beginning to end; infinite where it may not be driven that way.</param>
/// <param name="BackwardSeconds">The time from end to beginning; infinite where it may not be driven that way.</param>
public readonly record struct RoadEdge(int Road, int From, int To, double LengthMetres, double ForwardSeconds, double BackwardSeconds)
{
    /// <summary>True where it can be driven neither way.</summary>
    public bool IsClosed => double.IsPositiveInfinity(ForwardSeconds) && double.IsPositiveInfinity(BackwardSeconds);

    /// <summary>The node at the other end.</summary>
    public int Other(int node) => node == From ? To : From;
}

/// <summary>A place on the network, and how another place joins it there.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Fraction">How far along the edge, 0 at its beginning to 1 at its end, as a share of its length.</param>
/// <param name="Place">Where it is.</param>
/// <param name="WalkMetres">The geodesic distance from the place that joins here.</param>
/// <param name="WalkSeconds">The time on foot from that place to the road.</param>
public readonly record struct NetworkPoint(int Edge, double Fraction, GeoPoint Place, double WalkMetres, double WalkSeconds);
