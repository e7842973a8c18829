using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Processes.Inputs;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>The list of processes.</summary>
internal sealed class ProcessesDocument(PlanRequest plan, ApiRequest request, ProcessList processes) : IDocument
{
    private IEnumerable<Link> Links => request.SelfAndAlternates(request.Address(plan.Path("processes")), "The processes");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("processes");
        foreach (PlanProcess process in processes.All)
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
            processes.All.Select(process => (Cell[])
                [new(process.Title, request.Address(plan.Path("processes", process.Id))), process.Description]))
        .Paragraph($"With the header 'Prefer: {Preferences.RespondAsync}' it runs as a job, and the answer says where to find it.")
        .Links(Links);
}

/// <summary>One process, with its inputs and its output.</summary>
internal sealed class ProcessDocument(PlanRequest plan, ApiRequest request, PlanProcess process) : IDocument
{
    private string Execution => request.Address(plan.Path("processes", process.Id, "execution"));

    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(request.Address(plan.Path("processes", process.Id)), process.Title),
        new Link(Execution, Relations.Execute, MediaTypes.Json, $"Run {process.Title} (POST)"),
    ];

    public static void WriteSummary(Utf8JsonWriter json, PlanProcess process)
    {
        json.WriteString("id", process.Id);
        json.WriteString("version", PlanProcess.Version);
        json.WriteString("title", process.Title);
        json.WriteString("description", process.Description);
        json.WriteStartArray("jobControlOptions");
        foreach (string option in (ReadOnlySpan<string>)["sync-execute", "async-execute", "dismiss"])
            json.WriteStringValue(option);
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
        foreach (ProcessInput input in process.AllInputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("title", input.Title);
            json.WriteString("description", input.Description);
            json.WriteNumber("minOccurs", input.IsRequired ? 1 : 0);
            json.WriteNumber("maxOccurs", 1);
            json.WritePropertyName("schema");
            input.Schema(plan.Snapshot.Plan).WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("outputs");
        json.WriteStartObject(process.Output.Name);
        json.WriteString("title", process.Title);
        json.WriteString("description", process.Description);
        json.WriteStartObject("schema");
        json.WriteStartArray("oneOf");
        foreach (string mediaType in process.Output.MediaTypes)
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
        .Table(["Name", "What it is", "Schema"], process.AllInputs.Select(input => (Cell[])
            [input.IsRequired ? input.Name + " (required)" : input.Name, input.Description, input.Schema(plan.Snapshot.Plan).ToJsonString(JsonText.SerializerOptions)]))
        .Heading("To run it")
        .Preformatted($"curl -H 'Content-Type: application/json' -d '{{\"inputs\": {process.Example}}}' {Execution}")
        .Paragraph($"With the header 'Prefer: {Preferences.RespondAsync}' it runs as a job, and the answer says where to find it.")
        .Links(Links);
}
