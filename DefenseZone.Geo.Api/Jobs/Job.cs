using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>
/// A question to a plan that is answered without anybody waiting. It is about the plan as it was when it was asked,
/// whatever becomes of the plan meanwhile.
/// </summary>
internal sealed class Job : IProgress<RunProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private JobState _state;
    private Question? _question;

    public Job(PlanSnapshot plan, PlanProcess process, Question question, ResultForm form, TimeProvider clock)
    {
        PlanName = plan.Name;
        PlanVersion = plan.Version;
        Process = process;
        Form = form;
        Created = clock.GetUtcNow();
        _question = question;
        _clock = clock;
        _state = new JobState { Status = JobStatus.Accepted, Updated = Created };
    }

    /// <summary>The name in addresses; nobody can guess it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The secret of who asked for it.</summary>
    public required string Owner { get; init; }

    public string PlanName { get; }

    public string PlanVersion { get; }

    public PlanProcess Process { get; }

    public ResultForm Form { get; }

    public DateTimeOffset Created { get; }

    /// <summary>How it stands now.</summary>
    public JobState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>Stops the work.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Begins the work; none where the job was dismissed before its turn.</summary>
    public Question? Start()
    {
        lock (_gate)
        {
            if (_state.Status != JobStatus.Accepted)
                return null;
            _state = Changed() with { Status = JobStatus.Running, Started = _clock.GetUtcNow() };

            // The plan is held by the question, and let go with the work on it.
            Question? question = _question;
            _question = null;
            return question;
        }
    }

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (_gate)
        {
            if (_state.Status != JobStatus.Running)
                return;
            int percent = value.Share is { } share && double.IsFinite(share) ? (int)(Math.Clamp(share, 0, 1) * 100) : 0;
            percent = Math.Max(_state.ProgressPercent, Math.Min(percent, 99));
            string message = value.Message.Length > 0 ? value.Message : _state.Message;
            if (percent != _state.ProgressPercent || !string.Equals(message, _state.Message, StringComparison.Ordinal))
                _state = Changed() with { ProgressPercent = percent, Message = message };
        }
    }

    /// <summary>The work is done.</summary>
    public void Succeed(AnswerBuffer result, string message) => End(state => state with
    {
        Status = JobStatus.Successful,
        ProgressPercent = 100,
        Message = message,
        Result = result,
    });

    /// <summary>The work came to nothing.</summary>
    public void Fail(RequestProblem failure) => End(state => state with
    {
        Status = JobStatus.Failed,
        Message = failure.Message,
        Failure = failure,
    });

    /// <summary>Nobody wants to know any more; false where the job had ended before.</summary>
    public bool Dismiss()
    {
        bool isNew = End(state => state with { Status = JobStatus.Dismissed, Message = "The job was dismissed." });
        if (isNew)
            _stop.Cancel();
        return isNew;
    }

    /// <summary>Stops the work without a word on how the job ends.</summary>
    public void Cancel() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private bool End(Func<JobState, JobState> ended)
    {
        lock (_gate)
        {
            if (_state.HasEnded)
                return false;
            _state = ended(Changed()) with { Finished = _clock.GetUtcNow() };
            _question = null;
            return true;
        }
    }

    private JobState Changed() => _state with { Updated = _clock.GetUtcNow(), Revision = _state.Revision + 1 };
}
