namespace DefenseZone.Geo.Api.Http;

/// <summary>The media types that this service writes.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Html = "text/html";
    public const string Problem = "application/problem+json";
    public const string Png = "image/png";
    public const string Schema = "application/schema+json";

    /// <summary>Clients compare this one character by character.</summary>
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
}
