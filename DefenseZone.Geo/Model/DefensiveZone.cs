namespace DefenseZone.Geo.Model;

/// <summary>A defensive zone: a Polygon or MultiPolygon whose edges are straight in longitude and latitude, as RFC 7946 has them.</summary>
public sealed record DefensiveZone : PlanFeature
{
    /// <summary>The level it stands at.</summary>
    public required ZoneLevel Level { get; init; }

    /// <summary>The id of the zone one level up; none where it is not given.</summary>
    public FeatureId Parent { get; init; }

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.DefensiveZones;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        Add(list, PropertyNames.Level, Vocabulary.ZoneLevels[Level]);
        Add(list, PropertyNames.Parent, Parent);
    }
}
