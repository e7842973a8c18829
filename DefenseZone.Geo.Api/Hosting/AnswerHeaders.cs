using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Viewer;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>What every answer says: how browsers are to treat it, and what it depends on.</summary>
internal static class AnswerHeaders
{
    /// <summary>Sets them at the last moment, since an error clears what was set before it.</summary>
    public static Task Set(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            IHeaderDictionary headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            var settings = context.RequestServices.GetRequiredService<ApiSettings>();
            if (!settings.AllowedOrigins.IsEmpty && !settings.AllowedOrigins.Contains("*"))
                Vary(headers, HeaderNames.Origin);
            bool isMap = headers.ContentSecurityPolicy.Count == 0
                && (context.Response.ContentType?.StartsWith(MediaTypes.Html, StringComparison.OrdinalIgnoreCase) ?? false);
            if (isMap)
            {
                headers.ContentSecurityPolicy = DefenseZoneViewer.ContentSecurityPolicy(context.Request.Host.Value ?? string.Empty);
                Vary(headers, HeaderNames.AcceptLanguage);
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static void Vary(IHeaderDictionary headers, string name)
    {
        bool isThere = headers.Vary.SelectMany(values => (values ?? string.Empty).Split(',')).Any(one => string.Equals(one.Trim(), name, StringComparison.OrdinalIgnoreCase));
        if (!isThere)
            headers.Vary = headers.Vary.Count == 0 ? name : $"{headers.Vary}, {name}";
    }
}
