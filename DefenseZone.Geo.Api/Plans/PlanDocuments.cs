using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Plans;

/// <summary>The list of plans.</summary>
internal sealed class PlansDocument(ApiRequest request, ImmutableArray<PlanSummary> plans) : IDocument
{
    private IEnumerable<Link> Links => request.SelfAndAlternates(request.Address("plans"), "The plans");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteLinks(Links);
        json.WriteStartArray("plans");
        foreach (PlanSummary plan in plans)
        {
            json.WriteStartObject();
            json.WriteString("name", plan.Name);
            json.WriteString("title", plan.Title);
            json.WriteString("description", plan.Description);
            json.WriteLinks([new Link(request.Address("plans", plan.Name), "item", MediaTypes.Json, plan.Title)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(new Cell("Map", request.Address() + "/"), "Plans")
        .Title("Plans")
        .Table(
            ["Plan", "What it is about"],
            plans.Select(plan => (Cell[])[new(plan.Title, request.Address("plans", plan.Name)), plan.Description]))
        .Links(Links);
}

/// <summary>The landing page of a plan.</summary>
internal sealed class LandingDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(request.Address(plan.Path()), plan.Title),
        new Link(request.Address(plan.Path("api")), "service-desc", MediaTypes.OpenApi, "The definition of this API"),
        new Link(request.Address(plan.Path("api")) + "?f=html", "service-doc", MediaTypes.Html, "The documentation of this API"),
        new Link(request.Address(plan.Path("conformance")), "conformance", MediaTypes.Json, "What this API conforms to"),
        new Link(request.Address(plan.Path("collections")), "data", MediaTypes.Json, "The collections of features"),
        new Link(request.Address(plan.Path("processes")), Relations.Processes, MediaTypes.Json, "The processes"),
        new Link(request.Address(plan.Path("jobs")), Relations.JobList, MediaTypes.Json, "The jobs"),
        new Link(request.Address(plan.Path("map", "tiles")), Relations.MapTilesets, MediaTypes.Json, "The maps as tiles"),
        new Link(request.Address("plans"), "up", MediaTypes.Json, "All plans"),
    ];

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", plan.Title);
        json.WriteString("description", plan.Snapshot.Plan.Description);
        json.WriteString("planVersion", plan.Snapshot.Version);
        json.WriteNumber("warnings", plan.Snapshot.Problems.Length + plan.Snapshot.OmittedProblems);
        json.WriteLinks(Links);
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page)
    {
        page.Path(plan.Trail(request)).Title(plan.Title, plan.Snapshot.Plan.Description)
            .Paragraph($"Version {plan.Snapshot.Version}.")
            .Links(Links);
        if (!plan.Snapshot.Problems.IsEmpty)
            page.Heading("Warnings").List(plan.Snapshot.Problems.Select(problem => new Cell(problem.ToString())));
    }
}

/// <summary>The conformance declaration.</summary>
internal sealed class ConformanceDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    private IEnumerable<Link> Links =>
        request.SelfAndAlternates(request.Address(plan.Path("conformance")), "What this API conforms to");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteLinks(Links);
        json.WriteStartArray("conformsTo");
        foreach (string conformanceClass in Conformance.Classes)
            json.WriteStringValue(conformanceClass);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, "Conformance"))
        .Title("What this API conforms to")
        .List(Conformance.Classes.Select(conformanceClass => new Cell(conformanceClass)))
        .Links(Links);
}
