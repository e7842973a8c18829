using DefenseZone.Geo.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>The picture in a browser's tab: a border, covered on one side of a gap and doubly on the other.</summary>
internal static class Favicon
{
    private const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#16323a"/><path d="M4 20l7-7" stroke="#f2a541" stroke-width="5" stroke-linecap="round"/><path d="M14 11l4 4" stroke="#c8102e" stroke-width="5"/><path d="M21 18l7-9" stroke="#67b0a8" stroke-width="5" stroke-linecap="round"/></svg>
        """;

    // Browsers ask for this name unless a page says otherwise, and take what they get by its type.
    public static void MapFavicon(this IEndpointRouteBuilder routes) => routes.MapMethods("/favicon.ico", Verbs.Read, Draw);

    private static ContentHttpResult Draw(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Text(Svg, "image/svg+xml");
    }
}
