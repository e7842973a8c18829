using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>
/// Reads parts of a JSON body whose every member is known. What is wrong goes to the list of faults, with its JSON
/// pointer; what is returned then only lets the reading go on.
/// </summary>
internal static class JsonMembers
{
    private const string PlaceRule = "It must be an array of two numbers: longitude from -180 to 180, then latitude from -90 to 90, in degrees.";

    /// <summary>The members of an object; those that are unknown or given twice are left out and told.</summary>
    public static ImmutableArray<JsonProperty> Of(JsonElement element, string at, ImmutableArray<string> known, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new Fault(at.Length == 0 ? "/" : at, $"Here is {Kind(element)}.", "It must be an object."));
            return [];
        }

        var members = ImmutableArray.CreateBuilder<JsonProperty>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string where = $"{at}/{Escaped(member.Name)}";
            if (!seen.Add(member.Name))
                faults.Add(new Fault(where, $"'{Short(member.Name)}' is given more than once.", "Give it once."));
            else if (!known.Contains(member.Name))
                faults.Add(new Fault(where, $"'{Short(member.Name)}' is not known here.", $"Known are: {string.Join(", ", known)}."));
            else
                members.Add(member);
        }

        return members.DrainToImmutable();
    }

    /// <summary>The name of a member as a JSON pointer has it.</summary>
    public static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static double Number(JsonElement element, string at, NumberBounds bounds, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && bounds.Contains(number))
            return number;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be a number {bounds}."));
        return double.NaN;
    }

    public static bool Flag(JsonElement element, string at, FaultList faults)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", "It must be true or false."));
        return false;
    }

    public static int Whole(JsonElement element, string at, int least, int most, FaultList faults)
    {
        // JSON does not tell 3.0 from 3.
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number)
            && number >= least && number <= most && Math.Floor(number) == number)
            return (int)number;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be a whole number from {least} to {most}."));
        return least;
    }

    public static string Word(JsonElement element, string at, ImmutableArray<string> known, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.String && known.Contains(element.GetString()!))
            return element.GetString()!;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be one of: {string.Join(", ", known)}."));
        return string.Empty;
    }

    public static ImmutableArray<T> Words<T>(JsonElement element, string at, Terms<T> terms, FaultList faults)
        where T : struct, Enum
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be an array with any of: {string.Join(", ", terms.Words)}."));
            return [];
        }

        var values = ImmutableArray.CreateBuilder<T>();
        int index = 0;
        foreach (JsonElement entry in element.EnumerateArray())
        {
            string where = $"{at}/{index++}";
            if (entry.ValueKind != JsonValueKind.String || !terms.TryParse(entry.GetString(), out T value))
                faults.Add(new Fault(where, $"Here is {Kind(entry)}.", $"It must be one of: {string.Join(", ", terms.Words)}."));
            else if (values.Contains(value))
                faults.Add(new Fault(where, $"{Kind(entry)} is given more than once.", "Give it once."));
            else
                values.Add(value);
        }

        return values.DrainToImmutable();
    }

    /// <summary>A text that is not empty.</summary>
    public static string Text(JsonElement element, string at, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString()!.Length > 0)
            return element.GetString()!;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", "It must be a text that is not empty."));
        return string.Empty;
    }

    /// <summary>The id of a feature, a text or a number.</summary>
    public static FeatureId Id(JsonElement element, string at, FaultList faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when element.GetString()!.Length > 0:
                return FeatureId.Of(element.GetString()!);
            case JsonValueKind.Number when double.IsFinite(element.GetDouble()):
                return FeatureId.OfNumber(element.GetRawText());
            default:
                faults.Add(new Fault(at, $"Here is {Kind(element)}.", "It must be the id of a feature, a text or a number."));
                return FeatureId.None;
        }
    }

    /// <summary>The ids of features, each once, and at most so many.</summary>
    public static ImmutableArray<FeatureId> Ids(JsonElement element, string at, int most, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > most)
        {
            faults.Add(new Fault(at, $"Here are {element.GetArrayLength()} entries.", $"There may be {most}."));
            return [];
        }

        var ids = ImmutableArray.CreateBuilder<FeatureId>();
        var seen = new HashSet<FeatureId>();
        foreach ((JsonElement entry, string where) in Entries(element, at, "ids of features", faults))
        {
            FeatureId id = Id(entry, where, faults);
            if (!id.IsNone && !seen.Add(id))
                faults.Add(new Fault(where, $"{Kind(entry)} is given more than once.", "Give it once."));
            else if (!id.IsNone)
                ids.Add(id);
        }

        return ids.DrainToImmutable();
    }

    /// <summary>A place: longitude and latitude in degrees.</summary>
    public static GeoPoint Place(JsonElement element, string at, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
            && element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number)
        {
            try
            {
                return CoordinateSystem.Of(4326).PlaceOf(element[0].GetDouble(), element[1].GetDouble());
            }
            catch (ArgumentException fault)
            {
                faults.Add(new Fault(at, fault.Message, PlaceRule));
                return default;
            }
        }

        faults.Add(new Fault(
            at,
            $"Here is {Kind(element)} that is no place.",
            PlaceRule));
        return default;
    }

    /// <summary>The entries of an array with their JSON pointers; none where it is no array, which is told.</summary>
    public static IEnumerable<(JsonElement Entry, string At)> Entries(JsonElement element, string at, string what, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select((entry, index) => (entry, $"{at}/{index}"));
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be an array of {what}."));
        return [];
    }

    /// <summary>What a value is, in words that continue "Here is".</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the text '{Short(element.GetString()!)}'",
        JsonValueKind.Number => $"the number {Short(element.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static string Short(string text) => FaultList.Shorten(text, 60);
}
