using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A stretch of border to which one facility is first, and where one leaves the same stretch of road for it.</summary>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
/// <param name="Facility">The index of that facility in <see cref="ResponseReport.Facilities"/>; −1 where none ever comes.</param>
/// <param name="Edge">The edge of the network that one leaves; −1 where one walks all the way, or none comes.</param>
/// <param name="FromSeconds">The response time at its start; infinite where none comes.</param>
/// <param name="ToSeconds">The response time at its end.</param>
/// <param name="LeastSeconds">The least response time at its ends and at the vertices of the border on it.</param>
/// <param name="MostSeconds">The greatest response time on it: between vertices no time is greater than at both of them.</param>
public readonly record struct ResponseStretch(
    double FromMetres, double ToMetres, int Facility, int Edge, double FromSeconds, double ToSeconds, double LeastSeconds, double MostSeconds)
{
    /// <summary>Its length in metres.</summary>
    public double LengthMetres => ToMetres - FromMetres;
}

/// <summary>How one comes to a place of the border first.</summary>
/// <param name="Seconds">The response time; infinite where none comes.</param>
/// <param name="Facility">The index of the facility in <see cref="ResponseReport.Facilities"/>; −1 where none comes.</param>
/// <param name="Edge">The edge that one leaves; −1 where one walks all the way.</param>
/// <param name="Leave">Where one leaves the road, or the facility.</param>
/// <param name="WalkMetres">The way on foot from there.</param>
public readonly record struct ResponseAt(double Seconds, int Facility, int Edge, GeoPoint Leave, double WalkMetres);
