namespace DefenseZone.Geo.Bench;

/// <summary>
/// Runs contenders in turns, so that whatever else the machine does meets all of them alike. Each run begins
/// with the garbage collected, and each contender is warmed up first: what is measured is the work, not the compiler.
/// </summary>
internal static class Arena
{
    private const int MostWarmUpRuns = 200;
    private const double WarmUpSeconds = 1.5;

    public static List<Result> Compete(IReadOnlyList<Contender> contenders, int rounds, Action<string> tell)
    {
        foreach (Contender contender in contenders)
        {
            if (contender.LeastWarmUpRuns == 0)
                continue;
            tell($"warming up: {contender.Work}, {contender.Name}");
            double spent = 0;
            for (int i = 0; i < contender.LeastWarmUpRuns || (i < MostWarmUpRuns && spent < WarmUpSeconds); i++)
                spent += contender.Do().Seconds;
        }

        var seconds = contenders.Select(_ => new List<double>()).ToArray();
        var answers = new IReadOnlyDictionary<string, double>[contenders.Count];
        for (int round = 1; round <= rounds; round++)
        {
            tell($"round {round} of {rounds}");
            for (int i = 0; i < contenders.Count; i++)
            {
                for (int k = 0; k < contenders[i].RunsARound; k++)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    Run run = contenders[i].Do();
                    seconds[i].Add(run.Seconds);
                    answers[i] = run.Answers;
                }
            }
        }

        return [.. contenders.Select((contender, i) => new Result(contender, [.. seconds[i]], answers[i]))];
    }
}
