using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>One page of the features that a query asks for. Features are written as they are sent, never all at once.</summary>
internal sealed class FeaturePage : IResult
{
    private const int FlushAtBytes = 32 * 1024;
    private readonly PlanRequest _plan;
    private readonly ApiRequest _request;
    private readonly FeatureCollection _collection;
    private readonly FeatureQuery _query;
    private readonly ReadOnlyMemory<int> _matching;
    private readonly int _first;
    private readonly ReadOnlyMemory<int> _places;

    public FeaturePage(PlanRequest plan, ApiRequest request, FeatureCollection collection, FeatureQuery query)
    {
        _plan = plan;
        _request = request;
        _collection = collection;
        _query = query;
        _matching = collection.Matching(query);
        _first = collection.IndexOfFirst(_matching.Span, query.Start);
        _places = _matching.Slice(_first, Math.Min(query.Limit, _matching.Length - _first));
    }

    private string Address => _request.Address(_plan.Path("collections", _collection.Id, "items"));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (Answers.IsNotModified(_request, [_plan.Snapshot.Name, _plan.Snapshot.Version]))
            return;
        if (_request.Representation == Representation.Html)
        {
            Answers.DescribePage(httpContext.Response);
            await httpContext.Response.WriteAsync(Page().Text(), httpContext.RequestAborted);
            return;
        }

        HttpResponse response = httpContext.Response;
        response.ContentType = MediaTypes.GeoJson;
        await using var json = new Utf8JsonWriter(response.BodyWriter, JsonText.WriterOptions);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteNumber("numberMatched", _matching.Length);
        json.WriteNumber("numberReturned", _places.Length);
        json.WriteString("timeStamp", $"{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffffff}Z");
        json.WriteLinks(Links());
        if (_collection.IsDerived)
            PlanFindingsJson.WriteMembers(json, _plan.ForUse(PlanRequest.IsDespiteErrors(httpContext.Request.Query)).Findings);
        json.WriteStartArray("features");
        for (int i = 0; i < _places.Length; i++)
        {
            json.WriteRawValue(_collection.GeoJson(_places.Span[i]).Span, skipInputValidation: true);
            if (json.BytesPending < FlushAtBytes)
                continue;
            await json.FlushAsync(httpContext.RequestAborted);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private IEnumerable<Link> Links()
    {
        ImmutableArray<KeyValuePair<string, string>> parameters = [.. Parameters(Negotiation.Parameter)];
        string title = $"{_collection.Title}";
        foreach (Link link in _request.SelfAndAlternates(Address, title, parameters))
            yield return link;
        string type = _request.Representation == Representation.Html ? MediaTypes.Html : MediaTypes.GeoJson;
        if (_first + _places.Length < _matching.Length)
        {
            FeatureId last = _places.IsEmpty ? FeatureId.None : _collection.Features[_places.Span[^1]].Id;
            yield return new Link(PageAt(new PageStart(_first + _places.Length, last)), "next", type, $"{title}, next page");
        }

        if (_first > 0)
            yield return new Link(PageAt(new PageStart(Math.Max(0, _first - _query.Limit), FeatureId.None)), "prev", type, $"{title}, previous page");
        yield return new Link(
            _request.Address(_plan.Path("collections", _collection.Id)), "collection", MediaTypes.Json, $"About {title}");
    }

    private string PageAt(PageStart start) =>
        ApiRequest.WithQuery(Address, [.. Parameters(PageStart.Parameter), new(PageStart.Parameter, start.ToString())]);

    private IEnumerable<KeyValuePair<string, string>> Parameters(string except) =>
        from parameter in _request.Http.Request.Query
        where !string.Equals(parameter.Key, except, StringComparison.Ordinal)
        select KeyValuePair.Create(parameter.Key, parameter.Value.ToString());

    private HtmlPage Page()
    {
        var page = new HtmlPage();
        ImmutableArray<LayerProperty> properties = _collection.Properties;
        var rows = new List<Cell[]>();
        foreach (int place in _places.Span)
        {
            string id = _collection.Features[place].Id.Text;
            FeatureProperties values = _collection.PropertiesOf(place);
            rows.Add(
            [
                new(id, _request.Address(_plan.Path("collections", _collection.Id, "items", id))),
                .. properties.Select(property => new Cell(values[property.Name].ToString())),
            ]);
        }

        string counted = _places.IsEmpty
            ? $"None of {_matching.Length} features."
            : $"Features {_first + 1} to {_first + _places.Length} of {_matching.Length}.";
        return page
            .Path(_plan.Trail(
                _request,
                new Cell("Collections", _request.Address(_plan.Path("collections"))),
                new Cell(_collection.Title, _request.Address(_plan.Path("collections", _collection.Id))),
                "Features"))
            .Title(_collection.Title, counted)
            .Table(["id", .. properties.Select(property => property.Name)], rows)
            .Links(Links());
    }
}

/// <summary>One feature, with links.</summary>
internal sealed class FeatureDocument(PlanRequest plan, ApiRequest request, FeatureCollection collection, int place) : IDocument
{
    private PlanFeature Feature => collection.Features[place];

    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(
            request.Address(plan.Path("collections", collection.Id, "items", Feature.Id.Text)), $"{collection.Title}, {Feature.Id}"),
        new Link(request.Address(plan.Path("collections", collection.Id)), "collection", MediaTypes.Json, $"About {collection.Title}"),
    ];

    public void WriteJson(Utf8JsonWriter json)
    {
        using var text = new MemoryStream();
        using (var links = new Utf8JsonWriter(text, JsonText.WriterOptions))
        {
            links.WriteStartObject();
            links.WriteLinks(Links);
            links.WriteEndObject();
        }

        using JsonDocument written = JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length));
        PropertyValue value = PropertyValue.OfJson(written.RootElement.GetProperty("links").GetRawText());
        GeoJsonFeatures.WriteFeature(json, Feature with { ForeignMembers = Feature.ForeignMembers.With("links", value) });
    }

    public void WritePage(HtmlPage page)
    {
        string title = Feature.Name.Length > 0 ? Feature.Name : $"{collection.Title} {Feature.Id}";
        page.Path(plan.Trail(
                request,
                new Cell("Collections", request.Address(plan.Path("collections"))),
                new Cell(collection.Title, request.Address(plan.Path("collections", collection.Id))),
                new Cell("Features", request.Address(plan.Path("collections", collection.Id, "items"))),
                title))
            .Title(title)
            .Table(
                ["Property", "Value"],
                collection.PropertiesOf(place).Select(property => (Cell[])[property.Key, property.Value.ToString()]))
            .Heading("Geometry")
            .Paragraph($"{Feature.Geometry.GeometryType}, {Feature.Geometry.NumPoints} vertices.")
            .Heading("Links")
            .Links(Links);
    }
}
