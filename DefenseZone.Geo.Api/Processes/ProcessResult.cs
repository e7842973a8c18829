using System.Buffers;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Io;
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

    /// <summary>The outcome in a line, for whoever watched it being found; empty for nothing.</summary>
    public string Summary { get; init; } = string.Empty;
}

/// <summary>The form in which a result is wanted.</summary>
/// <param name="Output">The output that it is.</param>
/// <param name="MediaType">The media type of the value.</param>
/// <param name="AsDocument">True where the value is wrapped in a document of outputs by name.</param>
internal sealed record ResultForm(ProcessOutput Output, string MediaType, bool AsDocument)
{
    private const int FlushAtBytes = 32 * 1024;

    /// <summary>The media type of what is written.</summary>
    public string ContentType => AsDocument ? MediaTypes.Json : MediaType;

    /// <summary>Writes a result in this form.</summary>
    /// <param name="result">The result.</param>
    /// <param name="target">Where to.</param>
    /// <param name="flush">Called from time to time, when there is something to be sent.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task Write(ProcessResult result, IBufferWriter<byte> target, Func<ValueTask> flush, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(target, JsonText.WriterOptions);
        if (AsDocument)
        {
            json.WriteStartObject();
            json.WriteStartObject(Output.Name);
            json.WriteString("mediaType", MediaType);
            json.WritePropertyName("value");
        }

        if (string.Equals(MediaType, MediaTypes.GeoJson, StringComparison.Ordinal))
            await WriteFeatures(json, result, flush, cancellation);
        else
            result.WriteJson(json);
        if (AsDocument)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await json.FlushAsync(cancellation);
        await flush();
    }

    private static async Task WriteFeatures(Utf8JsonWriter json, ProcessResult result, Func<ValueTask> flush, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        foreach ((string name, PropertyValue value) in result.Members())
        {
            json.WritePropertyName(name);
            GeoJsonFeatures.WriteValue(json, value);
        }

        json.WriteStartArray("features");
        foreach (PlanFeature feature in result.Features())
        {
            GeoJsonFeatures.WriteFeature(json, feature);
            if (json.BytesPending < FlushAtBytes)
                continue;
            await json.FlushAsync(cancellation);
            await flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
