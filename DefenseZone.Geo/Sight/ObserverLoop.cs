using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Sight;

/// <summary>The same work for many observers, several at once, each thread with its own scratch.</summary>
internal static class ObserverLoop
{
    /// <summary>Runs the work for each number below a count.</summary>
    /// <exception cref="TerrainException">A file of the terrain cannot be read: thrown as itself, and not from inside a loop.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static void ForEach<TScratch>(
        int count, Func<TScratch> rent, Action<TScratch> giveBack, Action<int, TScratch> work, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, rent, (i, _, scratch) =>
            {
                work(i, scratch);
                progress?.Report(Interlocked.Increment(ref done) / (double)count);
                return scratch;
            }, giveBack);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<TerrainException>().FirstOrDefault() is { } unreadable)
        {
            throw unreadable.Problem.Length > 0
                ? TerrainException.In(unreadable.Kind, unreadable.File, unreadable.Problem, unreadable.Remedy, exception)
                : new TerrainException(unreadable.Message, exception);
        }
    }
}
