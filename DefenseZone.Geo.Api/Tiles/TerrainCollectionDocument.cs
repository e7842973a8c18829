using System.Text.Json;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Tiles;

/// <summary>
/// The plan's terrain as a collection: where it is, and where its maps are. It has no features, and is not in the list of
/// collections, because clients that read features take everything there for a layer of them.
/// </summary>
internal sealed class TerrainCollectionDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    /// <summary>The name in addresses.</summary>
    public const string Id = "terrain";

    private const string Title = "Terrain";
    private const string Description = "The elevation of the plan's terrain, shown as relief in map tiles. Figures come from the processes.";

    private GeoExtent Extent => ElevationSurface.Of(plan.Snapshot.Plan).Extent;

    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(request.Address(plan.Path("collections", Id)), Title),
        new Link(request.Address(plan.Path(MapTileset.Relief.TilesetPath)), Relations.MapTilesets, MediaTypes.Json, MapTileset.Relief.Title),
    ];

    public void WriteJson(Utf8JsonWriter json)
    {
        GeoExtent extent = Extent;
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("title", Title);
        json.WriteString("description", Description);
        json.WriteLinks(Links);
        json.WriteStartObject("extent");
        json.WriteStartObject("spatial");
        json.WriteStartArray("bbox");
        json.WriteStartArray();
        foreach (double bound in (ReadOnlySpan<double>)[extent.WestDegrees, extent.SouthDegrees, extent.EastDegrees, extent.NorthDegrees])
            json.WriteNumberValue(bound);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("crs", CollectionWriting.Crs84);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("crs");
        json.WriteStringValue(CollectionWriting.Crs84);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page)
    {
        GeoExtent extent = Extent;
        page.Path(plan.Trail(request, new Cell("Collections", request.Address(plan.Path("collections"))), Title))
            .Title(Title, Description)
            .Paragraph(FormattableString.Invariant(
                $"From {extent.WestDegrees:0.####}° to {extent.EastDegrees:0.####}° of longitude, {extent.SouthDegrees:0.####}° to {extent.NorthDegrees:0.####}° of latitude."))
            .Links(Links);
    }
}
