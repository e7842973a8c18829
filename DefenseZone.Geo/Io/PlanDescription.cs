using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Reads and writes <c>plan.json</c>: the name, the description and the defaults of a plan, and whatever else stands there.</summary>
internal static class PlanDescription
{
    public const string FileName = "plan.json";
    public const string MinimumGapMetres = "minimumGapMetres";
    private const string Description = "description";
    private const string Defaults = "defaults";

    /// <summary>A plan with what the text says and without layers. What is wrong is reported.</summary>
    public static Plan Read(Stream stream, ProblemLog problems, GeoJsonLimits limits, CancellationToken cancellationToken)
    {
        // The text is short, and read as one object whose defaults are read again from their own text.
        var members = new PropertyBuffer();
        if (!TryReadObject(stream, members, problems, limits, cancellationToken))
            return Plan.Empty;
        Plan plan = Plan.Empty with
        {
            Name = Text(members, PropertyNames.Name, problems),
            Description = Text(members, Description, problems),
        };
        int at = members.IndexOf(Defaults);
        if (at >= 0 && members.Value(at).Kind == PropertyKind.Json && members.Value(at).Text[0] == '{')
        {
            plan = plan with { Defaults = new PlanDefaultsReading(problems, limits).Read(members.Value(at).Text) };
            members.RemoveAt(at);
        }
        else if (at >= 0 && !members.Value(at).IsNull)
        {
            problems.Error("$.defaults", "the defaults are no object", "give {\"coverageRadiusMetres\": …, \"minimumGapMetres\": …}");
            members.RemoveAt(at);
        }

        return plan with { OtherMembers = members.ToProperties() };
    }

    /// <summary>Reads the members of one object; false where the text is none, which is reported.</summary>
    public static bool TryReadObject(
        Stream stream, PropertyBuffer members, ProblemLog problems, GeoJsonLimits limits,
        CancellationToken cancellationToken)
    {
        var path = new JsonPath();
        var reading = new FeatureDraftReading(problems, path, new GeometryReading(problems, path, limits), limits);
        JsonTokens tokens = default;
        try
        {
            tokens = new JsonTokens(stream, limits, isExact: true, null, cancellationToken);
            tokens.ReadOn();
            if (tokens.Type != JsonTokenType.StartObject)
            {
                problems.Error("$", $"the text is {CoordinateReading.Called(tokens.Type)}, not an object", "give {\"name\": …, \"description\": …}");
                return false;
            }

            while (true)
            {
                tokens.ReadOn();
                if (tokens.Type == JsonTokenType.EndObject)
                    break;
                string name = tokens.Name();
                tokens.ReadOn();
                path.Push(name);
                reading.Keep(ref tokens, members, null, name);
                path.Pop();
            }

            tokens.Read();
            return true;
        }
        catch (JsonException error)
        {
            GeoJsonReading.ReportSyntax(problems, error, ref tokens, "an empty description is {}");
            return false;
        }
        catch (MalformedJsonException error)
        {
            problems.Error(path.ToString(), error.Message, error.Remedy);
            return false;
        }
        finally
        {
            tokens.Dispose();
        }
    }

    public static void Write(Stream stream, Plan plan)
    {
        using var writer = new Utf8JsonWriter(stream, GeoJsonFeatures.WriterOptions with { Indented = true });
        writer.WriteStartObject();
        if (plan.Name.Length > 0)
            writer.WriteString(PropertyNames.Name, plan.Name);
        if (plan.Description.Length > 0)
            writer.WriteString(Description, plan.Description);
        bool hasDefaults = PlanDefaultsReading.Write(writer, Defaults, plan.Defaults);
        foreach ((string name, PropertyValue value) in plan.OtherMembers)
        {
            bool isSet = (name == PropertyNames.Name && plan.Name.Length > 0)
                || (name == Description && plan.Description.Length > 0)
                || (name == Defaults && hasDefaults);
            if (isSet)
                continue;
            writer.WritePropertyName(name);
            GeoJsonFeatures.WriteValue(writer, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string Text(PropertyBuffer members, string name, ProblemLog problems)
    {
        int at = members.IndexOf(name);
        if (at < 0 || members.Value(at).IsNull)
            return string.Empty;
        PropertyValue value = members.Value(at);
        if (value.Kind != PropertyKind.Text)
        {
            problems.Error("$." + name, $"the plan's {name} is not a string", "write it in quotes");
            members.RemoveAt(at);
            return string.Empty;
        }

        if (value.Text.Length > 0)
            members.RemoveAt(at);
        return value.Text;
    }
}
