using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Tiles;

/// <summary>A map that is to be had as tiles.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Path">Where its tilesets are, within a plan.</param>
internal sealed record MapTileset(string Title, ImmutableArray<string> Path)
{
    /// <summary>The border by depth of cover.</summary>
    public static MapTileset Border { get; } = new("The border by depth of cover, gaps in red", ["map", "tiles"]);

    /// <summary>The relief of the terrain.</summary>
    public static MapTileset Relief { get; } = new("The relief of the terrain, to be laid over a map", ["collections", "terrain", "map", "tiles"]);

    /// <summary>The maps that there are of a plan.</summary>
    public static ImmutableArray<MapTileset> Of(Plan plan) => plan.Terrain.IsEmpty ? [Border] : [Border, Relief];

    /// <summary>Where the tiles of a map are, within a plan.</summary>
    public ImmutableArray<string> TilesetPath => [.. Path, MapTileEndpoints.MatrixSet];
}

/// <summary>How a tileset is told of, alone and in a list.</summary>
internal static class TilesetWriting
{
    public const string MatrixSetUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + MapTileEndpoints.MatrixSet;

    public static void WriteTileset(this Utf8JsonWriter json, MapTileset tileset)
    {
        json.WriteString("title", tileset.Title);
        json.WriteString("dataType", "map");
        json.WriteString("crs", "http://www.opengis.net/def/crs/EPSG/0/3857");
        json.WriteString("tileMatrixSetURI", MatrixSetUri);
    }
}

/// <summary>The list of maps that are to be had as tiles.</summary>
internal sealed class MapTilesetsDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    private ImmutableArray<MapTileset> Tilesets => MapTileset.Of(plan.Snapshot.Plan);

    private IEnumerable<Link> Links => request.SelfAndAlternates(request.Address(plan.Path("map", "tiles")), "The maps as tiles");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("tilesets");
        foreach (MapTileset tileset in Tilesets)
        {
            json.WriteStartObject();
            json.WriteTileset(tileset);
            json.WriteLinks([new Link(request.Address(plan.Path(tileset.TilesetPath)), "self", MediaTypes.Json, tileset.Title)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteLinks(Links);
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, "Map tiles"))
        .Title($"Maps of {plan.Title} as tiles")
        .List(Tilesets.Select(tileset => new Cell(tileset.Title, request.Address(plan.Path(tileset.TilesetPath)))))
        .Links(Links);
}

/// <summary>Tells a client how to ask for the tiles of a map.</summary>
internal sealed class MapTilesetDocument(PlanRequest plan, ApiRequest request, MapTileset tileset) : IDocument
{
    private string Address => request.Address(plan.Path(tileset.TilesetPath));

    private string Template => Address + "/{tileMatrix}/{tileRow}/{tileCol}?f=png";

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteTileset(tileset);
        json.WriteStartArray("links");
        foreach (Link link in request.SelfAndAlternates(Address, tileset.Title))
            WriteLink(json, link, templated: false);
        WriteLink(json, new Link(TilesetWriting.MatrixSetUri, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", MediaTypes.Json, MapTileEndpoints.MatrixSet), templated: false);
        WriteLink(json, new Link(Template, "item", MediaTypes.Png, "A tile"), templated: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, new Cell("Map tiles", request.Address(plan.Path("map", "tiles"))), tileset.Title))
        .Title(tileset.Title, "Pictures of 256 × 256 pixels in the tile matrix set WebMercatorQuad.")
        .Preformatted(Template)
        .Links(request.SelfAndAlternates(Address, tileset.Title));

    private static void WriteLink(Utf8JsonWriter json, Link link, bool templated)
    {
        json.WriteStartObject();
        json.WriteString("href", link.Href);
        json.WriteString("rel", link.Rel);
        json.WriteString("type", link.Type);
        json.WriteString("title", link.Title);
        if (templated)
            json.WriteBoolean("templated", true);
        json.WriteEndObject();
    }
}
