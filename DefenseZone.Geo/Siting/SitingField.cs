using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

/// <summary>Something that may be done: a site built, an existing facility kept that may go, or one moved to a site.</summary>
/// <param name="Facility">What then covers.</param>
/// <param name="Site">The candidate where it stands; none for an existing facility that is kept.</param>
/// <param name="Change">The change that this belongs to; none for a site that is built.</param>
/// <param name="Cost">What it adds to the costs, all changes being reckoned as closed from the start.</param>
internal sealed record SitingOption(Facility Facility, CandidateSite? Site, FacilityChange? Change, double Cost)
{
    /// <summary>True where a new site is built.</summary>
    internal bool IsBuilt => Change is null;
}

/// <summary>All facilities of a siting problem with what they cover: those that stand, those required, and those open.</summary>
internal sealed class SitingField
{
    private readonly CoverStretch[] _stretches;
    private readonly int[] _starts;

    private SitingField(SitingProblem problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        Border = BorderLine.Of(problem.Plan);
        ImmutableArray<Facility> standing = problem.IgnoreExisting ? [] : problem.Standing.Select(problem.Plan);
        var required = problem.Required.ToHashSet();
        var forbidden = problem.Forbidden.ToHashSet();
        ImmutableArray<CandidateSite> sites = problem.EffectiveCandidates;
        Required = required.Count == 0 ? [] : [.. sites.Where(site => required.Contains(site.Id))];
        var changes = problem.Changes.ToDictionary(change => (change.Kind, change.Id));
        Fixed = changes.Count == 0 ? standing : [.. standing.Where(facility => !changes.ContainsKey((facility.Kind, facility.Id)))];
        var options = ImmutableArray.CreateBuilder<SitingOption>(sites.Length);
        foreach (CandidateSite site in sites)
        {
            if ((required.Count == 0 || !required.Contains(site.Id)) && (forbidden.Count == 0 || !forbidden.Contains(site.Id)))
                options.Add(new SitingOption(AsFacility(site), site, null, site.Cost ?? 0));
        }

        int built = options.Count;
        foreach (Facility facility in standing)
        {
            if (changes.TryGetValue((facility.Kind, facility.Id), out FacilityChange? change))
                AddChange(options, facility, change, built);
        }

        Options = options.ToImmutable();
        Facilities = [.. Fixed, .. Required.Select(AsFacility), .. ImmutableArray.CreateRange(Options, static option => option.Facility)];
        _stretches = problem.Model.Cover(problem.Plan, Border, Facilities, progress: null, cancellationToken);
        _starts = new int[Facilities.Length + 1];
        foreach (CoverStretch stretch in _stretches)
            _starts[stretch.Facility + 1]++;
        for (int i = 0; i < Facilities.Length; i++)
            _starts[i + 1] += _starts[i];
    }

    internal SitingProblem Problem { get; }

    internal BorderLine Border { get; }

    /// <summary>Existing facilities that stay as they are.</summary>
    internal ImmutableArray<Facility> Fixed { get; }

    /// <summary>Candidates that must be chosen.</summary>
    internal ImmutableArray<CandidateSite> Required { get; }

    /// <summary>What may be done.</summary>
    internal ImmutableArray<SitingOption> Options { get; }

    /// <summary>All of them, in this order.</summary>
    internal ImmutableArray<Facility> Facilities { get; }

    /// <summary>Where options begin among the facilities.</summary>
    internal int FirstOption => Fixed.Length + Required.Length;

    /// <summary>What it costs to close every facility whose closing saves money: 0 or less.</summary>
    internal double ClosingCosts => Problem.Changes.Sum(ClosingCost);

    internal static SitingField Of(SitingProblem problem, CancellationToken cancellationToken) => new(problem, cancellationToken);

    /// <summary>A candidate as the facility that would be built there.</summary>
    internal static Facility AsFacility(CandidateSite site) => new()
    {
        Id = site.Id,
        Kind = site.Kind,
        Name = site.Name,
        Geometry = site.Geometry,
        CoverageRadiusMetres = site.CoverageRadiusMetres,
        ObserverHeightMetres = site.ObserverHeightMetres,
        Status = LifecycleStatus.Planned,
        Zone = site.Zone,
        Cost = site.Cost,
        OtherProperties = site.OtherProperties,
    };

    /// <summary>What a facility covers, by its place among all.</summary>
    internal ReadOnlySpan<CoverStretch> StretchesOf(int facility) => _stretches.AsSpan(_starts[facility], _starts[facility + 1] - _starts[facility]);

    /// <summary>What several facilities cover, from one on up to another.</summary>
    internal ReadOnlySpan<CoverStretch> StretchesOf(int first, int end) => _stretches.AsSpan(_starts[first], _starts[end] - _starts[first]);

    /// <summary>What the options cover; a stretch names one by its number.</summary>
    internal CoverStretch[] OptionStretches()
    {
        ReadOnlySpan<CoverStretch> stretches = StretchesOf(FirstOption, Facilities.Length);
        var renumbered = new CoverStretch[stretches.Length];
        for (int i = 0; i < renumbered.Length; i++)
            renumbered[i] = stretches[i] with { Facility = stretches[i].Facility - FirstOption };
        return renumbered;
    }

    // Closing is worth while only where it saves money: a facility that stays never makes anything worse. So one that
    // may not be closed, or only for money, counts as staying where nothing is said of it, and every option costs 0 or
    // more, which the reductions rely on.
    private static double ClosingCost(FacilityChange change) => Math.Min(change.ClosingCost ?? 0, 0);

    private static void AddChange(ImmutableArray<SitingOption>.Builder options, Facility facility, FacilityChange change, int built)
    {
        double closing = ClosingCost(change);
        options.Add(new SitingOption(facility, null, change, -closing));
        if (change.MovingCost is not { } moving)
            return;
        var from = new GeoPoint(facility.Location.X, facility.Location.Y);
        for (int i = 0; i < built; i++)
        {
            CandidateSite site = options[i].Site!;
            Facility there = facility with { Geometry = site.Geometry };
            if (Geodesic.Inverse(from, new GeoPoint(there.Location.X, there.Location.Y)).DistanceMetres <= change.MovingWithinMetres)
                options.Add(new SitingOption(there, site, change, moving - closing));
        }
    }
}
