namespace DefenseZone.Geo.Model;

/// <summary>A road that patrols use: a LineString or MultiLineString.</summary>
public sealed record PatrolRoad : PlanFeature
{
    // What the plan does not say is not written either.
    private readonly LifecycleStatus? _status;
    private readonly bool? _oneWay;

    /// <summary>How far it has come; existing where the plan does not say.</summary>
    public LifecycleStatus Status
    {
        get => _status ?? LifecycleStatus.Existing;
        init => _status = value;
    }

    /// <summary>The first year or day of service, where it is known.</summary>
    public ServiceDate? InServiceFrom { get; init; }

    /// <summary>The last year or day of service, where there is one.</summary>
    public ServiceDate? InServiceTo { get; init; }

    /// <summary>The road's class in the plan's own words; empty where it is not given.</summary>
    public string Class { get; init; } = string.Empty;

    /// <summary>The surface in the plan's own words; empty where it is not given.</summary>
    public string Surface { get; init; } = string.Empty;

    /// <summary>The width in metres.</summary>
    public double? WidthMetres { get; init; }

    /// <summary>The travel speed in kilometres an hour.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>True where it may be driven in its drawn direction only.</summary>
    public bool OneWay
    {
        get => _oneWay ?? false;
        init => _oneWay = value;
    }

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.PatrolRoads;

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        if (_status is { } status)
            Add(list, PropertyNames.Status, Vocabulary.Statuses[status]);
        Add(list, PropertyNames.InServiceFrom, InServiceFrom);
        Add(list, PropertyNames.InServiceTo, InServiceTo);
        Add(list, PropertyNames.Class, Class);
        Add(list, PropertyNames.Surface, Surface);
        Add(list, PropertyNames.WidthMetres, WidthMetres);
        Add(list, PropertyNames.SpeedKmh, SpeedKmh);
        if (_oneWay is { } oneWay)
            Add(list, PropertyNames.OneWay, PropertyValue.Of(oneWay));
    }
}
