namespace DefenseZone.Geo.Model;

/// <summary>A feature of a layer that the plan format does not know, kept as it was; also a feature of a derived layer.</summary>
public sealed record OtherFeature : PlanFeature
{
    /// <summary>The name of the layer.</summary>
    public required string Layer { get; init; }

    /// <inheritdoc/>
    public override string LayerName => Layer;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
    }
}
