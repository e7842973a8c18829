using System.Globalization;

namespace DefenseZone.Geo.Model;

/// <summary>What kind of JSON value a <see cref="PropertyValue"/> holds.</summary>
public enum PropertyKind
{
    /// <summary>JSON <c>null</c>; also the default value.</summary>
    Null,

    /// <summary>JSON <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON object or array, kept as its text.</summary>
    Json,
}

/// <summary>
/// One property's value, as JSON has it. Numbers keep the characters they were written with when a
/// <see cref="double"/> would not give them back (large integers, trailing digits), objects and arrays keep
/// their JSON text: nothing is lost in a round trip.
/// </summary>
public readonly record struct PropertyValue
{
    private readonly string? _text;
    private readonly double _number;

    private PropertyValue(PropertyKind kind, string? text, double number)
    {
        Kind = kind;
        _text = text;
        _number = number;
    }

    /// <summary>JSON <c>null</c>.</summary>
    public static PropertyValue Null => default;

    /// <summary>What kind of value this is.</summary>
    public PropertyKind Kind { get; }

    /// <summary>A boolean value.</summary>
    public static PropertyValue Of(bool value) => new(PropertyKind.Boolean, null, value ? 1 : 0);

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite: JSON cannot write it.</exception>
    public static PropertyValue Of(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A property's number must be finite.");
        return new PropertyValue(PropertyKind.Number, null, value);
    }

    /// <summary>A string, or <see cref="Null"/> for null.</summary>
    public static PropertyValue Of(string? value) =>
        value is null ? default : new PropertyValue(PropertyKind.Text, value, 0);

    /// <summary>A number from its characters in a JSON text, which are kept where a double would change them.</summary>
    /// <exception cref="FormatException"><paramref name="json"/> is not a number.</exception>
    public static PropertyValue OfNumber(string json)
    {
        double number = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        bool same = double.IsFinite(number)
            && string.Equals(number.ToString("R", CultureInfo.InvariantCulture), json, StringComparison.Ordinal);
        return new PropertyValue(PropertyKind.Number, same ? null : json, number);
    }

    /// <summary>An object or array from its JSON text, which must be well formed.</summary>
    public static PropertyValue OfJson(string json) => new(PropertyKind.Json, json, 0);

    /// <summary>True when this is JSON <c>null</c>.</summary>
    public bool IsNull => Kind == PropertyKind.Null;

    /// <summary>The boolean; false for any other kind.</summary>
    public bool Boolean => Kind == PropertyKind.Boolean && _number != 0;

    /// <summary>The number; NaN for any other kind.</summary>
    public double Number => Kind == PropertyKind.Number ? _number : double.NaN;

    /// <summary>The string, or the JSON text of an object or array; empty for any other kind.</summary>
    public string Text => Kind is PropertyKind.Text or PropertyKind.Json ? _text! : string.Empty;

    /// <summary>The value as a person reads it: strings without quotes, numbers as they were written, nothing for null.</summary>
    public override string ToString() => Kind switch
    {
        PropertyKind.Boolean => _number != 0 ? "true" : "false",
        PropertyKind.Number => _text ?? _number.ToString("R", CultureInfo.InvariantCulture),
        PropertyKind.Null => string.Empty,
        _ => _text!,
    };
}
