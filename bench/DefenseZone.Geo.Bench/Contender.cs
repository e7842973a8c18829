using System.Diagnostics;

namespace DefenseZone.Geo.Bench;

/// <summary>What one run took and answered. Answers of contenders for one work are compared by name.</summary>
internal sealed record Run(double Seconds, IReadOnlyDictionary<string, double> Answers)
{
    /// <summary>Times a piece of work whose result is turned into answers after the clock has stopped.</summary>
    public static Run Of<T>(Func<T> work, Func<T, Dictionary<string, double>> answers)
    {
        long begin = Stopwatch.GetTimestamp();
        T result = work();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return new Run(seconds, answers(result));
    }
}

/// <summary>One way to do a work: ours or a peer's.</summary>
/// <param name="Work">What is done; contenders of one work are compared.</param>
/// <param name="Name">Who does it, and how.</param>
/// <param name="IsOurs">True for this project.</param>
/// <param name="RunsARound">How often it runs in a round; more for what is short.</param>
/// <param name="Do">Does it once.</param>
internal sealed record Contender(string Work, string Name, bool IsOurs, int RunsARound, Func<Run> Do)
{
    /// <summary>How often it runs before it is measured, at least; 0 for what takes long and needs none.</summary>
    public int LeastWarmUpRuns { get; init; } = 2;
}

/// <summary>All runs of a contender.</summary>
internal sealed record Result(Contender Contender, double[] Seconds, IReadOnlyDictionary<string, double> Answers)
{
    public double Median
    {
        get
        {
            double[] sorted = [.. Seconds.Order()];
            int middle = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    public double Fastest => Seconds.Min();
}
