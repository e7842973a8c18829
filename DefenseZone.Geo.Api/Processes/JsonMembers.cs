using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>
/// Reads parts of a JSON body whose every member is known. What is wrong goes to the list of faults, with its JSON
/// pointer; what is returned then only lets the reading go on.
/// </summary>
internal static class JsonMembers
{
    /// <summary>The members of an object; those that are unknown or given twice are left out and told.</summary>
    public static ImmutableArray<JsonProperty> Of(JsonElement element, string at, ImmutableArray<string> known, List<Fault> faults)
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
            string where = $"{at}/{member.Name.Replace("~", "~0").Replace("/", "~1")}";
            if (!seen.Add(member.Name))
                faults.Add(new Fault(where, $"'{member.Name}' is given more than once.", "Give it once."));
            else if (!known.Contains(member.Name))
                faults.Add(new Fault(where, $"'{member.Name}' is not known here.", $"Known are: {string.Join(", ", known)}."));
            else
                members.Add(member);
        }

        return members.DrainToImmutable();
    }

    public static double Number(JsonElement element, string at, NumberBounds bounds, List<Fault> faults)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && bounds.Contains(number))
            return number;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be a number {bounds}."));
        return double.NaN;
    }

    public static bool Flag(JsonElement element, string at, List<Fault> faults)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", "It must be true or false."));
        return false;
    }

    public static int Whole(JsonElement element, string at, int least, int most, List<Fault> faults)
    {
        // JSON does not tell 3.0 from 3.
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number)
            && number >= least && number <= most && Math.Floor(number) == number)
            return (int)number;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be a whole number from {least} to {most}."));
        return least;
    }

    public static string Word(JsonElement element, string at, ImmutableArray<string> known, List<Fault> faults)
    {
        if (element.ValueKind == JsonValueKind.String && known.Contains(element.GetString()!))
            return element.GetString()!;
        faults.Add(new Fault(at, $"Here is {Kind(element)}.", $"It must be one of: {string.Join(", ", known)}."));
        return string.Empty;
    }

    public static ImmutableArray<T> Words<T>(JsonElement element, string at, Terms<T> terms, List<Fault> faults)
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

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
