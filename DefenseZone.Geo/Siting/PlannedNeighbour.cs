using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Siting;

/// <summary>A planned facility that would cover some of the same border as a chosen site: perhaps one of the two is enough.</summary>
/// <param name="Facility">The facility, planned or under construction, that does not count as standing.</param>
/// <param name="DistanceMetres">Between the two, in metres on the WGS84 ellipsoid.</param>
/// <param name="SharedMetres">Metres of border that both cover, above 0.</param>
public sealed record PlannedNeighbour(Facility Facility, double DistanceMetres, double SharedMetres)
{
    /// <summary>What is planned beside each site of a list, the nearest first.</summary>
    internal static ImmutableArray<ImmutableArray<PlannedNeighbour>> Beside(SitingField field, (CandidateSite Site, BorderStretch[] Cover)[] sites)
    {
        SitingProblem problem = field.Problem;
        HashSet<(FacilityKind, FeatureId)> standing = problem.IgnoreExisting
            ? []
            : [.. problem.Standing.Select(problem.Plan).Select(facility => (facility.Kind, facility.Id))];
        FacilityFilter asked = problem.Existing with { Statuses = [LifecycleStatus.Planned, LifecycleStatus.UnderConstruction], Year = null, Besides = [] };
        ImmutableArray<Facility> planned = [.. asked.Select(problem.Plan).Where(facility => !standing.Contains((facility.Kind, facility.Id)))];
        CoverStretch[] covers = planned.IsEmpty || sites.Length == 0 ? [] : problem.Model.Cover(problem.Plan, field.Border, planned);
        ILookup<int, CoverStretch> byFacility = covers.ToLookup(stretch => stretch.Facility);
        return [.. sites.Select(site => Near(site.Site, site.Cover, planned, byFacility))];
    }

    private static ImmutableArray<PlannedNeighbour> Near(CandidateSite site, BorderStretch[] cover, ImmutableArray<Facility> planned, ILookup<int, CoverStretch> covers)
    {
        GeoPoint place = PlaceOf(site.Geometry.Coordinate);
        return
        [
            .. planned
                .Select((facility, index) => new PlannedNeighbour(
                    facility,
                    Geodesic.Inverse(place, PlaceOf(facility.Location)).DistanceMetres,
                    covers[index].Sum(stretch => cover.Sum(own => Shared(own, stretch)))))
                .Where(neighbour => neighbour.SharedMetres > 0)
                .OrderBy(neighbour => neighbour.DistanceMetres),
        ];
    }

    private static double Shared(BorderStretch one, CoverStretch other) =>
        Math.Max(0, Math.Min(one.ToMetres, other.ToMetres) - Math.Max(one.FromMetres, other.FromMetres));

    private static GeoPoint PlaceOf(Coordinate coordinate) => new(coordinate.X, coordinate.Y);
}
