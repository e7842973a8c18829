namespace DefenseZone.Geo.Model;

/// <summary>An area in danger: a Polygon or MultiPolygon.</summary>
public sealed record HazardArea : PlanFeature
{
    /// <summary>The danger in the plan's own words, such as <c>flood</c> or <c>landslide</c>; empty where it is not given.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The season in the plan's own words; empty where it is not given.</summary>
    public string Season { get; init; } = string.Empty;

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.HazardAreas;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        Add(list, PropertyNames.Kind, Kind);
        Add(list, PropertyNames.Season, Season);
    }
}
