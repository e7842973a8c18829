using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// What the check of a plan found, as members of every answer about the plan: <c>warnings</c>, and where somebody asked
/// for an answer in spite of errors <c>despiteErrors</c> and <c>errors</c>. Each lists at most
/// <see cref="MostListed"/>; <c>omittedWarnings</c> and <c>omittedErrors</c> count the others.
/// </summary>
public static class PlanFindingsJson
{
    /// <summary>How many warnings, and how many errors, an answer lists.</summary>
    public const int MostListed = 100;

    /// <summary>Writes a report, which is one JSON object, with the findings as its last members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="findings">What was found; where that is nothing, the report alone is written.</param>
    /// <param name="report">Writes the report.</param>
    public static void WriteWith(Utf8JsonWriter writer, PlanFindings findings, Action<Utf8JsonWriter> report)
    {
        var text = new ArrayBufferWriter<byte>(1 << 16);
        WriteWith(writer, findings, report, text, () => text.WrittenMemory);
    }

    /// <inheritdoc cref="WriteWith(Utf8JsonWriter, PlanFindings, Action{Utf8JsonWriter})"/>
    /// <param name="writer">Where to.</param>
    /// <param name="findings">What was found; where that is nothing, the report alone is written.</param>
    /// <param name="report">Writes the report.</param>
    /// <param name="text">Takes the report's text before it goes on to the writer; it may have a limit.</param>
    /// <param name="written">What that has taken.</param>
    public static void WriteWith(
        Utf8JsonWriter writer, PlanFindings findings, Action<Utf8JsonWriter> report, IBufferWriter<byte> text, Func<ReadOnlyMemory<byte>> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(report);
        if (findings.IsEmpty)
        {
            report(writer);
            return;
        }

        using (var own = new Utf8JsonWriter(text, writer.Options with { SkipValidation = true }))
        {
            report(own);
            own.Flush();
        }

        // The report's own text without its last bracket, and the findings without their first.
        ReadOnlyMemory<byte> members = written()[..^1];
        while (members.Span[^1] is (byte)' ' or (byte)'\n' or (byte)'\r')
            members = members[..^1];
        var rest = new ArrayBufferWriter<byte>(1 << 12);
        using (var own = new Utf8JsonWriter(rest, writer.Options with { SkipValidation = true }))
        {
            own.WriteStartObject();
            WriteMembers(own, findings);
            own.WriteEndObject();
        }

        var whole = new ArrayBufferWriter<byte>(members.Length + rest.WrittenCount + 1);
        whole.Write(members.Span);
        if (members.Length > 1)
            whole.Write(","u8);
        whole.Write(rest.WrittenSpan[1..]);
        writer.WriteRawValue(whole.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>Writes the findings as members of the object in which the writer stands; nothing where nothing was found.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, PlanFindings findings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.DespiteErrors)
        {
            writer.WriteBoolean(DespiteErrors.Name, true);
            WriteList(writer, "errors", "omittedErrors", findings.Errors, 0);
        }

        if (!findings.Warnings.IsEmpty || findings.OmittedProblems > 0)
            WriteList(writer, "warnings", "omittedWarnings", findings.Warnings, findings.OmittedProblems);
    }

    /// <summary>The findings as members of a FeatureCollection.</summary>
    public static FeatureProperties Members(PlanFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.IsEmpty)
            return FeatureProperties.Empty;
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, GeoJsonFeatures.WriterOptions))
        {
            writer.WriteStartObject();
            WriteMembers(writer, findings);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(text.WrittenMemory);
        return FeatureProperties.Of(document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(
            member.Name,
            member.Value.ValueKind == JsonValueKind.Number ? PropertyValue.OfNumber(member.Value.GetRawText()) : PropertyValue.OfJson(member.Value.GetRawText()))));
    }

    private static void WriteList(
        Utf8JsonWriter writer, string name, string omittedName, ImmutableArray<PlanProblem> problems, int omitted)
    {
        writer.WriteStartArray(name);
        int listed = Math.Min(MostListed, problems.Length);
        for (int i = 0; i < listed; i++)
            PlanProblemsJson.WriteProblem(writer, problems[i]);
        writer.WriteEndArray();
        if (problems.Length - listed + omitted > 0)
            writer.WriteNumber(omittedName, problems.Length - listed + omitted);
    }
}
