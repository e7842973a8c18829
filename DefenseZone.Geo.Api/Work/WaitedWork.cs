using System.IO.Pipelines;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Work;

/// <summary>Work that a client waits for: it has its turn in the queue, its time, and its time to be sent.</summary>
internal sealed class WaitedWork(WorkQueue queue, ApiSettings settings)
{
    // What is about as large as the server's own buffers may be sent after the slot is free.
    private const long SmallBytes = 256 * 1024;
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(30);

    private ExecutionSettings Limits => settings.Execution;

    // Nobody waits longer for the beginning than for the work.
    private TimeSpan Patience => Limits.WaitedTime < MostPatience ? Limits.WaitedTime : MostPatience;

    /// <summary>Does a piece of work when its turn has come.</summary>
    /// <param name="http">The request that waits.</param>
    /// <param name="workClass">How much work it is.</param>
    /// <param name="work">The work; is told to stop when its time is up or nobody waits any more.</param>
    /// <exception cref="RequestProblem">Its turn does not come before long, or it takes too long (503).</exception>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<T> Do<T>(HttpContext http, WorkClass workClass, Func<CancellationToken, T> work)
    {
        using WorkPermit permit = await queue.Enter(WorkOrder.Of(http, workClass), Patience, http.RequestAborted);
        return await Timed(http, work);
    }

    /// <summary>
    /// Writes an answer when its turn has come, and sends it. A large answer keeps its slot until it is sent, so that answers
    /// which are waiting for slow readers do not pile up; a reader that is too slow is cut off.
    /// </summary>
    /// <exception cref="RequestProblem">Its turn does not come before long, or it takes too long (503), or the answer is too large (413).</exception>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task Answer(HttpContext http, WorkClass workClass, string contentType, string remedy, Action<AnswerBuffer, CancellationToken> write)
    {
        using WorkPermit permit = await queue.Enter(WorkOrder.Of(http, workClass), Patience, http.RequestAborted);
        AnswerBuffer answer = await Timed(http, stop =>
        {
            var buffer = new AnswerBuffer(Limits.AnswerBytes);
            try
            {
                write(buffer, stop);
            }
            catch (LimitReachedException)
            {
                throw RequestProblem.AnswerTooLarge(Limits.AnswerBytes, remedy);
            }

            return buffer;
        });
        if (answer.Length <= SmallBytes)
            permit.Dispose();
        http.Response.ContentType = contentType;
        await Send(http, answer.TakePieces());
    }

    /// <summary>Sends an answer as fast as it is read, and cuts off who reads too slowly.</summary>
    public async Task Send(HttpContext http, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(Limits.SendTime);
        try
        {
            PipeWriter body = http.Response.BodyWriter;
            foreach (ReadOnlyMemory<byte> piece in pieces)
                await body.WriteAsync(piece, limit.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private async Task<T> Timed<T>(HttpContext http, Func<CancellationToken, T> work)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(Limits.WaitedTime);
        try
        {
            // A thread of its own: the work keeps a processor busy, and other requests shall not wait for it.
            return await Task.Factory.StartNew(() => work(limit.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            throw RequestProblem.TookTooLong("An execution that is waited for", Limits.WaitedTime, $"Ask with the header 'Prefer: {Preferences.RespondAsync}'.");
        }
    }
}
