using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>Which facilities take part in a question.</summary>
public sealed record FacilityFilter
{
    /// <summary>What exists and what is being built, whatever their dates.</summary>
    public static FacilityFilter Default { get; } = new();

    /// <summary>The kinds that take part. None: militia posts, and every facility that has a coverage radius.</summary>
    public ImmutableArray<FacilityKind> Kinds { get; init; } = [];

    /// <summary>
    /// The statuses that take part. None: without a year existing and under construction, whenever they open or close; with a
    /// year all of them, by their dates.
    /// </summary>
    public ImmutableArray<LifecycleStatus> Statuses { get; init; } = [];

    /// <summary>
    /// The year asked about. A facility takes part when it is in service on any day of that year
    /// (<see cref="ServiceYear.Includes"/>). Without a year no date counts.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>
    /// A year by whose end what is planned or being built counts as standing, besides those that take part anyway: its
    /// service begins in or before that year and goes on into it. What has no date of beginning does not count by it.
    /// </summary>
    public int? PlannedBy { get; init; }

    /// <summary>Facilities that take part whatever their kind, status and dates: those of a what-if, by layer and id.</summary>
    public ImmutableHashSet<(FacilityKind Kind, FeatureId Id)> Besides { get; init; } = [];

    /// <summary>The facilities of a plan that take part, in the plan's order; those without a place never do.</summary>
    public ImmutableArray<Facility> Select(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var selected = ImmutableArray.CreateBuilder<Facility>(plan.Facilities.Length);
        foreach (Facility facility in plan.Facilities)
        {
            if (Admits(plan, facility))
                selected.Add(facility);
        }

        return selected.DrainToImmutable();
    }

    /// <summary>Whether one facility of a plan takes part.</summary>
    public bool Admits(Plan plan, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facility);
        if (!Besides.IsEmpty && Besides.Contains((facility.Kind, facility.Id)))
            return !facility.Geometry.IsEmpty;
        bool kind = Kinds.IsEmpty
            ? facility.Kind == FacilityKind.MilitiaPost || plan.CoverageRadiusMetres(facility) is not null
            : Kinds.Contains(facility.Kind);
        bool status = Statuses.IsEmpty
            ? Year is not null || facility.Status is LifecycleStatus.Existing or LifecycleStatus.UnderConstruction
            : Statuses.Contains(facility.Status);
        bool planned = PlannedBy is { } by && facility.InServiceFrom is not null
            && facility.Status is LifecycleStatus.Planned or LifecycleStatus.UnderConstruction
            && InService(facility, by);
        return kind && facility.HasPlace && (planned || (status && (Year is not { } year || InService(facility, year))));
    }

    private static bool InService(Facility facility, int year) =>
        ServiceYear.Includes(year, facility.Status, facility.InServiceFrom, facility.InServiceTo);
}
