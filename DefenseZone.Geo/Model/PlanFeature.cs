using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Model;

/// <summary>
/// A feature of a plan: an identifier that is unique in its layer, a geometry in WGS84 longitude and latitude
/// (degrees), the properties that the plan format gives a meaning (as members of the derived records), and all
/// others as they were.
/// </summary>
public abstract record PlanFeature
{
    /// <summary>The identifier, unique in the layer.</summary>
    public required FeatureId Id { get; init; }

    /// <summary>The geometry, longitude before latitude, in degrees; an empty one where the feature has none.</summary>
    public virtual Geometry Geometry { get; init; } = Wgs84Geometry.Empty;

    /// <summary>What people call it; empty where it has no name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The properties that the format gives no meaning, kept as they were.</summary>
    public FeatureProperties OtherProperties { get; init; } = FeatureProperties.Empty;

    /// <summary>The members of the GeoJSON object other than those of RFC 7946, kept as they were.</summary>
    public FeatureProperties ForeignMembers { get; init; } = FeatureProperties.Empty;

    /// <summary>The layer it belongs to.</summary>
    public abstract string LayerName { get; }

    /// <summary>
    /// All properties, as they are written: those with a meaning that are set, then all others. This is what
    /// services show and filter by.
    /// </summary>
    public FeatureProperties AllProperties()
    {
        var list = new List<KeyValuePair<string, PropertyValue>>();
        Add(list, PropertyNames.Name, PropertyValue.Of(Name.Length == 0 ? null : Name));
        DescribeTo(list);
        int meaningful = list.Count;
        foreach (KeyValuePair<string, PropertyValue> other in OtherProperties)
        {
            bool set = false;
            for (int i = 0; i < meaningful && !set; i++)
                set = string.Equals(list[i].Key, other.Key, StringComparison.Ordinal);
            if (!set)
                list.Add(other);
        }

        return FeatureProperties.Of(list);
    }

    /// <summary>Appends the properties with a meaning that are set.</summary>
    private protected abstract void DescribeTo(List<KeyValuePair<string, PropertyValue>> list);

    private protected static void Add(List<KeyValuePair<string, PropertyValue>> list, string name, PropertyValue value)
    {
        if (!value.IsNull)
            list.Add(KeyValuePair.Create(name, value));
    }

    private protected static void Add(List<KeyValuePair<string, PropertyValue>> list, string name, string value) =>
        Add(list, name, PropertyValue.Of(value.Length == 0 ? null : value));

    private protected static void Add(List<KeyValuePair<string, PropertyValue>> list, string name, FeatureId value) =>
        Add(list, name, value.IsNone ? PropertyValue.Null
            : value.IsNumber ? PropertyValue.OfNumber(value.Text)
            : PropertyValue.Of(value.Text));

    private protected static void Add(List<KeyValuePair<string, PropertyValue>> list, string name, double? value) =>
        Add(list, name, value is { } number ? PropertyValue.Of(number) : PropertyValue.Null);

    private protected static void Add(List<KeyValuePair<string, PropertyValue>> list, string name, ServiceDate? value) =>
        Add(list, name, value switch
        {
            { IsYear: true } date => PropertyValue.Of(date.Year),
            { } date => PropertyValue.Of(date.ToString()),
            null => PropertyValue.Null,
        });
}
