using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>Which jobs are asked for, and which page of them; by the parameters of the standard's job list.</summary>
internal sealed record JobQuery
{
    public const string TypeParameter = "type";
    public const string ProcessParameter = "processID";
    public const string StatusParameter = "status";
    public const string MinimumDurationParameter = "minDuration";
    public const string MaximumDurationParameter = "maxDuration";

    /// <summary>The parameters that the list has.</summary>
    public static ImmutableArray<string> Parameters { get; } =
    [
        TypeParameter, ProcessParameter, StatusParameter, DatetimeInterval.Parameter, MinimumDurationParameter,
        MaximumDurationParameter, FeatureQuery.LimitParameter, PageStart.Parameter,
    ];

    /// <summary>The one type of job that there is.</summary>
    public const string JobType = "process";

    /// <summary>The types of job asked for; empty for all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>The processes whose jobs are asked for; empty for all.</summary>
    public ImmutableArray<string> Processes { get; init; } = [];

    /// <summary>The statuses asked for; empty for all.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>When they were created; none for ever.</summary>
    public DatetimeInterval? Created { get; init; }

    /// <summary>How many seconds they have run at least.</summary>
    public double MinimumSeconds { get; init; }

    /// <summary>How many seconds they have run at most.</summary>
    public double MaximumSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>The most jobs that a page has.</summary>
    public int Limit { get; init; } = FeatureQuery.DefaultLimit;

    public PageStart Start { get; init; }

    /// <summary>Reads the query of a request; what cannot be read is added to the faults, all of it.</summary>
    public static JobQuery Read(IQueryCollection query, ImmutableArray<string> processes, FaultList faults)
    {
        var read = new JobQuery();
        foreach ((string name, var values) in query)
        {
            string text = values.Count > 0 ? values[0] ?? string.Empty : string.Empty;
            read = name switch
            {
                TypeParameter => read with { Types = Words(name, text, [JobType], faults) },
                ProcessParameter => read with { Processes = Words(name, text, processes, faults) },
                StatusParameter => read with { Statuses = Words(name, text, JobState.Words, faults) },
                MinimumDurationParameter => read with { MinimumSeconds = Seconds(name, text, faults) },
                MaximumDurationParameter => read with { MaximumSeconds = Seconds(name, text, faults) },
                DatetimeInterval.Parameter when DatetimeInterval.TryParse(text, faults, out DatetimeInterval created) => read with { Created = created },
                FeatureQuery.LimitParameter when FeatureQuery.TryParseLimit(text, faults, out int limit) => read with { Limit = limit },
                PageStart.Parameter when PageStart.TryParse(text, faults, out PageStart start) => read with { Start = start },
                _ => read,
            };
        }

        return read;
    }

    /// <summary>True for a job that is asked for. What has not begun has run for no time.</summary>
    public bool Matches(Job job, DateTimeOffset now)
    {
        JobState state = job.State;
        double seconds = state.Started is { } started ? ((state.Finished ?? now) - started).TotalSeconds : 0;
        return (Types.IsEmpty || Types.Contains(JobType))
            && (Processes.IsEmpty || Processes.Contains(job.Process.Id))
            && (Statuses.IsEmpty || Statuses.Contains(state.Word))
            && (Created is not { } created || created.Contains(job.Created))
            && seconds >= MinimumSeconds && seconds <= MaximumSeconds;
    }

    private static ImmutableArray<string> Words(string name, string text, ImmutableArray<string> known, FaultList faults)
    {
        ImmutableArray<string> words = [.. text.Split(',')];
        foreach (string word in words.Where(word => !known.Contains(word)))
            faults.Add(new Fault(name, $"'{word}' is not known.", $"It must be any of these, apart by commas: {string.Join(", ", known)}."));
        return words;
    }

    private static double Seconds(string name, string text, FaultList faults)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds >= 0 && double.IsFinite(seconds))
            return seconds;
        faults.Add(new Fault(name, $"'{text}' is not a number of seconds.", "It must be a number from 0."));
        return 0;
    }
}
