using System.Text.Encodings.Web;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Http;

/// <summary>How JSON is written here.</summary>
internal static class JsonText
{
    /// <summary>
    /// Vietnamese letters stay letters, at a third of the size of their escapes. Every answer says that it is JSON
    /// and forbids sniffing, so that nothing in it is ever taken for markup.
    /// </summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same for JSON that is built before it is written.</summary>
    public static JsonSerializerOptions SerializerOptions { get; } = new(JsonSerializerDefaults.General) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
