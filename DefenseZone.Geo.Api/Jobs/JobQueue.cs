using System.Collections.Immutable;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>
/// The jobs of this service: some run, some wait for their turn, and some have ended and are kept for a while. Their
/// numbers, times and sizes are bounded. They live as long as the service does; when it stops, so do they.
/// </summary>
internal sealed partial class JobQueue(ApiSettings settings, WorkQueue work, TimeProvider clock, ILogger<JobQueue> log) : IHostedService
{
    // In the order of the question, newest last.
    private readonly List<Job> _jobs = [];

    // Those that wait for their turn or run.
    private readonly HashSet<Job> _open = [];
    private readonly Lock _gate = new();
    private bool _isStopping;
    private TaskCompletionSource? _idle;

    private ExecutionSettings Limits => settings.Execution;

    /// <summary>How many jobs wait for their turn or run.</summary>
    public int OpenCount
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }

    /// <summary>Takes a question on.</summary>
    /// <exception cref="RequestProblem">There are as many jobs as there may be, or the service is stopping (503).</exception>
    public Job Add(PlanSnapshot plan, PlanProcess process, ExecutionRequest execution, ResultForm form, string client, string owner)
    {
        lock (_gate)
        {
            Forget();
            if (_isStopping)
                throw RequestProblem.Busy("The service is stopping.", retryAfterSeconds: 30);
            var job = new Job(plan, process, execution.Question, form, clock) { Owner = owner };
            Task<WorkPermit> turn = work.Enter(new WorkOrder(client, execution.Class) { IsJob = true }, Timeout.InfiniteTimeSpan, job.Stop);
            _jobs.Add(job);
            _open.Add(job);
            _ = Follow(job, turn);
            return job;
        }
    }

    /// <summary>The jobs about a plan that an owner asked for, newest first.</summary>
    public ImmutableArray<Job> Of(string planName, string owner) => About(planName, job => string.Equals(job.Owner, owner, StringComparison.Ordinal));

    /// <summary>The job of that name about a plan; none where there is none, or it was forgotten.</summary>
    public Job? Find(string planName, string id) =>
        About(planName, job => string.Equals(job.Id, id, StringComparison.Ordinal)).FirstOrDefault();

    /// <summary>Stops a job that has not ended; forgets one that has.</summary>
    public void Dismiss(Job job)
    {
        lock (_gate)
        {
            // One that waited for its turn has given up its place by then.
            if (!job.Dismiss())
                _jobs.Remove(job);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_gate)
        {
            _isStopping = true;
            foreach (Job job in _open)
                job.Cancel();
            if (_open.Count == 0)
                return;
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        await Task.WhenAny(idle, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    private ImmutableArray<Job> About(string planName, Func<Job, bool> isMeant)
    {
        lock (_gate)
        {
            Forget();
            return [.. Enumerable.Reverse(_jobs).Where(job => string.Equals(job.PlanName, planName, StringComparison.Ordinal) && isMeant(job))];
        }
    }

    private async Task Follow(Job job, Task<WorkPermit> turn)
    {
        try
        {
            using WorkPermit permit = await turn;

            // A thread of its own: the work keeps a processor busy, and requests shall not wait for it.
            await Task.Factory.StartNew(() => Run(job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException)
        {
            // It was dismissed while it waited, or the service stops.
            job.Fail(RequestProblem.Stopped());
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(job);
                job.Dispose();
                Forget();
                if (_open.Count == 0)
                    _idle?.TrySetResult();
            }
        }
    }

    private void Run(Job job)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(job.Stop);
        try
        {
            if (job.Start() is { } question)
            {
                limit.CancelAfter(Limits.JobTime);
                ProcessResult result = question(new QuestionRun(job, Limits.JobTime, limit.Token));
                var written = new AnswerBuffer(Limits.ResultBytes);
                job.Form.Write(result, written, limit.Token);
                job.Succeed(written, result.Summary);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            job.Fail(job.Stop.IsCancellationRequested
                ? RequestProblem.Stopped()
                : RequestProblem.TookTooLong("A job", Limits.JobTime, "Ask for less."));
        }
        catch (RequestProblem problem)
        {
            job.Fail(problem);
        }
        catch (TerrainException error)
        {
            Failed(log, job.Process.Id, job.Id, error);
            job.Fail(RequestProblem.BrokenTerrain(error));
        }
        catch (LimitReachedException)
        {
            job.Fail(RequestProblem.ResultTooLarge(Limits.ResultBytes, job.Process.Remedy));
        }
        catch (Exception e)
        {
            // Whatever it is: the job has failed, and the others go on.
            Failed(log, job.Process.Id, job.Id, e);
            job.Fail(RequestProblem.Failed(job.Id));
        }
    }

    // Called with the lock held. The oldest go first, where there are too many, too large or too old ones.
    private void Forget()
    {
        DateTimeOffset oldest = clock.GetUtcNow() - Limits.KeptTime;
        Job[] newestFirst = [.. _jobs
            .Where(job => job.State.HasEnded && !_open.Contains(job))
            .OrderByDescending(job => job.State.Finished)];
        long bytes = 0;
        for (int i = 0; i < newestFirst.Length; i++)
        {
            JobState state = newestFirst[i].State;
            bytes += state.Result?.Length ?? 0;
            if (i >= Limits.KeptJobs || bytes > Limits.KeptBytes || state.Finished < oldest)
                _jobs.Remove(newestFirst[i]);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} ({Process}) failed")]
    private static partial void Failed(ILogger logger, string process, string id, Exception exception);
}
