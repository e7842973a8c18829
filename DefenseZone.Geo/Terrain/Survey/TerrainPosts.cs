using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Terrain.Survey;

/// <summary>Who needs ground under him: facilities that have a range, and the candidate sites for such.</summary>
internal static class TerrainPosts
{
    /// <summary>Those of a plan, facilities first.</summary>
    public static IEnumerable<PlanFeature> Of(Plan plan) =>
        plan.Facilities.Concat<PlanFeature>(plan.CandidateSites).Where(feature => NeedsGround(plan, feature));

    /// <summary>Whether a feature of a plan is one of them; what is retired is not.</summary>
    public static bool NeedsGround(Plan plan, PlanFeature feature) => feature switch
    {
        { Geometry.IsEmpty: true } => false,
        Facility facility => facility.Status != LifecycleStatus.Retired && plan.CoverageRadiusMetres(facility) is > 0,
        CandidateSite => true,
        _ => false,
    };

    /// <summary>The place that counts: a facility's own, a point otherwise.</summary>
    public static GeoPoint PlaceOf(PlanFeature post)
    {
        Coordinate place = post is Facility facility ? facility.Location : post.Geometry.Coordinate;
        return new GeoPoint(place.X, place.Y);
    }
}
