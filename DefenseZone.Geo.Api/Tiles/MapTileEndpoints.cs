using System.Globalization;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Terrain;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Tiles;

/// <summary>
/// Maps as tiles, for clients that draw nothing themselves: the border by depth of cover, and the relief of the terrain.
/// Addresses are those of OGC API – Tiles (OGC 20-057): tile matrix, then row, then column.
/// </summary>
internal static class MapTileEndpoints
{
    /// <summary>The tile matrix set, as its identifier has it.</summary>
    public const string MatrixSet = "WebMercatorQuad";

    private const string FormatParameter = "f";
    private const string Png = "png";
    private const int RetryAfterSeconds = 2;
    private static readonly TimeSpan OverviewPatience = TimeSpan.FromMilliseconds(500);

    // One picture for every tile with nothing on it: clients need not know that there is nothing.
    private static readonly byte[] Nothing = PngImage.OfGreys(TileAddress.SizePixels, TileAddress.SizePixels, new byte[2 * TileAddress.SizePixels * TileAddress.SizePixels]);

    // Kept as long as the version of the plan that they are drawn from.
    private static readonly ConditionalWeakTable<PlanSnapshot, Lazy<CoverageTiles>> Borders = [];

    public static void MapMapTiles(this IEndpointRouteBuilder plan)
    {
        plan.MapMethods("/map/tiles", Verbs.Read, All);
        plan.MapMethods("/map/tiles/{matrixSet}", Verbs.Read, (PlanRequest about, string matrixSet) => Describe(about, matrixSet, MapTileset.Border));
        plan.MapMethods("/map/tiles/{matrixSet}/{matrix}/{row}/{column}", Verbs.Read, Border);
        plan.MapMethods("/collections/terrain/map/tiles/{matrixSet}", Verbs.Read, (PlanRequest about, string matrixSet) => Describe(ThatHasTerrain(about), matrixSet, MapTileset.Relief));
        plan.MapMethods("/collections/terrain/map/tiles/{matrixSet}/{matrix}/{row}/{column}", Verbs.Read, Relief);
    }

    private static DocumentAnswer All(PlanRequest plan)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new MapTilesetsDocument(plan, request));
    }

    private static DocumentAnswer Describe(PlanRequest plan, string matrixSet, MapTileset tileset)
    {
        ThrowUnlessKnown(matrixSet);
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new MapTilesetDocument(plan, request, tileset));
    }

    private static Task<IResult> Border(PlanRequest plan, string matrixSet, string matrix, string row, string column, WaitedWork work, TileCache cache)
    {
        TileAddress tile = Read(plan, matrixSet, matrix, row, column);
        PlanSnapshot snapshot = plan.Snapshot;
        return Answer(plan, "border", () => cache.Get((snapshot.Name, snapshot.Version, "border", tile), () => work.Do(plan.Http, WorkClass.Quick, stop =>
        {
            // Built once, whoever asks first: the work is not given up with him.
            CoverageTiles tiles = Borders.GetValue(
                snapshot, static snapshot => new Lazy<CoverageTiles>(() => CoverageTiles.Of(new CoverageProblem(snapshot.Plan).Solve()))).Value;
            stop.ThrowIfCancellationRequested();
            return tiles.Draw(tile) is { } canvas ? PngImage.OfColours(canvas.Width, canvas.Height, canvas.Pixels) : Nothing;
        })));
    }

    private static Task<IResult> Relief(
        PlanRequest plan, string matrixSet, string matrix, string row, string column, WaitedWork work, TileCache cache, TerrainOverviews overviews)
    {
        TileAddress tile = Read(ThatHasTerrain(plan), matrixSet, matrix, row, column);
        ElevationSurface terrain = ElevationSurface.Of(plan.Snapshot.Plan);
        return Answer(plan, "relief", () => cache.Get((plan.Snapshot.Name, plan.Snapshot.Version, "relief", tile), async () =>
        {
            if (HillshadeTile.NeedsOverviews(terrain, tile))
                await Overviews(plan.Http, overviews.Build(terrain));
            return await work.Do(plan.Http, WorkClass.Quick, stop => HillshadeTile.Draw(terrain, tile, stop) is { } greys
                ? PngImage.OfGreys(TileAddress.SizePixels, TileAddress.SizePixels, greys)
                : Nothing);
        }));
    }

    // A browser has few connections to a service: none of them shall wait for what takes long.
    private static async Task Overviews(HttpContext http, Task build)
    {
        await Task.WhenAny(build, Task.Delay(OverviewPatience, http.RequestAborted));
        if (!build.IsCompleted)
            throw RequestProblem.Busy("The overviews of the terrain are being built.", RetryAfterSeconds);
        await build;
    }

    private static async Task<IResult> Answer(PlanRequest plan, string what, Func<Task<byte[]>> draw)
    {
        HttpContext http = plan.Http;
        EntityTagHeaderValue tag = EntityTags.Of(http, plan.Snapshot.Name, plan.Snapshot.Version, what, http.Request.Path.ToUriComponent());
        bool isKnown = EntityTags.IsKnownToClient(http.Request, tag);
        byte[]? picture = isKnown ? null : await draw();
        http.Response.GetTypedHeaders().ETag = tag;

        // A plan may change at any time: keep the answer, but ask again.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return picture is null ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(picture, MediaTypes.Png);
    }

    private static PlanRequest ThatHasTerrain(PlanRequest plan) => ElevationSurface.Of(plan.Snapshot.Plan).IsEmpty
        ? throw RequestProblem.NotFound("map of the collection", "terrain", ["none, for the plan has no terrain"])
        : plan;

    private static TileAddress Read(PlanRequest plan, string matrixSet, string matrix, string row, string column)
    {
        ThrowUnlessKnown(matrixSet);
        FaultList faults =
        [
            .. plan.Http.Request.Query.Where(parameter => parameter.Key != FormatParameter || parameter.Value != Png)
                .Select(parameter => new Fault(parameter.Key, $"There is no parameter '{parameter.Key}={parameter.Value}' here.", $"Known is {FormatParameter}={Png}.")),
        ];
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        var tile = new TileAddress(Number(matrix), Number(row), Number(column));
        return tile.Exists
            ? tile
            : throw RequestProblem.NotFound("tile", $"{matrix}/{row}/{column}", [$"tile matrices 0 to {TileAddress.LargestZoom}, with rows and columns 0 to 2^matrix - 1"]);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static void ThrowUnlessKnown(string matrixSet)
    {
        if (!string.Equals(matrixSet, MatrixSet, StringComparison.Ordinal))
            throw RequestProblem.NotFound("tile matrix set", matrixSet, [MatrixSet]);
    }
}
