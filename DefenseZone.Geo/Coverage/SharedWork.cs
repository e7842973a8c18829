using System.Runtime.ExceptionServices;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Turns of work shared out among the processors. Does what <see cref="Parallel"/> does, but is a few lines that are
/// compiled ahead of time: a command that runs for a tenth of a second would spend a tenth of that compiling the framework's
/// loop. What goes wrong in a turn is thrown as itself.
/// </summary>
internal static class SharedWork
{
    /// <summary>Does every turn from 0 up to, not including, a count, in any order, several at once.</summary>
    internal static void Do(int turns, Action<int> turn)
    {
        int workers = Math.Min(turns, Environment.ProcessorCount);
        if (workers <= 1)
        {
            for (int i = 0; i < turns; i++)
                turn(i);
            return;
        }

        int next = -1, working = 0;
        Exception? failed = null;
        var gate = new object();

        void Work()
        {
            lock (gate)
                working++;
            try
            {
                for (int i = Interlocked.Increment(ref next); i < turns && failed is null; i = Interlocked.Increment(ref next))
                    turn(i);
            }
#pragma warning disable CA1031 // Carried over to the thread that waits for the answer, whatever it is.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failed, exception, null);
            }

            lock (gate)
            {
                working--;
                Monitor.PulseAll(gate);
            }
        }

        for (int i = 1; i < workers; i++)
            _ = Task.Run(Work);
        Work();

        // Whoever has not begun by now finds nothing to do: only those at work are waited for.
        lock (gate)
        {
            while (working > 0)
                Monitor.Wait(gate);
        }

        if (failed is not null)
            ExceptionDispatchInfo.Throw(failed);
    }

    /// <summary>Does all items from 0 up to, not including, a count, so many neighbours a turn.</summary>
    internal static void Do(int items, int itemsOfATurn, Action<int> item) =>
        Do((items + itemsOfATurn - 1) / itemsOfATurn, turn =>
        {
            int end = Math.Min(items, (turn + 1) * itemsOfATurn);
            for (int i = turn * itemsOfATurn; i < end; i++)
                item(i);
        });
}
