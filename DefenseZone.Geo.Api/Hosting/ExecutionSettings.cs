namespace DefenseZone.Geo.Api.Hosting;

/// <summary>How much work the service takes on at a time, and how much of what came of it it keeps; see docs/api.md.</summary>
internal sealed record ExecutionSettings
{
    /// <summary>How many pieces of work that somebody waits for run at a time.</summary>
    public int Waited { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>How many of these may be long; the others are for quick work.</summary>
    public int LongWaited { get; init; } = Environment.ProcessorCount;

    /// <summary>How many pieces of work that somebody waits for may wait for their turn.</summary>
    public int QueuedWaited { get; init; } = 256;

    /// <summary>How long an execution that somebody waits for may take.</summary>
    public TimeSpan WaitedTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest answer of an execution that somebody waits for.</summary>
    public long AnswerBytes { get; init; } = 64L << 20;

    /// <summary>How long an answer may be on its way to its reader.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many long jobs run at a time.</summary>
    public int RunningJobs { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How many jobs may wait for their turn.</summary>
    public int QueuedJobs { get; init; } = 32;

    /// <summary>How long a job may take.</summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many jobs that have ended are kept.</summary>
    public int KeptJobs { get; init; } = 100;

    /// <summary>How long a job that has ended is kept.</summary>
    public TimeSpan KeptTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The largest result that a job may have.</summary>
    public long ResultBytes { get; init; } = 64L << 20;

    /// <summary>The most that all kept results may have together.</summary>
    public long KeptBytes { get; init; } = 256L << 20;

    /// <summary>Reads the settings; those that cannot be meant go to the faults.</summary>
    public static ExecutionSettings Of(IConfiguration configuration, List<string> faults)
    {
        var otherwise = new ExecutionSettings();
        int waited = (int)Number("Limits:Executions", otherwise.Waited, 1, 10_000);
        var settings = new ExecutionSettings
        {
            Waited = waited,
            LongWaited = (int)Number("Limits:LongExecutions", Math.Max(1, waited / 2), 1, waited),
            QueuedWaited = (int)Number("Limits:Queued", otherwise.QueuedWaited, 0, 100_000),
            AnswerBytes = Number("Limits:MaximumAnswerBytes", otherwise.AnswerBytes, 1 << 10, 1L << 30),
            SendTime = Seconds("Limits:SendSeconds", otherwise.SendTime, 86_400),
            WaitedTime = Seconds("Limits:ExecutionSeconds", otherwise.WaitedTime, 86_400),
            RunningJobs = (int)Number("Jobs:Running", otherwise.RunningJobs, 1, 1_000),
            QueuedJobs = (int)Number("Jobs:Queued", otherwise.QueuedJobs, 0, 100_000),
            JobTime = Seconds("Jobs:MaximumSeconds", otherwise.JobTime, 7 * 86_400),
            KeptJobs = (int)Number("Jobs:Kept", otherwise.KeptJobs, 1, 100_000),
            KeptTime = Seconds("Jobs:KeptSeconds", otherwise.KeptTime, 365 * 86_400),
            ResultBytes = Number("Jobs:MaximumResultBytes", otherwise.ResultBytes, 1 << 10, 1L << 30),
            KeptBytes = Number("Jobs:KeptBytes", otherwise.KeptBytes, 1 << 10, 1L << 40),
        };
        if (settings.KeptBytes < settings.ResultBytes)
            faults.Add($"Jobs:KeptBytes '{settings.KeptBytes}' must be at least Jobs:MaximumResultBytes, which is {settings.ResultBytes}.");
        return settings;

        long Number(string key, long value, long least, long most) => ApiSettings.Number(configuration, key, value, least, most, faults);

        TimeSpan Seconds(string key, TimeSpan value, long most) => TimeSpan.FromSeconds(Number(key, (long)value.TotalSeconds, 1, most));
    }
}
