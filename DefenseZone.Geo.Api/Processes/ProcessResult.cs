using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>What a process has found, to be written in the form asked for.</summary>
/// <param name="WriteJson">Writes it as one JSON object, the same as the command line writes.</param>
internal sealed record ProcessResult(Action<Utf8JsonWriter> WriteJson)
{
    /// <summary>What a collection of its features says beside them: the figures and how they were obtained.</summary>
    public Func<FeatureProperties> Members { get; init; } = static () => FeatureProperties.Empty;

    /// <summary>What there is to draw.</summary>
    public Func<IEnumerable<PlanFeature>> Features { get; init; } = static () => [];

    /// <summary>Writes it in the one form of the process that is no JSON; nothing where there is none.</summary>
    public Action<Stream, CancellationToken> WriteBinary { get; init; } = static (_, _) => { };

    /// <summary>The outcome in a line, for whoever watched it being found; empty for nothing.</summary>
    public string Summary { get; init; } = string.Empty;
}

/// <summary>The form in which a result is wanted.</summary>
/// <param name="Output">The output that it is.</param>
/// <param name="MediaType">The media type of the value.</param>
/// <param name="AsDocument">True where the value is wrapped in a document of outputs by name.</param>
internal sealed record ResultForm(ProcessOutput Output, string MediaType, bool AsDocument)
{
    /// <summary>What the check of the plan found: part of every answer that is JSON.</summary>
    public PlanFindings Findings { get; init; } = PlanFindings.None;

    /// <summary>The media type of what is written.</summary>
    public string ContentType => AsDocument ? MediaTypes.Json : MediaType;

    /// <summary>Writes a result in this form.</summary>
    /// <param name="result">The result.</param>
    /// <param name="answer">Where to.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="LimitReachedException">It is larger than the answer may be.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Write(ProcessResult result, AnswerBuffer answer, CancellationToken cancellation)
    {
        bool isBinary = string.Equals(MediaType, MediaTypes.GeoTiff, StringComparison.Ordinal);
        if (isBinary && !AsDocument)
        {
            using var stream = new AnswerStream(answer);
            result.WriteBinary(stream, cancellation);
            return;
        }

        using var json = new Utf8JsonWriter(answer, JsonText.WriterOptions);
        if (AsDocument)
        {
            json.WriteStartObject();
            json.WriteStartObject(Output.Name);
            json.WriteString("mediaType", MediaType);
            if (isBinary)
                json.WriteString("encoding", "base64");
            json.WritePropertyName("value");
        }

        if (isBinary)
            json.WriteBase64StringValue(Binary(result, answer, cancellation));
        else if (string.Equals(MediaType, MediaTypes.GeoJson, StringComparison.Ordinal))
            WriteFeatures(json, result, cancellation);
        else
            WriteReport(json, result, answer);
        if (AsDocument)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void WriteReport(Utf8JsonWriter json, ProcessResult result, AnswerBuffer answer)
    {
        var raw = new AnswerBuffer(answer.LimitBytes);
        PlanFindingsJson.WriteWith(json, Findings, result.WriteJson, raw, () => BytesOf(raw));
    }

    private static byte[] Binary(ProcessResult result, AnswerBuffer answer, CancellationToken cancellation)
    {
        var raw = new AnswerBuffer(answer.LimitBytes);
        using var stream = new AnswerStream(raw);
        result.WriteBinary(stream, cancellation);
        return BytesOf(raw);
    }

    private static byte[] BytesOf(AnswerBuffer raw)
    {
        var bytes = new byte[raw.Length];
        int at = 0;
        foreach (ReadOnlyMemory<byte> piece in raw.TakePieces())
        {
            piece.CopyTo(bytes.AsMemory(at));
            at += piece.Length;
        }

        return bytes;
    }

    private void WriteFeatures(Utf8JsonWriter json, ProcessResult result, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        foreach ((string name, PropertyValue value) in result.Members())
        {
            json.WritePropertyName(name);
            GeoJsonFeatures.WriteValue(json, value);
        }

        PlanFindingsJson.WriteMembers(json, Findings);
        json.WriteStartArray("features");
        foreach (PlanFeature feature in result.Features())
        {
            cancellation.ThrowIfCancellationRequested();
            GeoJsonFeatures.WriteFeature(json, feature);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
