using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>
/// An immutable snapshot of a plan. A <c>with</c> expression gives a changed copy that shares all the rest, so
/// a what-if is a copy and never a mode.
/// </summary>
public sealed record Plan
{
    // Most plans have none, and need not make a dictionary to say so.
    private readonly ImmutableSortedDictionary<string, ImmutableArray<OtherFeature>>? _otherLayers;

    /// <summary>A plan with nothing in it.</summary>
    public static Plan Empty { get; } = new();

    /// <summary>What people call the plan.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>What holds where a feature does not say.</summary>
    public PlanDefaults Defaults { get; init; } = PlanDefaults.None;

    /// <summary>The members of <c>plan.json</c> that the format gives no meaning, kept as they were.</summary>
    public FeatureProperties OtherMembers { get; init; } = FeatureProperties.Empty;

    /// <summary>The pieces of the border.</summary>
    public ImmutableArray<BorderSegment> BorderSegments { get; init; } = [];

    /// <summary>The defensive zones of every level.</summary>
    public ImmutableArray<DefensiveZone> DefensiveZones { get; init; } = [];

    /// <summary>The facilities of every kind, those of one kind together and in their order.</summary>
    public ImmutableArray<Facility> Facilities { get; init; } = [];

    /// <summary>The patrol roads.</summary>
    public ImmutableArray<PatrolRoad> PatrolRoads { get; init; } = [];

    /// <summary>The sites where facilities could be built.</summary>
    public ImmutableArray<CandidateSite> CandidateSites { get; init; } = [];

    /// <summary>The areas in danger.</summary>
    public ImmutableArray<HazardArea> HazardAreas { get; init; } = [];

    /// <summary>Other building projects.</summary>
    public ImmutableArray<Project> Projects { get; init; } = [];

    /// <summary>
    /// The terrain; <see cref="PlanTerrain.None"/> where the plan has none. <c>ElevationSurface.Of(plan)</c> gives its
    /// elevations. It is read when it is asked, and shared by all copies of the plan.
    /// </summary>
    public PlanTerrain Terrain { get; init; } = PlanTerrain.None;

    /// <summary>The features of layers that the format does not know, by layer name, kept as they were.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<OtherFeature>> OtherLayers
    {
        get => _otherLayers ?? ImmutableSortedDictionary.Create<string, ImmutableArray<OtherFeature>>(StringComparer.Ordinal);
        init => _otherLayers = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>
    /// The members of each layer's FeatureCollection other than those of RFC 7946, by layer name. A layer that is
    /// there but empty is named here.
    /// </summary>
    public ImmutableSortedDictionary<string, FeatureProperties> LayerMembers { get; init; } =
        ImmutableSortedDictionary.Create<string, FeatureProperties>(StringComparer.Ordinal);

    /// <summary>What the check of the plan found when it was opened; nothing where it was made and not read.</summary>
    public PlanFindings Findings { get; init; } = PlanFindings.None;

    /// <summary>The names of the layers that are there: the known ones in their order, then all others by name.</summary>
    public ImmutableArray<string> LayerNames =>
    [
        .. Vocabulary.KnownLayers.Where(name => LayerMembers.ContainsKey(name) || Layer(name).Count > 0),
        .. OtherLayers.Keys.Union(LayerMembers.Keys, StringComparer.Ordinal)
            .Where(name => !Vocabulary.KnownLayers.Contains(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The features of a layer, in their order; none where there is no such layer.</summary>
    public IReadOnlyList<PlanFeature> Layer(string name) => name switch
    {
        Vocabulary.BorderSegments => BorderSegments,
        Vocabulary.DefensiveZones => DefensiveZones,
        Vocabulary.PatrolRoads => PatrolRoads,
        Vocabulary.CandidateSites => CandidateSites,
        Vocabulary.HazardAreas => HazardAreas,
        Vocabulary.Projects => Projects,
        _ when Vocabulary.FacilityLayers.TryParse(name, out FacilityKind kind) =>
            Facilities.Where(facility => facility.Kind == kind).ToImmutableArray(),
        _ => OtherLayers.TryGetValue(name, out ImmutableArray<OtherFeature> features) ? features : [],
    };

    /// <summary>A copy in which the facility of that kind and id is replaced, or the given one added where there is none.</summary>
    public Plan WithFacility(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        for (int i = 0; i < Facilities.Length; i++)
        {
            if (Facilities[i].Kind == facility.Kind && Facilities[i].Id == facility.Id)
                return this with { Facilities = Facilities.SetItem(i, facility) };
        }

        return this with { Facilities = Facilities.Add(facility) };
    }

    /// <summary>The coverage radius of a facility in metres: its own, else the plan's default for its kind, else none.</summary>
    public double? CoverageRadiusMetres(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        return facility.CoverageRadiusMetres ?? Defaults.CoverageRadiusMetres(facility.Kind);
    }
}
