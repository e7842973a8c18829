using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Features;

/// <summary>A collection, told the same way alone and in the list of all.</summary>
internal static class CollectionWriting
{
    public const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    public static void WriteCollection(this Utf8JsonWriter json, PlanRequest plan, ApiRequest request, FeatureCollection collection)
    {
        json.WriteStartObject();
        json.WriteString("id", collection.Id);
        json.WriteString("title", collection.Title);
        json.WriteString("description", collection.Description);
        json.WriteLinks(Links(plan, request, collection));
        WriteExtent(json, collection);
        json.WriteString("itemType", "feature");
        json.WriteStartArray("crs");
        json.WriteStringValue(Crs84);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static IEnumerable<Link> Links(PlanRequest plan, ApiRequest request, FeatureCollection collection)
    {
        string address = request.Address(plan.Path("collections", collection.Id));
        string items = request.Address(plan.Path("collections", collection.Id, "items"));
        string schema = request.Address(plan.Path("collections", collection.Id, "schema"));
        return
        [
            .. request.SelfAndAlternates(address, collection.Title),
            new Link(items, "items", MediaTypes.GeoJson, $"The features of {collection.Title}"),
            new Link(items + "?f=html", "items", MediaTypes.Html, $"The features of {collection.Title}, as a page"),
            new Link(schema, "describedby", MediaTypes.Schema, $"The schema of {collection.Title}"),

            // GDAL before 3.7 compares the relation with this spelling, which early drafts of the standard had.
            new Link(schema, "describedBy", MediaTypes.Schema, $"The schema of {collection.Title}"),
            new Link(schema + "?f=html", "describedby", MediaTypes.Html, $"The schema of {collection.Title}, as a page"),
        ];
    }

    private static void WriteExtent(Utf8JsonWriter json, FeatureCollection collection)
    {
        Envelope bounds = collection.Bounds;
        (ServiceDate? from, ServiceDate? to, bool isKnown) = collection.Service;
        if (bounds.IsNull && !isKnown)
            return;
        json.WriteStartObject("extent");
        if (!bounds.IsNull)
        {
            json.WriteStartObject("spatial");
            json.WriteStartArray("bbox");
            json.WriteStartArray();
            foreach (double bound in (ReadOnlySpan<double>)[bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY])
                json.WriteNumberValue(bound);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteString("crs", Crs84);
            json.WriteEndObject();
        }

        if (isKnown)
        {
            json.WriteStartObject("temporal");
            json.WriteStartArray("interval");
            json.WriteStartArray();
            WriteMoment(json, from is { } start ? $"{start.Earliest:yyyy-MM-dd}T00:00:00Z" : string.Empty);
            WriteMoment(json, to is { } end ? $"{end.Latest:yyyy-MM-dd}T23:59:59Z" : string.Empty);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteString("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, string moment)
    {
        if (moment.Length == 0)
            json.WriteNullValue();
        else
            json.WriteStringValue(moment);
    }
}

/// <summary>The list of a plan's collections.</summary>
internal sealed class CollectionsDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    private IEnumerable<Link> Links =>
        request.SelfAndAlternates(request.Address(plan.Path("collections")), $"The collections of {plan.Title}");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteLinks(Links);
        json.WriteStartArray("collections");
        foreach (FeatureCollection collection in plan.Collections.All)
            json.WriteCollection(plan, request, collection);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, "Collections"))
        .Title($"Collections of {plan.Title}")
        .Table(
            ["Collection", "Features", "What it holds"],
            plan.Collections.All.Select(collection => (Cell[])
            [
                new(collection.Title, request.Address(plan.Path("collections", collection.Id))),
                new(collection.Counted, request.Address(plan.Path("collections", collection.Id, "items"))),
                collection.Description,
            ]))
        .Links(Links);
}

/// <summary>One collection.</summary>
internal sealed class CollectionDocument(PlanRequest plan, ApiRequest request, FeatureCollection collection) : IDocument
{
    public void WriteJson(Utf8JsonWriter json) => json.WriteCollection(plan, request, collection);

    public void WritePage(HtmlPage page)
    {
        page.Path(plan.Trail(request, new Cell("Collections", request.Address(plan.Path("collections"))), collection.Title))
            .Title(collection.Title, collection.Description)
            .Paragraph($"Features: {collection.Counted}.");
        if (!collection.Bounds.IsNull)
        {
            Envelope bounds = collection.Bounds;
            page.Paragraph($"From {bounds.MinX:0.####}° to {bounds.MaxX:0.####}° of longitude, {bounds.MinY:0.####}° to {bounds.MaxY:0.####}° of latitude.");
        }

        page.Heading("Properties").Table(
            ["Name", "Type", "Meaning"],
            collection.Properties.Select(property => (Cell[])
                [property.Name, property.SchemaType.Length > 0 ? property.SchemaType : "any", SchemaDocument.Meaning(property)]));
        page.Heading("Links").Links(CollectionWriting.Links(plan, request, collection));
    }
}

/// <summary>The JSON Schema of a collection's features.</summary>
internal sealed class SchemaDocument(PlanRequest plan, ApiRequest request, FeatureCollection collection) : IDocument
{
    private string Address => request.Address(plan.Path("collections", collection.Id, "schema"));

    /// <summary>What a property means, and the words it may hold.</summary>
    public static string Meaning(LayerProperty property) => property.Words.IsEmpty
        ? property.Description
        : $"{property.Description} One of: {string.Join(", ", property.Words)}.";

    // The schema is of a GeoJSON feature: clients look for "properties" within "properties".
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", Address);
        json.WriteString("title", collection.Title);
        json.WriteString("description", collection.Description);
        json.WriteString("type", "object");
        json.WriteStartArray("required");
        foreach (string member in (ReadOnlySpan<string>)["type", "geometry", "properties"])
            json.WriteStringValue(member);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteStartObject("type");
        json.WriteString("const", "Feature");
        json.WriteEndObject();
        json.WriteStartObject("id");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        string type = collection.GeometryTypes is [var only] ? only : "Geometry";
        json.WriteString("$ref", $"https://geojson.org/schema/{type}.json");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (LayerProperty property in collection.Properties)
            WriteProperty(json, property);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(
            request,
            new Cell("Collections", request.Address(plan.Path("collections"))),
            new Cell(collection.Title, request.Address(plan.Path("collections", collection.Id))),
            "Schema"))
        .Title($"Schema of {collection.Title}")
        .Table(
            ["Property", "Type", "Meaning"],
            collection.Properties.Select(property => (Cell[])
                [property.Name, property.SchemaType.Length > 0 ? property.SchemaType : "any", Meaning(property)]))
        .Links(request.SelfAndAlternates(Address, $"The schema of {collection.Title}"));

    private static void WriteProperty(Utf8JsonWriter json, LayerProperty property)
    {
        json.WriteStartObject(property.Name);
        if (property.SchemaType.Length > 0)
            json.WriteString("type", property.SchemaType);
        if (property.Description.Length > 0)
            json.WriteString("description", property.Description);
        if (!property.Words.IsEmpty)
        {
            json.WriteStartArray("enum");
            foreach (string word in property.Words)
                json.WriteStringValue(word);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
