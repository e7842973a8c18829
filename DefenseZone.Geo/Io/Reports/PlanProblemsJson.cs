using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>What is wrong with a plan as one JSON object, the same from the command line and from a service.</summary>
public static class PlanProblemsJson
{
    /// <summary>Writes <c>errorCount</c>, <c>warningCount</c>, <c>omittedProblems</c> and <c>problems</c>; what is not known of a problem is null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reading">What reading the plan gave.</param>
    public static void Write(Utf8JsonWriter writer, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(reading);
        int errors = reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        writer.WriteStartObject();
        writer.WriteNumber("errorCount", errors);
        writer.WriteNumber("warningCount", reading.Problems.Length - errors);
        writer.WriteNumber("omittedProblems", reading.OmittedProblems);
        writer.WriteStartArray("problems");
        foreach (PlanProblem problem in reading.Problems)
            WriteProblem(writer, problem);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one problem as an object.</summary>
    public static void WriteProblem(Utf8JsonWriter writer, PlanProblem problem)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(problem);
        writer.WriteStartObject();
        writer.WriteString("severity", problem.Severity == ProblemSeverity.Error ? "error" : "warning");
        WriteText(writer, "file", problem.File);
        WriteText(writer, "layer", problem.Layer);
        writer.WriteId("featureId", problem.FeatureId);
        WriteNumber(writer, "featureIndex", problem.FeatureIndex, isKnown: problem.FeatureIndex >= 0);
        WriteText(writer, "jsonPath", problem.JsonPath);
        WriteNumber(writer, "line", problem.Line, isKnown: problem.Line > 0);
        WriteNumber(writer, "position", problem.Position, isKnown: problem.Position > 0);
        writer.WriteString("message", problem.Message);
        writer.WriteString("remedy", problem.Remedy);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
            writer.WriteString(name, text);
        else
            writer.WriteNull(name);
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long number, bool isKnown)
    {
        if (isKnown)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
