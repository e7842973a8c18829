using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>Executions that a client waits for: so many at a time, each for so long.</summary>
internal sealed class WaitedExecutions(ApiSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _slots = new(settings.Execution.Waited);

    /// <summary>Answers a question, when there is room for it.</summary>
    /// <exception cref="RequestProblem">There is no room before long, or it takes too long (503).</exception>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<ProcessResult> Run(Question question, CancellationToken clientGone)
    {
        TimeSpan time = settings.Execution.WaitedTime;
        if (!await _slots.WaitAsync(time < Patience ? time : Patience, clientGone))
            throw RequestProblem.Busy($"{settings.Execution.Waited} executions are running, which is all that may.", retryAfterSeconds: 10);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(clientGone);
        limit.CancelAfter(time);
        try
        {
            return question(new QuestionRun(null, time, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !clientGone.IsCancellationRequested)
        {
            throw RequestProblem.TookTooLong("An execution that is waited for", time, $"Ask with the header 'Prefer: {Preferences.RespondAsync}'.");
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();
}
