using System.Text.Json;

namespace DefenseZone.Geo.Api.Http;

/// <summary>A link of an OGC API document.</summary>
internal sealed record Link(string Href, string Rel, string Type, string Title);

/// <summary>Relation types that are not in IANA's registry.</summary>
internal static class Relations
{
    public const string Processes = "http://www.opengis.net/def/rel/ogc/1.0/processes";
    public const string JobList = "http://www.opengis.net/def/rel/ogc/1.0/job-list";
    public const string Results = "http://www.opengis.net/def/rel/ogc/1.0/results";
    public const string Exceptions = "http://www.opengis.net/def/rel/ogc/1.0/exceptions";
    public const string MapTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map";
    public const string Execute = "http://www.opengis.net/def/rel/ogc/1.0/execute";
}

/// <summary>Writes links.</summary>
internal static class LinkWriting
{
    public static void WriteLinks(this Utf8JsonWriter json, IEnumerable<Link> links)
    {
        json.WriteStartArray("links");
        foreach (Link link in links)
            json.WriteLink(link);
        json.WriteEndArray();
    }

    private static void WriteLink(this Utf8JsonWriter json, Link link)
    {
        json.WriteStartObject();
        json.WriteString("href", link.Href);
        json.WriteString("rel", link.Rel);
        json.WriteString("type", link.Type);
        json.WriteString("title", link.Title);
        json.WriteEndObject();
    }
}
