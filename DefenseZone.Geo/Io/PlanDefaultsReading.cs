using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Reads and writes the <c>defaults</c> of <c>plan.json</c>.</summary>
internal sealed class PlanDefaultsReading(ProblemLog problems, GeoJsonLimits limits)
{
    private const string Path = "$.defaults.";

    public PlanDefaults Read(string json)
    {
        PropertyBuffer members = Members(json);
        PlanDefaults defaults = PlanDefaults.None;
        int at = members.IndexOf(PropertyNames.CoverageRadiusMetres);
        if (at >= 0 && !members.Value(at).IsNull)
        {
            defaults = defaults with { CoverageRadiiMetres = Radii(members.Value(at)) };
            members.RemoveAt(at);
        }

        at = members.IndexOf(PlanDescription.MinimumGapMetres);
        if (at >= 0 && !members.Value(at).IsNull)
        {
            if (Number(members.Value(at), PlanDescription.MinimumGapMetres) is { } gap)
                defaults = defaults with { MinimumGapMetres = gap };
            members.RemoveAt(at);
        }

        for (int i = 0; i < members.Count; i++)
        {
            string name = members.Name(i);
            foreach (string known in (ReadOnlySpan<string>)[PropertyNames.CoverageRadiusMetres, PlanDescription.MinimumGapMetres])
            {
                if (Spelling.Nearest(name, [known]).Length > 0)
                    problems.Warn(Path + name, $"\"{name}\" has no meaning, and is only kept", $"did you mean \"{known}\"?");
            }
        }

        return defaults with { OtherMembers = members.ToProperties() };
    }

    /// <summary>Writes the defaults as a member, if there are any; says whether there are.</summary>
    public static bool Write(Utf8JsonWriter writer, string name, PlanDefaults defaults)
    {
        bool hasGap = defaults.MinimumGapMetres != PlanDefaults.None.MinimumGapMetres;
        if (defaults.CoverageRadiiMetres.Count == 0 && !hasGap && defaults.OtherMembers.Count == 0)
            return false;
        writer.WriteStartObject(name);
        if (defaults.CoverageRadiiMetres.Count > 0)
        {
            writer.WritePropertyName(PropertyNames.CoverageRadiusMetres);
            WriteRadii(writer, defaults);
        }

        if (hasGap)
            writer.WriteNumber(PlanDescription.MinimumGapMetres, defaults.MinimumGapMetres);
        foreach ((string member, PropertyValue value) in defaults.OtherMembers)
        {
            bool isSet = (member == PropertyNames.CoverageRadiusMetres && defaults.CoverageRadiiMetres.Count > 0)
                || (member == PlanDescription.MinimumGapMetres && hasGap);
            if (isSet)
                continue;
            writer.WritePropertyName(member);
            GeoJsonFeatures.WriteValue(writer, value);
        }

        writer.WriteEndObject();
        return true;
    }

    private static void WriteRadii(Utf8JsonWriter writer, PlanDefaults defaults)
    {
        bool isOne = defaults.CoverageRadiiMetres.Count == Vocabulary.FacilityLayers.Words.Length;
        double first = double.NaN;
        foreach ((FacilityKind _, double radius) in defaults.CoverageRadiiMetres)
        {
            if (double.IsNaN(first))
                first = radius;
            isOne &= radius == first;
        }

        if (isOne)
        {
            writer.WriteNumberValue(first);
            return;
        }

        writer.WriteStartObject();
        foreach ((FacilityKind kind, double radius) in defaults.CoverageRadiiMetres)
            writer.WriteNumber(Vocabulary.FacilityLayers[kind], radius);
        writer.WriteEndObject();
    }

    private PropertyBuffer Members(string json)
    {
        var members = new PropertyBuffer();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        PlanDescription.TryReadObject(stream, members, problems, limits, CancellationToken.None);
        return members;
    }

    private System.Collections.Immutable.ImmutableSortedDictionary<FacilityKind, double> Radii(PropertyValue value)
    {
        var radii = PlanDefaults.None.CoverageRadiiMetres;
        if (value.Kind != PropertyKind.Json || value.Text[0] != '{')
        {
            if (Number(value, PropertyNames.CoverageRadiusMetres) is not { } one)
                return radii;
            foreach (string layer in Vocabulary.FacilityLayers.Words)
            {
                if (Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind))
                    radii = radii.SetItem(kind, one);
            }

            return radii;
        }

        PropertyBuffer members = Members(value.Text);
        for (int i = 0; i < members.Count; i++)
        {
            string layer = members.Name(i);
            PropertyValue radius = members.Value(i);
            string path = PropertyNames.CoverageRadiusMetres + new JsonPath().With(layer)[1..];
            if (!Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind))
            {
                string nearest = Spelling.Nearest(layer, Vocabulary.FacilityLayers.Words);
                problems.Error(
                    Path + path, $"there is no layer of facilities \"{layer}\"",
                    nearest.Length > 0 ? $"did you mean \"{nearest}\"?" : $"it is one of {Spelling.Choice(Vocabulary.FacilityLayers.Words)}");
            }
            else if (Number(radius, path) is { } metres)
            {
                radii = radii.SetItem(kind, metres);
            }
        }

        return radii;
    }

    private double? Number(PropertyValue value, string path)
    {
        if (value.Kind != PropertyKind.Number || !double.IsFinite(value.Number))
            problems.Error(Path + path, $"this is {(value.Kind == PropertyKind.Number ? "too large a number" : "not a number")}", "give metres, as a number without quotes");
        else if (value.Number < 0)
            problems.Error(Path + path, $"this is {value}", "it is at least 0");
        else if (value.Number > LayerFormat.WidestRadiusMetres && path.StartsWith(PropertyNames.CoverageRadiusMetres, StringComparison.Ordinal))
            problems.Error(Path + path, $"the radius is {value.Number / 1000} km", $"the radius is in metres, and at most {LayerFormat.WidestRadiusMetres}");
        else
            return value.Number;
        return null;
    }
}
