using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>
/// A question that can be put to a plan. Each kind of question is one class, in <c>Questions/</c>: it owns its inputs,
/// what it answers, and the forms of the answer.
/// </summary>
internal abstract class PlanProcess(string id, string title, string description)
{
    /// <summary>The version of the processes, by semantic versioning.</summary>
    public const string Version = "1.0.0";

    private static readonly ProcessInput<bool> DespiteErrorsInput =
        InputKinds.Flag(DespiteErrors.Name, DespiteErrors.Title, DespiteErrors.Description);

    /// <summary>The name in addresses.</summary>
    public string Id { get; } = id;

    /// <summary>What it is called.</summary>
    public string Title { get; } = title;

    /// <summary>What it answers.</summary>
    public string Description { get; } = description;

    /// <summary>What it has to be told, in the order in which it is shown.</summary>
    public abstract ImmutableArray<ProcessInput> Inputs { get; }

    /// <summary>These, and what every process may be told.</summary>
    public ImmutableArray<ProcessInput> AllInputs => [.. Inputs, DespiteErrorsInput];

    /// <summary>What it answers with.</summary>
    public virtual ProcessOutput Output => ProcessOutput.Report;

    /// <summary>Inputs of a request that makes sense, as JSON, for people to begin with.</summary>
    public virtual string Example => "{}";

    /// <summary>What makes its answer smaller, for whoever asked for more than may be answered.</summary>
    public virtual string Remedy => "Ask for less: fewer facilities, or a part of the plan.";

    /// <summary>
    /// How much work a request is likely to be, by its size alone: nothing is computed for it. What is not known to be quick
    /// is long. It is asked only where nothing was refused.
    /// </summary>
    public virtual WorkClass ClassOf(InputValues values, Plan plan) => WorkClass.Long;

    /// <summary>
    /// Reads a request, and refuses what does not go with the plan or together. It is run only where nothing was
    /// refused; until then nothing is computed.
    /// </summary>
    public abstract Question Read(InputValues values, Plan plan);
}

/// <summary>A question that is ready to be answered.</summary>
/// <param name="run">How it is going, and whether to go on.</param>
/// <exception cref="OperationCanceledException">The work was stopped.</exception>
internal delegate ProcessResult Question(QuestionRun run);

/// <summary>The output that a process has.</summary>
/// <param name="Name">Its name in documents of outputs.</param>
/// <param name="MediaTypes">The forms in which it is to be had; the first unless another is asked for.</param>
internal sealed record ProcessOutput(string Name, ImmutableArray<string> MediaTypes)
{
    /// <summary>Figures as JSON, or the same on the map as features.</summary>
    public static ProcessOutput Report { get; } = new("report", [Http.MediaTypes.Json, Http.MediaTypes.GeoJson]);

    /// <summary>Figures as JSON: there is nothing to draw.</summary>
    public static ProcessOutput Figures { get; } = new("report", [Http.MediaTypes.Json]);
}

/// <summary>All processes of this service, in the order in which they are listed.</summary>
/// <param name="All">The processes.</param>
internal sealed record ProcessList(ImmutableArray<PlanProcess> All)
{
    /// <summary>The process of that name.</summary>
    /// <exception cref="RequestProblem">There is no such process (404).</exception>
    public PlanProcess Find(string id) =>
        All.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal))
        ?? throw RequestProblem.NoSuchProcess(id, All.Select(known => known.Id));
}
