using System.Runtime.ExceptionServices;

namespace DefenseZone.Geo.Terrain;

/// <summary>Work on pieces of a terrain, several at once.</summary>
internal static class TerrainWork
{
    /// <summary>Does the pieces; what stops one of them stops all, and is thrown as it is.</summary>
    public static void ForEach(int count, Action<int> piece, CancellationToken cancellationToken)
    {
        try
        {
            // Without a bound, threads that wait for a block have others started beside them, each with a block of its own.
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, piece);
        }
        catch (AggregateException several)
        {
            // A file that cannot be read is told as its own reader tells it, once.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
