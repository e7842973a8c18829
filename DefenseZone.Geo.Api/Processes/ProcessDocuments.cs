using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>The list of processes.</summary>
internal sealed class ProcessesDocument(PlanRequest plan, ApiRequest request) : IDocument
{
    private IEnumerable<Link> Links => request.SelfAndAlternates(request.Address(plan.Path("processes")), "The processes");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("processes");
        foreach (ProcessDefinition process in ProcessDefinition.All)
        {
            json.WriteStartObject();
            ProcessDocument.WriteSummary(json, process);
            json.WriteLinks(
            [
                new Link(request.Address(plan.Path("processes", process.Id)), "self", MediaTypes.Json, process.Title),
                new Link(request.Address(plan.Path("processes", process.Id)) + "?f=html", "alternate", MediaTypes.Html, $"{process.Title}, as a page"),
            ]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteLinks(Links);
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, "Processes"))
        .Title($"Processes of {plan.Title}")
        .Table(
            ["Process", "What it answers"],
            ProcessDefinition.All.Select(process => (Cell[])
                [new(process.Title, request.Address(plan.Path("processes", process.Id))), process.Description]))
        .Links(Links);
}

/// <summary>One process, with its inputs and its output.</summary>
internal sealed class ProcessDocument(PlanRequest plan, ApiRequest request, ProcessDefinition process) : IDocument
{
    private string Execution => request.Address(plan.Path("processes", process.Id, "execution"));

    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(request.Address(plan.Path("processes", process.Id)), process.Title),
        new Link(Execution, Relations.Execute, MediaTypes.Json, $"Run {process.Title} (POST)"),
    ];

    public static void WriteSummary(Utf8JsonWriter json, ProcessDefinition process)
    {
        json.WriteString("id", process.Id);
        json.WriteString("version", ProcessDefinition.Version);
        json.WriteString("title", process.Title);
        json.WriteString("description", process.Description);
        json.WriteStartArray("jobControlOptions");
        json.WriteStringValue("sync-execute");
        json.WriteEndArray();
        json.WriteStartArray("outputTransmission");
        json.WriteStringValue("value");
        json.WriteEndArray();
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteSummary(json, process);
        json.WriteStartObject("inputs");
        foreach (ProcessInput input in ProcessInput.All)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("title", input.Title);
            json.WriteString("description", input.Description);
            json.WriteNumber("minOccurs", 0);
            json.WriteNumber("maxOccurs", 1);
            json.WriteStartObject("schema");
            input.WriteSchema(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("outputs");
        json.WriteStartObject(ProcessDefinition.Output);
        json.WriteString("title", process.Title);
        json.WriteString("description", process.Description);
        json.WriteStartObject("schema");
        json.WriteStartArray("oneOf");
        foreach (string mediaType in (ReadOnlySpan<string>)[MediaTypes.Json, MediaTypes.GeoJson])
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteString("contentMediaType", mediaType);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteLinks(Links);
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, new Cell("Processes", request.Address(plan.Path("processes"))), process.Title))
        .Title(process.Title, process.Description)
        .Heading("Inputs")
        .Table(["Name", "What it is", "Schema"], ProcessInput.All.Select(input => (Cell[])[input.Name, input.Description, Schema(input)]))
        .Heading("To run it")
        .Preformatted($"curl -H 'Content-Type: application/json' -d '{{\"inputs\":{{\"requiredDepth\":2}}}}' {Execution}")
        .Links(Links);

    private static string Schema(ProcessInput input)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            input.WriteSchema(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
