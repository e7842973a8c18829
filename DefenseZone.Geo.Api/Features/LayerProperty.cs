using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>What kind of value a property of a layer has.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Boolean,

    /// <summary>Objects and arrays, or values of several kinds.</summary>
    Any,
}

/// <summary>A property of a layer: what it is called, what it holds, and what it means.</summary>
internal sealed record LayerProperty(string Name, ValueKind Kind, string Description = "")
{
    /// <summary>The words it may hold; empty where any will do.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The name of the kind in JSON Schema; empty for any.</summary>
    public string SchemaType => Kind switch
    {
        ValueKind.Text => "string",
        ValueKind.Number => "number",
        ValueKind.Boolean => "boolean",
        _ => string.Empty,
    };

    /// <summary>The kind of a property that has a value of one kind here and of another there.</summary>
    public static ValueKind Widen(ValueKind one, ValueKind other) => one == other ? one : ValueKind.Any;

    /// <summary>The kind of a value.</summary>
    public static ValueKind KindOf(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Text => ValueKind.Text,
        PropertyKind.Number => ValueKind.Number,
        PropertyKind.Boolean => ValueKind.Boolean,
        _ => ValueKind.Any,
    };
}

/// <summary>Asks for features whose property equals a value.</summary>
internal readonly record struct PropertyFilter(LayerProperty Property, string Text, double Number)
{
    public static bool TryParse(LayerProperty property, string text, FaultList faults, out PropertyFilter filter)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        filter = new PropertyFilter(property, text, isNumber ? number : double.NaN);
        if (property.Kind == ValueKind.Number && !(isNumber && double.IsFinite(number)))
        {
            faults.Add(new Fault(property.Name, $"'{text}' is not a number.", $"'{property.Name}' is a number, such as '2.5'."));
            return false;
        }

        if (property.Kind == ValueKind.Boolean && text is not ("true" or "false"))
        {
            faults.Add(new Fault(property.Name, $"'{text}' is neither true nor false.", $"'{property.Name}' is 'true' or 'false'."));
            return false;
        }

        return true;
    }

    /// <summary>True where the property has the value. Numbers are equal by value, all else by its characters; what is not there equals nothing.</summary>
    public bool Matches(FeatureProperties properties)
    {
        PropertyValue value = properties[Property.Name];
        return value.Kind switch
        {
            PropertyKind.Null => false,
            PropertyKind.Number when value.Number == Number => true,
            _ => string.Equals(value.ToString(), Text, StringComparison.Ordinal),
        };
    }
}
