using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Takes the properties that have a meaning out of a draft, reports what is wrong with them, and leaves the rest.</summary>
internal sealed class PropertyIntake(ProblemLog problems)
{
    private JsonPath _path = new();
    private bool _isRight;

    /// <summary>False once a property is in error.</summary>
    public bool IsRight => _isRight;

    public void Begin(FeatureDraft draft, JsonPath path)
    {
        Rest.Clear();
        Rest.AddRange(draft.Properties);
        _path = path;
        _isRight = true;
    }

    /// <summary>What was not taken, in its order.</summary>
    public PropertyBuffer Rest { get; } = new();

    /// <summary>Free text; empty where there is none. Any other value is reported and stays as it is.</summary>
    public string Text(string name)
    {
        int at = Rest.IndexOf(name);
        if (at < 0)
            return string.Empty;
        PropertyValue value = Rest.Value(at);
        if (value.Kind == PropertyKind.Text && value.Text.Length > 0)
        {
            Rest.RemoveAt(at);
            return value.Text;
        }

        if (value.Kind is not (PropertyKind.Text or PropertyKind.Null))
            problems.Warn(PathOf(name), $"\"{name}\" is {Called(value)}, not a string, and is not used", "write it in quotes");
        return string.Empty;
    }

    /// <summary>A number within bounds.</summary>
    /// <param name="name">The property.</param>
    /// <param name="minimum">The least value.</param>
    /// <param name="isAboveMinimum">Whether the least value itself is too little.</param>
    public double? Number(string name, double minimum = double.NegativeInfinity, bool isAboveMinimum = false)
    {
        if (!TryTake(name, out PropertyValue value))
            return null;
        if (value.Kind != PropertyKind.Number)
        {
            Fault(name, $"\"{name}\" is {Called(value)}, not a number", value.Kind == PropertyKind.Text && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"write {value.Text} without quotes" : "give a number, or leave it out");
            return null;
        }

        double number = value.Number;
        if (!double.IsFinite(number))
            Fault(name, $"\"{name}\" is too large to be finite", "give a smaller number");
        else if (number < minimum || (isAboveMinimum && number == minimum))
            Fault(name, $"\"{name}\" is {value}", $"it is {(isAboveMinimum ? "more than" : "at least")} {minimum}");
        return number;
    }

    /// <summary>The id of another feature.</summary>
    public FeatureId Reference(string name)
    {
        if (!TryTake(name, out PropertyValue value))
            return FeatureId.None;
        switch (value.Kind)
        {
            case PropertyKind.Text:
                return FeatureId.Of(value.Text);
            case PropertyKind.Number when double.IsFinite(value.Number):
                return FeatureId.OfNumber(value.ToString());
            default:
                Fault(name, $"\"{name}\" is {Called(value)}, not an id", "give the id of a zone: a string or a number, as that zone has it");
                return FeatureId.None;
        }
    }

    public bool? Boolean(string name)
    {
        if (!TryTake(name, out PropertyValue value))
            return null;
        if (value.Kind != PropertyKind.Boolean)
            Fault(name, $"\"{name}\" is {Called(value)}, not a boolean", "write true or false, without quotes");
        return value.Boolean;
    }

    /// <summary>One of a list of words.</summary>
    public T? Term<T>(string name, Terms<T> terms)
        where T : struct, Enum
    {
        if (!TryTake(name, out PropertyValue value))
            return null;
        if (value.Kind == PropertyKind.Text && terms.TryParse(value.Text, out T known))
            return known;
        string nearest = value.Kind == PropertyKind.Text ? Spelling.Nearest(value.Text, terms.Words) : string.Empty;
        string choice = $"it is one of {Spelling.Choice(terms.Words)}";
        Fault(
            name, value.Kind == PropertyKind.Text ? $"\"{name}\" is \"{value.Text}\", which has no meaning" : $"\"{name}\" is {Called(value)}, not a string",
            nearest.Length > 0 ? $"did you mean \"{nearest}\"? {choice}" : choice);
        return null;
    }

    /// <summary>A year, as a number or a string, or a day.</summary>
    public ServiceDate? Date(string name)
    {
        if (!TryTake(name, out PropertyValue value))
            return null;
        if (value.Kind == PropertyKind.Number && value.Number is >= 1 and <= 9999 && double.IsInteger(value.Number))
            return ServiceDate.OfYear((int)value.Number);
        if (value.Kind == PropertyKind.Text && ServiceDate.TryParse(value.Text, out ServiceDate date))
            return date;
        Fault(
            name, value.Kind is PropertyKind.Text or PropertyKind.Number ? $"\"{name}\" is \"{value}\", which is no year and no day" : $"\"{name}\" is {Called(value)}, not a year or day",
            "give a year such as 2026, or a day such as \"2026-03-01\"");
        return null;
    }

    /// <summary>Reports an error of a property.</summary>
    public void Fault(string name, string message, string remedy)
    {
        problems.Error(PathOf(name), message, remedy);
        _isRight = false;
    }

    public string PathOf(string name)
    {
        _path.Push("properties");
        string text = _path.With(name);
        _path.Pop();
        return text;
    }

    private static string Called(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Boolean => "a boolean",
        PropertyKind.Number => "a number",
        PropertyKind.Text => "a string",
        PropertyKind.Json => value.Text[0] == '[' ? "an array" : "an object",
        _ => "null",
    };

    // An explicit null says nothing, and stays so that it is written again.
    private bool TryTake(string name, out PropertyValue value)
    {
        int at = Rest.IndexOf(name);
        value = at < 0 ? PropertyValue.Null : Rest.Value(at);
        if (value.IsNull)
            return false;
        Rest.RemoveAt(at);
        return true;
    }
}
