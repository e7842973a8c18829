using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>What an execute request asks for. Everything in it is known, and everything wrong with it is told at once.</summary>
/// <param name="Question">The question, ready to be answered.</param>
/// <param name="Class">How much work it is likely to be.</param>
/// <param name="MediaType">The media type that the request itself asks for; empty where it leaves that to the Accept header.</param>
/// <param name="AsDocument">True where the answer shall be wrapped in a document of outputs by name.</param>
internal sealed record ExecutionRequest(Question Question, WorkClass Class, string MediaType, bool AsDocument)
{
    private static readonly ImmutableArray<string> Members = ["inputs", "outputs", "response"];
    private static readonly ImmutableArray<string> OutputMembers = ["format", "transmissionMode"];

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="RequestProblem">Something in it is wrong; all that is, is named (400).</exception>
    public static ExecutionRequest Of(JsonElement body, PlanProcess process, Plan plan)
    {
        FaultList faults = [];
        JsonElement inputs = default;
        string mediaType = string.Empty;
        bool asDocument = false;
        foreach (JsonProperty member in JsonMembers.Of(body, string.Empty, Members, faults))
        {
            switch (member.Name)
            {
                case "inputs":
                    inputs = member.Value;
                    break;
                case "outputs":
                    mediaType = OutputMediaType(member.Value, process.Output, faults);
                    break;
                case "response":
                    asDocument = JsonMembers.Word(member.Value, "/response", ["raw", "document"], faults) == "document";
                    break;
            }
        }

        InputValues values = InputValues.Read(inputs, process.AllInputs, faults);
        Question question = process.Read(values, plan);
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        return new ExecutionRequest(question, process.ClassOf(values, plan), mediaType, asDocument);
    }

    /// <summary>
    /// Whether a body asks for an answer even if the plan has errors. It is looked for before anything else is read, since
    /// most of a request makes sense only with a plan.
    /// </summary>
    public static bool IsDespiteErrors(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("inputs", out JsonElement inputs)
        && inputs.ValueKind == JsonValueKind.Object
        && inputs.TryGetProperty(DespiteErrors.Name, out JsonElement wish)
        && wish.ValueKind == JsonValueKind.True;

    private static string OutputMediaType(JsonElement outputs, ProcessOutput known, FaultList faults)
    {
        string mediaType = string.Empty;
        foreach (JsonProperty output in JsonMembers.Of(outputs, "/outputs", [known.Name], faults))
        {
            string at = "/outputs/" + output.Name;
            foreach (JsonProperty member in JsonMembers.Of(output.Value, at, OutputMembers, faults))
            {
                if (member.Name == "transmissionMode")
                {
                    JsonMembers.Word(member.Value, at + "/transmissionMode", ["value"], faults);
                    continue;
                }

                foreach (JsonProperty format in JsonMembers.Of(member.Value, at + "/format", ["mediaType"], faults))
                    mediaType = JsonMembers.Word(format.Value, at + "/format/mediaType", known.MediaTypes, faults);
            }
        }

        return mediaType;
    }
}
