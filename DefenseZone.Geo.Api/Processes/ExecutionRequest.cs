using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>What an execute request asks for. Everything in it is known, and everything wrong with it is told at once.</summary>
internal sealed record ExecutionRequest
{
    private static readonly ImmutableArray<string> Members = ["inputs", "outputs", "response"];
    private static readonly ImmutableArray<string> OutputMembers = ["format", "transmissionMode"];

    public double? RadiusMetres { get; init; }

    public ImmutableArray<FacilityKind> Kinds { get; init; } = [];

    public ImmutableArray<LifecycleStatus> Statuses { get; init; } = [];

    public int? Year { get; init; }

    public int RequiredDepth { get; init; } = 1;

    public double? MinimumGapMetres { get; init; }

    /// <summary>The media type that the request itself asks for; empty where it leaves that to the Accept header.</summary>
    public string MediaType { get; init; } = string.Empty;

    /// <summary>True where the answer shall be wrapped in a document of outputs by name.</summary>
    public bool AsDocument { get; init; }

    /// <summary>The question, put to a plan.</summary>
    public CoverageProblem About(Plan plan) => new(plan)
    {
        Model = RadiusMetres is { } radius ? new RadiusCoverage { RadiusMetres = radius } : RadiusCoverage.OwnRadius,
        Facilities = new FacilityFilter { Kinds = Kinds, Statuses = Statuses, Year = Year },
        RequiredDepth = RequiredDepth,
        MinimumGapMetres = MinimumGapMetres,
    };

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="RequestProblem">Something in it is wrong; all that is, is named (400).</exception>
    public static ExecutionRequest Of(JsonElement body)
    {
        List<Fault> faults = [];
        var read = new ExecutionRequest();
        foreach (JsonProperty member in JsonMembers.Of(body, string.Empty, Members, faults))
        {
            switch (member.Name)
            {
                case "inputs":
                    read = read.WithInputs(member.Value, faults);
                    break;
                case "outputs":
                    read = read.WithOutputs(member.Value, faults);
                    break;
                case "response":
                    read = read with { AsDocument = JsonMembers.Word(member.Value, "/response", ["raw", "document"], faults) == "document" };
                    break;
            }
        }

        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        return read;
    }

    private ExecutionRequest WithInputs(JsonElement inputs, List<Fault> faults)
    {
        ExecutionRequest read = this;
        foreach (JsonProperty input in JsonMembers.Of(inputs, "/inputs", [.. ProcessInput.All.Select(input => input.Name)], faults))
        {
            string at = "/inputs/" + input.Name;
            JsonElement value = input.Value;
            if (value.ValueKind == JsonValueKind.Object)
            {
                // The standard lets a value be wrapped, to say more about it.
                value = JsonMembers.Of(value, at, ["value"], faults).Select(member => member.Value).FirstOrDefault();
                at += "/value";
                if (value.ValueKind == JsonValueKind.Undefined)
                {
                    faults.Add(new Fault(at, "The value is missing.", "Give the value itself, or an object with the member 'value'."));
                    continue;
                }
            }

            read = input.Name switch
            {
                ProcessInput.Radius => read with { RadiusMetres = JsonMembers.Number(value, at, above: 0, RadiusCoverage.LargestRadiusMetres, faults) },
                ProcessInput.Kinds => read with { Kinds = JsonMembers.Words(value, at, Vocabulary.FacilityLayers, faults) },
                ProcessInput.Statuses => read with { Statuses = JsonMembers.Words(value, at, Vocabulary.Statuses, faults) },
                ProcessInput.Year => read with { Year = JsonMembers.Whole(value, at, 1, 9999, faults) },
                ProcessInput.RequiredDepth => read with
                {
                    RequiredDepth = JsonMembers.Whole(value, at, 1, ProcessInput.LargestRequiredDepth, faults),
                },
                ProcessInput.MinimumGap => read with
                {
                    MinimumGapMetres = JsonMembers.Number(
                        value, at, above: -double.Epsilon, ProcessInput.LargestMinimumGapMetres, faults),
                },
                _ => read,
            };
        }

        return read;
    }

    private ExecutionRequest WithOutputs(JsonElement outputs, List<Fault> faults)
    {
        string mediaType = MediaType;
        foreach (JsonProperty output in JsonMembers.Of(outputs, "/outputs", [ProcessDefinition.Output], faults))
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
                    mediaType = JsonMembers.Word(format.Value, at + "/format/mediaType", [MediaTypes.Json, MediaTypes.GeoJson], faults);
            }
        }

        return this with { MediaType = mediaType };
    }
}
