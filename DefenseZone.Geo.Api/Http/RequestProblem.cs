using System.Collections.Immutable;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Http;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Where">The parameter, or the JSON pointer into the body.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Remedy">What would be right.</param>
internal sealed record Fault(string Where, string Message, string Remedy);

/// <summary>A request that cannot be answered: the status, and everything that is wrong with it.</summary>
#pragma warning disable RCS1194 // It is made by the factories below only, so that each status is written down once.
internal sealed class RequestProblem : Exception
#pragma warning restore RCS1194
{
    private const string ProcessExceptions = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    private const int MostPlanFaults = 50;

    private RequestProblem(int status, string title, string detail, string type = "about:blank")
        : base(detail)
    {
        Status = status;
        Title = title;
        Type = type;
    }

    public int Status { get; }

    public string Title { get; }

    /// <summary>A URI that says what kind of problem it is; <c>about:blank</c> where the status says it all.</summary>
    public string Type { get; }

    public ImmutableArray<Fault> Faults { get; private init; } = [];

    /// <summary>How many more faults there are, which are counted only.</summary>
    public int OmittedFaults { get; private init; }

    /// <summary>After how many seconds it may be tried again; none where that would change nothing.</summary>
    public int? RetryAfterSeconds { get; private init; }

    public static RequestProblem BadRequest(FaultList faults)
    {
        string detail = string.Join(" ", faults.Select(fault => $"{fault.Message} {fault.Remedy}"));
        if (faults.Omitted > 0)
            detail += $" And {faults.Omitted} more.";
        return new RequestProblem(StatusCodes.Status400BadRequest, "The request is not understood.", detail)
        {
            Faults = [.. faults],
            OmittedFaults = faults.Omitted,
        };
    }

    public static RequestProblem BadRequest(string where, string message, string remedy) =>
        BadRequest([new Fault(where, message, remedy)]);

    public static RequestProblem NotFound(string what, string name, IEnumerable<string> known, string type = "about:blank") =>
        new(
            StatusCodes.Status404NotFound,
            "Not found.",
            $"There is no {what} '{name}'. There is: {string.Join(", ", known.DefaultIfEmpty("none"))}.",
            type);

    public static RequestProblem NoSuchProcess(string name, IEnumerable<string> known) =>
        NotFound("process", name, known, ProcessExceptions + "no-such-process");

    public static RequestProblem NoFeature(string collection, string id) =>
        new(StatusCodes.Status404NotFound, "Not found.", $"The collection '{collection}' has no feature '{id}'.");

    public static RequestProblem NotAcceptable(IEnumerable<string> available) =>
        new(
            StatusCodes.Status406NotAcceptable,
            "No acceptable form.",
            $"This is to be had as {string.Join(" or ", available)}; the Accept header allows none of them.");

    public static RequestProblem PreconditionFailed() =>
        new(
            StatusCodes.Status412PreconditionFailed,
            "Changed in the meantime.",
            "The If-Match header names a version that is not the present one.");

    public static RequestProblem TooLarge(long limitBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"A body may have {limitBytes} bytes.");

    public static RequestProblem Unsupported(string? given) =>
        new(
            StatusCodes.Status415UnsupportedMediaType,
            "The body is of an unknown type.",
            $"The body must be {MediaTypes.Json}; it is {(string.IsNullOrEmpty(given) ? "of no stated type" : $"'{given}'")}.");

    /// <summary>The plan's own files are at fault, not the request.</summary>
    public static RequestProblem BrokenPlan(string plan, IEnumerable<Fault> faults, int omitted)
    {
        ImmutableArray<Fault> all = [.. faults];
        int unlisted = omitted + Math.Max(0, all.Length - MostPlanFaults);
        string more = unlisted == 0 ? string.Empty : $" {unlisted} more problems are not listed here.";
        string count = all.Length == 1 ? "an error" : $"{all.Length} errors";
        return new RequestProblem(
            StatusCodes.Status500InternalServerError,
            "The plan has errors.",
            $"The files of the plan '{plan}' have {count}; it is not served until they are fixed. To get an answer all the same, set '{DespiteErrors.Name}'.{more}")
        { Faults = [.. all.Take(MostPlanFaults)] };
    }

    /// <summary>A file of the plan's terrain is at fault, which only shows when it is read.</summary>
    public static RequestProblem BrokenTerrain(TerrainException error) => new(
        StatusCodes.Status500InternalServerError,
        "The plan's terrain has an error.",
        $"{error.Message.TrimEnd('.')}. Nothing that needs this file is answered until that is put right.")
    {
        Faults = [new Fault(
            $"{TerrainFiles.FolderName}/{error.File}", error.Problem.Length > 0 ? error.Problem : error.Message, error.Remedy.Length > 0 ? error.Remedy : "put the file right, or take it away")],
    };

    /// <summary>The service has as much to do as it may have.</summary>
    public static RequestProblem Busy(string detail, int retryAfterSeconds) =>
        new(StatusCodes.Status503ServiceUnavailable, "The service is busy.", detail + " Try again later.") { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>Work was stopped because its time was up.</summary>
    public static RequestProblem TookTooLong(string what, TimeSpan limit, string remedy) =>
        new(StatusCodes.Status503ServiceUnavailable, "It took too long.", $"{what} may take {limit.TotalSeconds:0} s, and this one was not done by then. {remedy}");

    /// <summary>Work was stopped because the service was.</summary>
    public static RequestProblem Stopped() =>
        new(StatusCodes.Status503ServiceUnavailable, "The service stopped.", "The service stopped before the job was done.");

    /// <summary>An answer that somebody waits for is larger than it may be.</summary>
    public static RequestProblem AnswerTooLarge(long limitBytes, string remedy) => new(
        StatusCodes.Status413PayloadTooLarge,
        "The answer is too large.",
        $"An answer may have {limitBytes} bytes, and this one would have more. {remedy}");

    /// <summary>What was found is more than a job may keep.</summary>
    public static RequestProblem ResultTooLarge(long limitBytes, string remedy) => new(
        StatusCodes.Status507InsufficientStorage,
        "The result is too large.",
        $"The result of a job may have {limitBytes} bytes, and this one would have more. {remedy}");

    /// <summary>The service is at fault; its log says how, under a reference.</summary>
    public static RequestProblem Failed(string reference) => new(
        StatusCodes.Status500InternalServerError,
        "The service has failed.",
        $"What went wrong is in the service's log, under {reference}.");

    public static RequestProblem NoSuchJob(string id) =>
        new(
            StatusCodes.Status404NotFound,
            "Not found.",
            $"There is no job '{id}' about this plan. Jobs that have ended are kept for a while only.",
            ProcessExceptions + "no-such-job");

    public static RequestProblem ResultNotReady(string id, string status) =>
        new(
            StatusCodes.Status404NotFound,
            "The result is not ready.",
            $"The job '{id}' is {status}; its result is to be had when it is successful.",
            ProcessExceptions + "result-not-ready");

    /// <summary>The job was dismissed, so that there is no result and there will be none.</summary>
    public static RequestProblem Dismissed(string id) =>
        new(StatusCodes.Status410Gone, "The job was dismissed.", $"The job '{id}' was dismissed before it had a result.");
}
