using System.Net;
using DefenseZone.Geo.Api.Tiles;
using DefenseZone.Geo.Terrain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DefenseZone.Geo.Api.Tests.Tiles;

[TestClass]
public sealed class OverviewTests : ApiTest
{
    private const string Relief = Plan + "/collections/terrain/map/tiles/WebMercatorQuad";
    private readonly TaskCompletionSource _mayBuild = new();

    // A tile of one arc second, all sea level: 13 million cells.
    private protected override void Prepare(TestPlans plans)
    {
        string folder = Directory.CreateDirectory(Path.Combine(plans.Folder, "diagonal", "terrain")).FullName;
        using FileStream file = File.Create(Path.Combine(folder, "N22E106.hgt"));
        file.SetLength(2 * 3601 * 3601);
    }

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<TerrainOverviews>(provider =>
        new Held(_mayBuild.Task, provider.GetRequiredService<IHostApplicationLifetime>()));

    [TestMethod]
    public async Task Until_overviews_are_built_a_tile_from_afar_is_asked_for_again_and_a_near_one_is_drawn()
    {
        HttpResponseMessage early = await Service.Get(Relief + "/0/0/0");
        await LiveService.Problem(early, HttpStatusCode.ServiceUnavailable);
        early.Headers.RetryAfter!.Delta.Should().BePositive();
        (await Service.Get(Relief + "/14/7148/13033")).StatusCode.Should().Be(HttpStatusCode.OK);

        _mayBuild.SetResult();
        HttpResponseMessage tile = early;
        for (int i = 0; i < 600 && tile.StatusCode == HttpStatusCode.ServiceUnavailable; i++)
            tile = await Service.Get(Relief + "/0/0/0");
        tile.StatusCode.Should().Be(HttpStatusCode.OK);
        tile.Headers.ETag!.IsWeak.Should().BeFalse();
    }

    private sealed class Held(Task mayBuild, IHostApplicationLifetime lifetime) : TerrainOverviews(lifetime, NullLogger<TerrainOverviews>.Instance)
    {
        public override async Task Build(ElevationSurface terrain)
        {
            await mayBuild;
            await base.Build(terrain);
        }
    }
}
