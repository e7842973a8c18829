using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Workspace;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Viewer.Pages;

/// <summary>The language that a request asks for: by its address, else by what the browser prefers.</summary>
internal static class RequestLanguage
{
    public static Language Of(HttpContext? context)
    {
        if (context is null)
            return Language.English;
        if (ViewerAddress.Parse(context.Request.QueryString.Value ?? string.Empty).Language is { } asked)
            return asked;
        IList<StringWithQualityHeaderValue> accepted = context.Request.GetTypedHeaders().AcceptLanguage;
        foreach (StringWithQualityHeaderValue language in accepted.OrderByDescending(value => value.Quality ?? 1))
        {
            if (language.Value.StartsWith("vi", StringComparison.OrdinalIgnoreCase))
                return Language.Vietnamese;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return Language.English;
        }

        return Language.English;
    }
}
