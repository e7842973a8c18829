using System.Net;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Jobs;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Processes.Questions;
using DefenseZone.Geo.Api.Tiles;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>What the host is made of.</summary>
internal static class ApiHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private static readonly PathString PlansPath = new("/plans");
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>The services that the endpoints need.</summary>
    /// <exception cref="SettingsException">A setting cannot be used.</exception>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        ApiSettings settings = ApiSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IPlanCatalog>(new PlanFolderCatalog(settings.PlansFolder));
        builder.Services.AddSingleton(KnownProcesses.List);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<WorkQueue>();
        builder.Services.AddSingleton<WaitedWork>();
        builder.Services.AddSingleton<TerrainOverviews>();
        builder.Services.AddSingleton<TileCache>();
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JobQueue>());
        builder.Services.AddExceptionHandler<ProblemTable>();
        builder.Services.AddSingleton<RouteMethods>();

        // The setting AllowedHosts is ours: the framework's own filter of that name knows nothing of this machine's names.
        builder.Services.PostConfigure<HostFilteringOptions>(static filter => filter.AllowedHosts = ["*"]);
        builder.Services.AddHostedService<Welcome>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Delete)
            .WithHeaders("Accept", "Content-Type", "If-None-Match", "If-Match", "Prefer")
            .WithExposedHeaders("ETag", "Link", "Location", Preferences.Applied, "Retry-After")));

        // Answers are public and repeat nothing of what a session holds, so that compressing them over TLS gives
        // nothing away. The viewer's pages are not compressed here.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
                [MediaTypes.Json, MediaTypes.GeoJson, MediaTypes.Html, MediaTypes.Schema, "application/vnd.oai.openapi+json"];
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaximumBodyBytes;
        });

        // Everything that listens elsewhere than on this machine is asked for by name.
        bool isAddressed = AddressSettings.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isAddressed)
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>The pipeline and the endpoints.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ApiSettings>();
        app.Use(AnswerHeaders.Set);
        if (!settings.TrustedProxies.IsEmpty)
        {
            app.Use(static (http, next) => ForwardedCheck.FaultsOf(http.Request.Headers) is { Count: > 0 } faults
                ? ProblemResponse.Write(http, RequestProblem.BadRequest(faults))
                : next(http));
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (IPAddress proxy in settings.TrustedProxies)
                forwarded.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(forwarded);
        }

        // A proxy may hand on the path that the world knows, or cut it off: both are understood.
        if (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out Uri? publicUrl) && publicUrl.AbsolutePath.Length > 1)
            app.UsePathBase(publicUrl.AbsolutePath.TrimEnd('/'));
        app.UseMiddleware<RequestGuard>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments(PlansPath, StringComparison.OrdinalIgnoreCase), branch => branch.UseResponseCompression());
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ProblemResponse.WriteBare(context.HttpContext));
        app.Use(RouteMethods.Tell);
        app.UseRouting();
        if (!settings.AllowedOrigins.IsEmpty)
            app.UseCors();
        app.Use(RouteMethods.AnswerOptions);

        RouteGroupBuilder plans = app.MapGroup(PlansPath.Value!);
        plans.MapPlans();
        RouteGroupBuilder plan = plans.MapGroup("/{plan}");
        plan.MapFeatures();
        plan.MapProcesses();
        plan.MapJobs();
        plan.MapMapTiles();
        app.MapHealth();
        app.MapFavicon();
        return app;
    }
}
