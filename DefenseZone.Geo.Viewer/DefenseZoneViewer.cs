using DefenseZone.Geo.Viewer.Pages;
using Microsoft.AspNetCore.Builder;
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
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
