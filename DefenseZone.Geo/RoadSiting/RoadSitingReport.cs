using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Courses for a new road, or why there is none.</summary>
public sealed record RoadSitingReport
{
    /// <summary>The question.</summary>
    public required RoadSitingProblem Problem { get; init; }

    /// <summary>The courses, the cheapest first; none where there is no way.</summary>
    public ImmutableArray<SitedRoad> Roads { get; init; } = [];

    /// <summary>Why there is no way, as data; none where there is one.</summary>
    public ImmutableArray<RoadRemark> Reasons { get; init; } = [];

    /// <summary>What somebody should know who uses the answer, as data.</summary>
    public ImmutableArray<RoadRemark> Remarks { get; init; } = [];

    /// <summary>Why there is no way, and what would make one possible, in English; empty where there is one.</summary>
    public string Explanation => string.Join(' ', Reasons.Select(reason => reason.Sentence));

    /// <summary>What is wrong with the question or its plan, all of it, in English; empty where a way was looked for.</summary>
    public ImmutableArray<string> Faults => [.. Reasons.Where(reason => reason.IsFault).Select(reason => reason.Sentence)];

    /// <summary>The least grade limit with which there would be a way, where it is the limit that there is none for.</summary>
    public double? FeasibleGrade { get; init; }

    /// <summary>Where the ground needs that grade.</summary>
    public GeoPoint? SteepestPlace { get; init; }

    /// <summary>The side in metres of the cells that the courses were looked for on.</summary>
    public double CellMetres { get; init; }

    /// <summary>What somebody should know who uses the answer, in English: thinned terrain, fewer alternatives than asked for.</summary>
    public ImmutableArray<string> Notes => [.. Remarks.Select(remark => remark.Sentence)];

    /// <summary>Whether there is a way.</summary>
    public bool IsFound => !Roads.IsEmpty;

    /// <summary>The courses as planned roads, for a plan to take one of: with free ids and what they cost.</summary>
    public ImmutableArray<PatrolRoad> ToPatrolRoads()
    {
        ImmutableArray<FeatureId> ids = NewRoadIds.Free(Problem.Plan, Roads.Length);
        return [.. Roads.Select((road, i) => road.ToPatrolRoad(ids[i], Problem.Standard) with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{Problem.From.Name} – {Problem.To.Name} ({i + 1})"),
        })];
    }
}
