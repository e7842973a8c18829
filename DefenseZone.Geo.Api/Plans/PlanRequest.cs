using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Plans;

/// <summary>The plan that a request is about, opened at its present version.</summary>
internal sealed class PlanRequest
{
    // Indexes live as long as the version that they are of.
    private static readonly ConditionalWeakTable<PlanSnapshot, PlanCollections> Collected = [];

    private PlanRequest(HttpContext http, PlanSnapshot snapshot)
    {
        Http = http;
        Snapshot = snapshot;
        Collections = Collected.GetValue(snapshot, static found => new PlanCollections(found.Plan));
    }

    public HttpContext Http { get; }

    public PlanSnapshot Snapshot { get; }

    public PlanCollections Collections { get; }

    /// <summary>The plan's title.</summary>
    public string Title => Snapshot.Plan.Name.Length > 0 ? Snapshot.Plan.Name : Snapshot.Name;

    /// <summary>Opens the plan that the route names; called by the framework before a handler.</summary>
    /// <exception cref="RequestProblem">There is no such plan (404), or it has errors (500).</exception>
    public static async ValueTask<PlanRequest> BindAsync(HttpContext http)
    {
        var catalog = http.RequestServices.GetRequiredService<IPlanCatalog>();
        string name = http.Request.RouteValues["plan"] as string ?? string.Empty;
        PlanSnapshot snapshot;
        try
        {
            snapshot = await catalog.Open(name, http.RequestAborted);
        }
        catch (PlanNotFoundException)
        {
            throw RequestProblem.NotFound("plan", name, catalog.Plans.Select(plan => plan.Name));
        }

        var request = new PlanRequest(http, snapshot);
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesBrokenPlans>() is null)
            request.ForUse(IsDespiteErrors(http.Request.Query));
        return request;
    }

    /// <summary>The plan for an answer, with what its check found; one with errors only where the answer is asked for in spite of them.</summary>
    /// <exception cref="RequestProblem">The plan has errors, and that is not accepted (500).</exception>
    public Plan ForUse(bool despiteErrors)
    {
        Plan plan = Snapshot.Plan;
        if (!Snapshot.HasErrors)
            return plan;
        if (despiteErrors)
            return plan with { Findings = plan.Findings with { DespiteErrors = true } };
        ImmutableArray<Fault> faults =
        [
            .. Snapshot.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
                .Select(problem => new Fault(Where(problem), problem.Message, problem.Remedy)),
        ];
        throw RequestProblem.BrokenPlan(Snapshot.Name, faults, Snapshot.OmittedProblems);
    }

    /// <summary>Whether the query of an address asks for an answer in spite of errors.</summary>
    public static bool IsDespiteErrors(IQueryCollection query) =>
        query[DespiteErrors.Name] is { Count: 1 } values && string.Equals(values[0], "true", StringComparison.Ordinal);

    /// <summary>A resource of this plan, in the form asked for; it has no parameters of its own.</summary>
    /// <exception cref="RequestProblem">Something is wrong with the request.</exception>
    public ApiRequest Resource(string jsonMediaType = MediaTypes.Json) => ApiRequest.Of(Http, jsonMediaType);

    /// <summary>Answers with a document, whose identity is this plan at this version.</summary>
    public DocumentAnswer Answer(ApiRequest request, IDocument document) =>
        new(request, document, Snapshot.Name, Snapshot.Version);

    /// <summary>The path of a resource of this plan, as address segments.</summary>
    public IEnumerable<string> Path(params IEnumerable<string> segments) => ["plans", Snapshot.Name, .. segments];

    /// <summary>The way from the list of plans to a page of this plan.</summary>
    public IEnumerable<Cell> Trail(ApiRequest request, params IEnumerable<Cell> pieces) =>
    [
        new("Map", request.Address() + "/"),
        new("Plans", request.Address("plans")),
        new(Title, request.Address(Path())),
        .. pieces,
    ];

    /// <summary>The collection that a request names.</summary>
    /// <exception cref="RequestProblem">There is no such collection (404).</exception>
    public FeatureCollection Collection(string id) =>
        Collections.All.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal))
        ?? throw RequestProblem.NotFound("collection", id, Collections.All.Select(known => known.Id));

    private static string Where(PlanProblem problem)
    {
        ImmutableArray<string> pieces =
        [
            problem.File,
            problem.FeatureId.IsNone ? string.Empty : $"feature {problem.FeatureId}",
            problem.FeatureId.IsNone && problem.FeatureIndex >= 0 ? $"feature at index {problem.FeatureIndex}" : string.Empty,
            problem.JsonPath,
        ];
        return string.Join(", ", pieces.Where(piece => piece.Length > 0));
    }
}
