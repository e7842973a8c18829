using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Work;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>How far a job has come, by the standard's words.</summary>
internal enum JobStatus
{
    Accepted,
    Running,
    Successful,
    Failed,
    Dismissed,
}

/// <summary>A job as it stands at one moment.</summary>
internal sealed record JobState
{
    /// <summary>The standard's words, by status.</summary>
    public static ImmutableArray<string> Words { get; } = ["accepted", "running", "successful", "failed", "dismissed"];

    public required JobStatus Status { get; init; }

    /// <summary>When any of this last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>How often it has changed.</summary>
    public int Revision { get; init; }

    /// <summary>The share done in percent, never falling; 100 only at the end.</summary>
    public int ProgressPercent { get; init; }

    /// <summary>What there is to say; empty for nothing.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>When the work began; none where it has not.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended, however it did; none where it has not.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>What was found, in the form that was asked for; empty unless successful.</summary>
    public AnswerBuffer? Result { get; init; }

    /// <summary>Why nothing was found; none unless failed.</summary>
    public RequestProblem? Failure { get; init; }

    /// <summary>True where nothing will change any more.</summary>
    public bool HasEnded => Status is JobStatus.Successful or JobStatus.Failed or JobStatus.Dismissed;

    /// <summary>The standard's word for the status.</summary>
    public string Word => Words[(int)Status];
}
