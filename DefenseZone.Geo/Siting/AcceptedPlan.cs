using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

/// <summary>A plan of facilities as it would be after a siting plan.</summary>
internal static class AcceptedPlan
{
    internal static Plan Of(SitingPlan siting)
    {
        Plan plan = siting.Problem.Plan;
        HashSet<(FacilityKind, FeatureId)> taken = [.. plan.Facilities.Select(facility => (facility.Kind, facility.Id))];
        foreach (Facility closed in siting.Closed)
            plan = plan.WithFacility(closed with { Status = LifecycleStatus.Retired });
        foreach (MovedFacility moved in siting.Moved)
            plan = plan.WithFacility(moved.Facility with { Geometry = moved.To.Geometry });
        foreach (ChosenSite chosen in siting.Chosen)
        {
            Facility built = SitingField.AsFacility(chosen.Site);
            while (!taken.Add((built.Kind, built.Id)))
                built = built with { Id = FeatureId.Of("site-" + built.Id.Text) };
            plan = plan with { Facilities = plan.Facilities.Add(built) };
        }

        return plan;
    }
}
