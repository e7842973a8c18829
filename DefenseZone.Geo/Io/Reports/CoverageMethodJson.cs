using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>How a report was obtained: the model and every parameter that bears on it.</summary>
internal static class CoverageMethodJson
{
    /// <summary>Writes the member <c>method</c>. An empty list of kinds or statuses means the default selection.</summary>
    public static void Write(Utf8JsonWriter writer, CoverageReport report)
    {
        CoverageProblem problem = report.Problem;
        writer.WriteStartObject("method");
        writer.WriteString("model", problem.Model.Name);
        foreach (ModelParameter parameter in problem.Model.Parameters)
        {
            if (parameter.Value is { } value)
                writer.WriteNumber(parameter.Name, value);
            else
                writer.WriteNull(parameter.Name);
        }

        writer.WriteStartArray("kinds");
        foreach (FacilityKind kind in problem.Participants.Kinds)
            writer.WriteStringValue(Vocabulary.FacilityLayers[kind]);
        writer.WriteEndArray();
        writer.WriteStartArray("statuses");
        foreach (LifecycleStatus status in problem.Facilities.Statuses)
            writer.WriteStringValue(Vocabulary.Statuses[status]);
        writer.WriteEndArray();
        if (problem.Facilities.Year is { } year)
            writer.WriteNumber("year", year);
        else
            writer.WriteNull("year");
        writer.WriteNumber("requiredDepth", problem.RequiredDepth);
        writer.WriteNumber("minimumGapMetres", problem.EffectiveMinimumGapMetres);
        writer.WriteString("ellipsoid", "WGS84");
        if (!report.Notes.IsEmpty)
        {
            writer.WriteStartArray("notes");
            foreach (string note in report.Notes)
                writer.WriteStringValue(note);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
