namespace DefenseZone.Geo.Model;

/// <summary>Another building project in the region, of any geometry, such as an industrial park.</summary>
public sealed record Project : PlanFeature
{
    /// <summary>What is built, in the plan's own words; empty where it is not given.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>How far it has come, in the plan's own words; empty where it is not given.</summary>
    public string Status { get; init; } = string.Empty;

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.Projects;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        Add(list, PropertyNames.Kind, Kind);
        Add(list, PropertyNames.Status, Status);
    }
}
