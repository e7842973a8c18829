using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Work;

/// <summary>
/// The one place where work waits for its turn: executions, jobs, derived collections, tiles. So much runs at a time, and
/// long work never takes all slots, so that quick questions get through. Of those that may begin, quick work goes before
/// long work, then whoever has the least running, then who came first; while long work waits and none runs, the last free
/// slot is kept for it. Safe for use by many threads.
/// </summary>
internal sealed class WorkQueue(ApiSettings settings)
{
    private const int RetryAfterSeconds = 5;

    private readonly Lock _gate = new();
    private readonly List<Ticket> _waiting = [];
    private readonly List<WorkOrder> _running = [];

    private ExecutionSettings Limits => settings.Execution;

    /// <summary>How many pieces of work wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>How many pieces of work run.</summary>
    public int Running
    {
        get
        {
            lock (_gate)
                return _running.Count;
        }
    }

    /// <summary>Waits for the turn of a piece of work. What is returned ends the work when it is disposed of.</summary>
    /// <param name="order">The work.</param>
    /// <param name="patience">How long its turn is waited for; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="leaves">Gives up its place.</param>
    /// <exception cref="RequestProblem">As many wait as may, at once; or its turn did not come in time, in the task (503).</exception>
    /// <exception cref="OperationCanceledException">It gave up its place.</exception>
    public Task<WorkPermit> Enter(WorkOrder order, TimeSpan patience, CancellationToken leaves)
    {
        var ticket = new Ticket(order);
        lock (_gate)
        {
            _waiting.Add(ticket);
            Admit();
            if (ticket.Turn.Task.IsCompleted)
                return ticket.Turn.Task;
            MakeRoomFor(ticket);
        }

        return Wait(ticket, patience, leaves);
    }

    internal void End(WorkOrder order)
    {
        lock (_gate)
        {
            _running.Remove(order);
            Admit();
        }
    }

    private async Task<WorkPermit> Wait(Ticket ticket, TimeSpan patience, CancellationToken leaves)
    {
        using var tooLate = new CancellationTokenSource(patience);

        // What has its turn already keeps it: whoever holds the permit sees for himself whether he is still wanted.
        await using CancellationTokenRegistration left = leaves.Register(() => Leave(ticket, () => ticket.Turn.TrySetCanceled(leaves)));
        await using CancellationTokenRegistration late = tooLate.Token.Register(() => Leave(ticket, () => ticket.Turn.TrySetException(Full())));
        return await ticket.Turn.Task;
    }

    private void Leave(Ticket ticket, Action tell)
    {
        bool waited;
        lock (_gate)
            waited = _waiting.Remove(ticket);
        if (waited)
            tell();
    }

    // Called with the lock held.
    private void Admit()
    {
        while (Next() is { } next)
        {
            _waiting.Remove(next);
            _running.Add(next.Order);
            next.Turn.SetResult(new WorkPermit(this, next.Order));
        }
    }

    private Ticket? Next()
    {
        int quick = _running.Count(static order => order.Class == WorkClass.Quick);
        int longJobs = _running.Count(static order => order.IsLongJob);
        int longWaited = _running.Count - quick - longJobs;
        bool hasRoom = quick + longWaited < Limits.Waited;
        bool isLastKept = longWaited == 0 && Limits.Waited > 1 && quick == Limits.Waited - 1
            && _waiting.Exists(static ticket => IsLongWaited(ticket.Order));

        // With one slot for all, the order of arrival is the fair one.
        return _waiting
            .Where(ticket => ticket.Order.IsLongJob ? longJobs < Limits.RunningJobs
                : ticket.Order.Class == WorkClass.Quick ? hasRoom && !isLastKept
                : hasRoom && longWaited < Limits.LongWaited)
            .OrderBy(ticket => Limits.Waited == 1 ? 0 : (int)ticket.Order.Class)
            .ThenBy(ticket => _running.Count(order => IsOfClient(order, ticket.Order.Client)))
            .FirstOrDefault();
    }

    // Called with the lock held. A client that has taken most of the places gives the last of them to another.
    private void MakeRoomFor(Ticket ticket)
    {
        bool isJob = ticket.Order.IsJob;
        int most = isJob ? Limits.QueuedJobs : Limits.QueuedWaited;
        List<Ticket> like = _waiting.FindAll(other => other.Order.IsJob == isJob);
        if (like.Count <= most)
            return;
        IGrouping<string, Ticket> greediest = like.GroupBy(static other => other.Order.Client).MaxBy(static client => client.Count())!;
        int own = like.Count(other => IsOfClient(other.Order, ticket.Order.Client));
        if (isJob || greediest.Count() <= own)
        {
            _waiting.Remove(ticket);
            throw Full();
        }

        Ticket last = greediest.Last();
        _waiting.Remove(last);
        last.Turn.SetException(Full());
    }

    // Called from anywhere: what it says is of this moment.
    private RequestProblem Full()
    {
        lock (_gate)
        {
            return RequestProblem.Busy(
                $"{_running.Count} pieces of work are running and {_waiting.Count} are waiting, and there is no room for more.", RetryAfterSeconds);
        }
    }

    private static bool IsLongWaited(WorkOrder order) => order.Class == WorkClass.Long && !order.IsJob;

    private static bool IsOfClient(WorkOrder order, string client) => string.Equals(order.Client, client, StringComparison.Ordinal);

    private sealed class Ticket(WorkOrder order)
    {
        public WorkOrder Order { get; } = order;

        public TaskCompletionSource<WorkPermit> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Leave to work, until it is disposed of.</summary>
internal sealed class WorkPermit(WorkQueue queue, WorkOrder order) : IDisposable
{
    private int _ended;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
            queue.End(order);
    }
}
