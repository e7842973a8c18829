namespace DefenseZone.Geo.Model;

/// <summary>A piece of the border: a LineString or MultiLineString whose edges are geodesics of the WGS84 ellipsoid.</summary>
public sealed record BorderSegment : PlanFeature
{
    /// <summary>The country on the other side; empty where it is not given.</summary>
    public string Neighbour { get; init; } = string.Empty;

    /// <summary>The place along the border, rising; without it, segments are chained by their ends.</summary>
    public double? Sequence { get; init; }

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.BorderSegments;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        Add(list, PropertyNames.Neighbour, Neighbour);
        Add(list, PropertyNames.Sequence, Sequence);
    }
}
