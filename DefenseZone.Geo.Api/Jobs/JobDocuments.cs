using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>A job as the standard's status info, told the same way alone and in the list of all.</summary>
internal static class JobWriting
{
    public static void WriteJob(this Utf8JsonWriter json, Job job, JobState state, IEnumerable<Link> links)
    {
        json.WriteStartObject();
        json.WriteString("processID", job.Process.Id);
        json.WriteString("type", JobQuery.JobType);
        json.WriteString("jobID", job.Id);
        json.WriteString("status", state.Word);
        if (state.Message.Length > 0)
            json.WriteString("message", state.Message);
        json.WriteString("created", Moment(job.Created));
        if (state.Started is { } started)
            json.WriteString("started", Moment(started));
        if (state.Finished is { } finished)
            json.WriteString("finished", Moment(finished));
        json.WriteString("updated", Moment(state.Updated));
        json.WriteNumber("progress", state.ProgressPercent);
        json.WriteString("planVersion", job.PlanVersion);
        json.WriteLinks(links);
        json.WriteEndObject();
    }

    /// <summary>What a job leads to: its results where there are any, else why there are none.</summary>
    public static IEnumerable<Link> Outcome(PlanRequest plan, ApiRequest request, Job job, JobState state)
    {
        string results = request.Address(plan.Path("jobs", job.Id, "results"));
        if (state.Status == JobStatus.Successful)
            yield return new Link(results, Relations.Results, job.Form.ContentType, "The result");
        if (state.Status == JobStatus.Failed)
            yield return new Link(results, Relations.Exceptions, MediaTypes.Problem, "Why it failed");
    }

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A page of the list of jobs.</summary>
internal sealed class JobsDocument : IDocument
{
    private readonly PlanRequest _plan;
    private readonly ApiRequest _request;
    private readonly ImmutableArray<(Job Job, JobState State)> _page;
    private readonly int _first;
    private readonly int _matched;
    private readonly JobQuery _query;

    public JobsDocument(PlanRequest plan, ApiRequest request, JobQuery query, ImmutableArray<Job> matching)
    {
        _plan = plan;
        _request = request;
        _query = query;
        _matched = matching.Length;

        // New jobs come first and would push the rest on: a page begins after the job that ended the one before.
        Job? after = matching.FirstOrDefault(job => FeatureId.Of(job.Id) == query.Start.After);
        _first = after is null ? Math.Min(query.Start.Skip, _matched) : matching.IndexOf(after) + 1;
        _page = [.. matching.Skip(_first).Take(query.Limit).Select(job => (job, job.State))];
    }

    /// <summary>What this page is made from.</summary>
    public IEnumerable<string> Identity => _page.Select(entry => $"{entry.Job.Id} {entry.State.Revision}").Append($"{_matched}");

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("numberMatched", _matched);
        json.WriteNumber("numberReturned", _page.Length);
        json.WriteStartArray("jobs");
        foreach ((Job job, JobState state) in _page)
        {
            json.WriteJob(job, state,
            [
                new Link(_request.Address(_plan.Path("jobs", job.Id)), "self", MediaTypes.Json, "The job"),
                .. JobWriting.Outcome(_plan, _request, job, state),
            ]);
        }

        json.WriteEndArray();
        json.WriteLinks(Links());
        json.WriteEndObject();
    }

    public void WritePage(HtmlPage page) => page
        .Path(_plan.Trail(_request, "Jobs"))
        .Title($"Jobs about {_plan.Title}", $"{_matched} jobs, newest first.")
        .Table(
            ["Job", "Process", "Status", "Progress", "Created", "Message"],
            _page.Select(entry => (Cell[])
            [
                new(entry.Job.Id, _request.Address(_plan.Path("jobs", entry.Job.Id))),
                new(entry.Job.Process.Title, _request.Address(_plan.Path("processes", entry.Job.Process.Id))),
                entry.State.Word,
                $"{entry.State.ProgressPercent} %",
                JobWriting.Moment(entry.Job.Created),
                entry.State.Message,
            ]))
        .Links(Links());

    private IEnumerable<Link> Links()
    {
        string address = _request.Address(_plan.Path("jobs"));
        foreach (Link link in _request.SelfAndAlternates(address, "The jobs", Parameters(Negotiation.Parameter)))
            yield return link;
        if (_first + _page.Length >= _matched)
            yield break;
        var next = new PageStart(_first + _page.Length, _page.IsEmpty ? FeatureId.None : FeatureId.Of(_page[^1].Job.Id));
        yield return new Link(
            ApiRequest.WithQuery(address, [.. Parameters(PageStart.Parameter), new(PageStart.Parameter, next.ToString())]),
            "next",
            _request.Representation == Representation.Html ? MediaTypes.Html : MediaTypes.Json,
            "The jobs, next page");
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters(string except) =>
        from parameter in _request.Http.Request.Query
        where !string.Equals(parameter.Key, except, StringComparison.Ordinal)
        select KeyValuePair.Create(parameter.Key, parameter.Value.ToString());
}

/// <summary>One job.</summary>
internal sealed class JobDocument(PlanRequest plan, ApiRequest request, Job job, JobState state) : IDocument
{
    private IEnumerable<Link> Links =>
    [
        .. request.SelfAndAlternates(request.Address(plan.Path("jobs", job.Id)), "The job"),
        .. JobWriting.Outcome(plan, request, job, state),
        new Link(request.Address(plan.Path("jobs")), Relations.JobList, MediaTypes.Json, "The jobs"),
    ];

    public void WriteJson(Utf8JsonWriter json) => json.WriteJob(job, state, Links);

    public void WritePage(HtmlPage page) => page
        .Path(plan.Trail(request, new Cell("Jobs", request.Address(plan.Path("jobs"))), job.Id))
        .Title(job.Process.Title, state.Message)
        .Table(
            ["What", "Value"],
            (Cell[][])
            [
                ["Status", state.Word],
                ["Progress", $"{state.ProgressPercent} %"],
                ["Version of the plan", job.PlanVersion],
                ["Created", JobWriting.Moment(job.Created)],
                ["Started", state.Started is { } started ? JobWriting.Moment(started) : "not yet"],
                ["Finished", state.Finished is { } finished ? JobWriting.Moment(finished) : "not yet"],
            ])
        .Links(Links);
}
