using System.Globalization;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
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

    private static IResult Border(PlanRequest plan, string matrixSet, string matrix, string row, string column)
    {
        TileAddress tile = Read(plan, matrixSet, matrix, row, column);
        return Answer(plan, "border", () =>
        {
            CoverageTiles tiles = Borders.GetValue(
                plan.Snapshot, static snapshot => new Lazy<CoverageTiles>(() => CoverageTiles.Of(new CoverageProblem(snapshot.Plan).Solve()))).Value;
            return tiles.Draw(tile) is { } canvas ? PngImage.OfColours(canvas.Width, canvas.Height, canvas.Pixels) : Nothing;
        });
    }

    private static IResult Relief(PlanRequest plan, string matrixSet, string matrix, string row, string column)
    {
        TileAddress tile = Read(ThatHasTerrain(plan), matrixSet, matrix, row, column);
        ElevationSurface terrain = ElevationSurface.Of(plan.Snapshot.Plan);
        return Answer(plan, "relief", () => HillshadeTile.Draw(terrain, tile, plan.Http.RequestAborted) is { } greys
            ? PngImage.OfGreys(TileAddress.SizePixels, TileAddress.SizePixels, greys)
            : Nothing);
    }

    private static IResult Answer(PlanRequest plan, string what, Func<byte[]> draw)
    {
        HttpContext http = plan.Http;
        EntityTagHeaderValue tag = EntityTags.Of(http, plan.Snapshot.Name, plan.Snapshot.Version, what, http.Request.Path.ToUriComponent());
        bool isKnown = EntityTags.IsKnownToClient(http.Request, tag);
        http.Response.GetTypedHeaders().ETag = tag;

        // A plan may change at any time: keep the answer, but ask again.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return isKnown ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(draw(), MediaTypes.Png);
    }

    private static PlanRequest ThatHasTerrain(PlanRequest plan) => ElevationSurface.Of(plan.Snapshot.Plan).IsEmpty
        ? throw RequestProblem.NotFound("map of the collection", "terrain", ["none, for the plan has no terrain"])
        : plan;

    private static TileAddress Read(PlanRequest plan, string matrixSet, string matrix, string row, string column)
    {
        ThrowUnlessKnown(matrixSet);
        Fault[] faults =
        [
            .. plan.Http.Request.Query.Where(parameter => parameter.Key != FormatParameter || parameter.Value != Png)
                .Select(parameter => new Fault(parameter.Key, $"There is no parameter '{parameter.Key}={parameter.Value}' here.", $"Known is {FormatParameter}={Png}.")),
        ];
        if (faults.Length > 0)
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
