using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Collects the problems of one file. Only so many are kept, the rest is counted; an error takes the place of a
/// warning, so that what is kept always tells whether there are errors.
/// </summary>
internal sealed class ProblemLog(string file, string layer)
{
    private readonly List<PlanProblem> _kept = [];
    private int _warnings;

    public string File { get; } = file;

    public string Layer { get; } = layer;

    /// <summary>The feature that problems are now reported of; −1 for none.</summary>
    public int FeatureIndex { get; set; } = -1;

    /// <summary>The lines before the text that is read now, where a file holds several texts.</summary>
    public long LineOffset { get; set; }

    public int Omitted { get; private set; }

    /// <summary>How many errors there were, kept or not.</summary>
    public int Errors { get; private set; }

    public int Count => _kept.Count;

    public static bool HasErrors(ImmutableArray<PlanProblem> problems)
    {
        foreach (PlanProblem problem in problems)
        {
            if (problem.Severity == ProblemSeverity.Error)
                return true;
        }

        return false;
    }

    public void Error(string path, string message, string remedy) =>
        Add(Problem(ProblemSeverity.Error, path, message, remedy));

    public void Warn(string path, string message, string remedy) =>
        Add(Problem(ProblemSeverity.Warning, path, message, remedy));

    public void ErrorAt(long line, long position, string message, string remedy) =>
        Add(Problem(ProblemSeverity.Error, string.Empty, message, remedy) with { Line = line + LineOffset, Position = position });

    public PlanProblem Problem(ProblemSeverity severity, string path, string message, string remedy) => new()
    {
        Severity = severity,
        File = File,
        Layer = Layer,
        FeatureIndex = FeatureIndex,
        JsonPath = path,
        Message = message,
        Remedy = remedy,
    };

    public void Add(PlanProblem problem)
    {
        bool isError = problem.Severity == ProblemSeverity.Error;
        if (isError)
            Errors++;
        if (_kept.Count >= PlanReading.MaximumProblems)
        {
            Omitted++;
            if (!isError || _warnings == 0)
                return;
            _kept.RemoveAt(_kept.FindLastIndex(static kept => kept.Severity == ProblemSeverity.Warning));
            _warnings--;
        }

        if (!isError)
            _warnings++;
        _kept.Add(problem);
    }

    /// <summary>Names the feature in the problems from <paramref name="start"/> on: an id may stand after what is wrong.</summary>
    public void Identify(int start, FeatureId id)
    {
        for (int i = Math.Min(start, _kept.Count); i < _kept.Count; i++)
        {
            if (_kept[i].FeatureIndex == FeatureIndex)
                _kept[i] = _kept[i] with { FeatureId = id };
        }
    }

    /// <summary>Gives the problems from <paramref name="start"/> on to the feature at hand: the whole text turned out to be one.</summary>
    public void Claim(int start)
    {
        for (int i = Math.Min(start, _kept.Count); i < _kept.Count; i++)
            _kept[i] = _kept[i] with { FeatureIndex = FeatureIndex };
    }

    /// <summary>Says line and column of the problems from <paramref name="start"/> on that have none, in place of a path.</summary>
    public void Locate(int start, long line, Func<string, int> columnOf)
    {
        for (int i = Math.Min(start, _kept.Count); i < _kept.Count; i++)
        {
            if (_kept[i].Line == 0)
                _kept[i] = _kept[i] with { Line = line, Position = Math.Max(1, columnOf(_kept[i].JsonPath)), JsonPath = string.Empty };
        }
    }

    /// <summary>Takes over the problems of another log.</summary>
    public void AddAll(ProblemLog other)
    {
        foreach (PlanProblem problem in other._kept)
            Add(problem);
        Omitted += other.Omitted;
    }

    public ImmutableArray<PlanProblem> ToImmutable() => [.. _kept];
}
