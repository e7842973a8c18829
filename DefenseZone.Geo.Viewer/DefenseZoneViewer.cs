using DefenseZone.Geo.Viewer.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseZone.Geo.Viewer;

/// <summary>Puts the viewer into a host. The host provides an <see cref="Io.IPlanCatalog"/>.</summary>
public static class DefenseZoneViewer
{
    /// <summary>
    /// Adds what the viewer needs. A host that is run from its build output in the Production environment also has to
    /// call <c>UseStaticWebAssets</c>, or its files come back empty.
    /// </summary>
    public static WebApplicationBuilder AddDefenseZoneViewer(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        return builder;
    }

    /// <summary>Maps the viewer: <c>/</c> goes to the first plan, <c>/map/{plan}</c> shows one.</summary>
    public static WebApplication MapDefenseZoneViewer(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAntiforgery();
        app.MapStaticAssets();

        // The pages have no forms, and whatever can be got can be asked about. The host says what the pages may do.
        RazorComponentsEndpointConventionBuilder pages = app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(static mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        pages.Add(static endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().FirstOrDefault() is not { } methods || !methods.HttpMethods.Contains(HttpMethods.Get) || !endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
                return;
            endpoint.Metadata.Remove(methods);
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return app;
    }

    /// <summary>
    /// What the pages of the map may do, as a <c>Content-Security-Policy</c>: scripts, pictures and connections are this
    /// host's own, no script stands in a page, and nobody else frames it. Widths and places
    /// are set by style attributes, and a print makes a style sheet for its paper.
    /// </summary>
    /// <param name="host">The host and port that the page is asked from; not every browser takes <c>'self'</c> for its web socket.</param>
    public static string ContentSecurityPolicy(string host) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + $"connect-src 'self' ws://{host} wss://{host}; manifest-src 'self'; worker-src 'self' blob:; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
}
