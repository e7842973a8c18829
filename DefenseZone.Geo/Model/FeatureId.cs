using System.Globalization;

namespace DefenseZone.Geo.Model;

/// <summary>
/// The identifier of a feature within its layer: a JSON string or a JSON number, kept as it was written so
/// that it survives every round trip.
/// </summary>
/// <remarks>The string <c>"7"</c> and the number <c>7</c> are different identifiers.</remarks>
public readonly record struct FeatureId : IComparable<FeatureId>
{
    private const NumberStyles NumberForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private readonly string? _text;

    private FeatureId(string text, bool isNumber)
    {
        _text = text;
        IsNumber = isNumber;
    }

    /// <summary>The identifier's characters: the string itself, or the number as it was written.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>No identifier; the default value. What refers to no other feature refers to this.</summary>
    public static FeatureId None => default;

    /// <summary>True where this is no identifier.</summary>
    public bool IsNone => _text is null;

    /// <summary>True when the identifier is a JSON number.</summary>
    public bool IsNumber { get; }

    /// <summary>An identifier that is a JSON string.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static FeatureId Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FeatureId(text, isNumber: false);
    }

    /// <summary>An identifier that is a JSON number.</summary>
    public static FeatureId Of(long number) =>
        new(number.ToString(CultureInfo.InvariantCulture), isNumber: true);

    /// <summary>An identifier that is a JSON number, from its characters in a JSON text.</summary>
    /// <exception cref="FormatException"><paramref name="json"/> is not a number.</exception>
    public static FeatureId OfNumber(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryOfNumber(json, out FeatureId id)
            ? id
            : throw new FormatException($"A feature id must be a string or a number; '{json}' is neither.");
    }

    /// <summary>An identifier that is a JSON number, where a text is one: no spaces, no thousands separators, finite.</summary>
    public static bool TryOfNumber(string? text, out FeatureId id)
    {
        bool isNumber = double.TryParse(text, NumberForm, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        id = isNumber ? new FeatureId(text!, isNumber: true) : None;
        return isNumber;
    }

    /// <summary>Numbers come first, by value; then strings, by their characters.</summary>
    public int CompareTo(FeatureId other)
    {
        if (IsNumber != other.IsNumber)
            return IsNumber ? -1 : 1;
        if (IsNumber)
        {
            int byValue = double.Parse(Text, NumberForm, CultureInfo.InvariantCulture)
                .CompareTo(double.Parse(other.Text, NumberForm, CultureInfo.InvariantCulture));
            if (byValue != 0)
                return byValue;
        }

        return string.CompareOrdinal(Text, other.Text);
    }

    /// <summary>The identifier's characters, without quotes.</summary>
    public override string ToString() => Text;

    /// <summary>The identifier as its JSON kind shows it: a string within quotation marks, a number without.</summary>
    public string Quoted => IsNumber ? Text : $"\"{Text}\"";

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(FeatureId left, FeatureId right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(FeatureId left, FeatureId right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(FeatureId left, FeatureId right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(FeatureId left, FeatureId right) => left.CompareTo(right) >= 0;
}
