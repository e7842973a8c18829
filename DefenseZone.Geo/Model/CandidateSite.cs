namespace DefenseZone.Geo.Model;

/// <summary>A Point where a facility could be built.</summary>
public sealed record CandidateSite : PlanFeature
{
    // What the plan does not say is not written either.
    private readonly FacilityKind? _kind;

    /// <summary>What would be built there; a militia post where the plan does not say.</summary>
    public FacilityKind Kind
    {
        get => _kind ?? FacilityKind.MilitiaPost;
        init => _kind = value;
    }

    /// <summary>The radius in metres within which it would cover the border.</summary>
    public double? CoverageRadiusMetres { get; init; }

    /// <summary>The observer's height above the ground, in metres.</summary>
    public double? ObserverHeightMetres { get; init; }

    /// <summary>The id of the zone that it lies in; none where it is not given.</summary>
    public FeatureId Zone { get; init; }

    /// <summary>What it would cost to build, in the plan's own unit of money.</summary>
    public double? Cost { get; init; }

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.CandidateSites;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        if (_kind is { } kind)
            Add(list, PropertyNames.Kind, Vocabulary.FacilityLayers[kind]);
        Add(list, PropertyNames.CoverageRadiusMetres, CoverageRadiusMetres);
        Add(list, PropertyNames.ObserverHeightMetres, ObserverHeightMetres);
        Add(list, PropertyNames.Zone, Zone);
        Add(list, PropertyNames.Cost, Cost);
    }
}
