using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A what-if that goes on: facilities are moved, added, removed or given another radius one by one, and each time only
/// that facility is counted anew. The totals and gaps are the same as if the changed plan were asked from scratch.
/// </summary>
/// <remarks>Not safe for use by several threads at once; the reports that it gives are.</remarks>
public sealed class CoverageSession
{
    private readonly BorderLine _border;
    private ImmutableArray<Facility> _considered;
    private CoverEvents _events;
    private DepthTotals _totals;

    /// <summary>Begins with the problem as it stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="CoverageProblem.Solve"/>.</exception>
    public CoverageSession(CoverageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.ThrowIfInvalid();
        Problem = problem;
        _border = BorderLine.Of(problem.Plan);
        _considered = problem.Participants.Select(problem.Plan);
        _events = CoverEvents.Of(problem.Model.Cover(problem.Plan, _border, _considered), _border);
        _totals = Recount();
    }

    /// <summary>The problem with the plan as it has become.</summary>
    public CoverageProblem Problem { get; private set; }

    /// <summary>The plan as it has become.</summary>
    public Plan Plan => Problem.Plan;

    /// <summary>Metres of border covered as often as required.</summary>
    public double CoveredMetres { get; private set; }

    /// <summary>The gaps, along the border.</summary>
    public ImmutableArray<BorderStretch> Gaps => _totals.Gaps;

    /// <summary>Puts a facility in the place of the one of its kind and id, or adds it where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its radius is out of range; nothing has changed then.</exception>
    public void Set(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        (int place, int considered) = Find(facility.Kind, facility.Id);
        Plan changed = Plan.WithFacility(facility);
        bool was = place < Plan.Facilities.Length && Problem.Participants.Admits(Plan, Plan.Facilities[place]);
        bool now = Problem.Participants.Admits(changed, facility);
        ReadOnlySpan<BorderStretch> stretches = now ? Problem.Model.Cover(changed, _border, facility).AsSpan() : [];
        (_events, _considered) = (was, now) switch
        {
            (true, true) => (_events.WithReplaced(considered, stretches), _considered.SetItem(considered, facility)),
            (true, false) => (_events.Without(considered), _considered.RemoveAt(considered)),
            (false, true) => (_events.WithNew(considered, stretches), _considered.Insert(considered, facility)),
            _ => (_events, _considered),
        };
        Become(changed);
    }

    /// <summary>Takes a facility away.</summary>
    /// <returns>False where there was none of that kind and id.</returns>
    public bool Remove(FacilityKind kind, FeatureId id)
    {
        (int place, int considered) = Find(kind, id);
        if (place == Plan.Facilities.Length)
            return false;
        if (Problem.Participants.Admits(Plan, Plan.Facilities[place]))
        {
            _events = _events.Without(considered);
            _considered = _considered.RemoveAt(considered);
        }

        Become(Plan with { Facilities = Plan.Facilities.RemoveAt(place) });
        return true;
    }

    /// <summary>The whole report on the plan as it has become.</summary>
    public CoverageReport Report() => new(Problem, _border, _considered, _events);

    /// <summary>Where a facility stands in the plan (behind all others where it is not there), and how many before it take part.</summary>
    private (int Place, int Considered) Find(FacilityKind kind, FeatureId id)
    {
        int considered = 0;
        for (int i = 0; i < Plan.Facilities.Length; i++)
        {
            Facility facility = Plan.Facilities[i];
            if (facility.Kind == kind && facility.Id == id)
                return (i, considered);
            if (considered < _considered.Length && ReferenceEquals(_considered[considered], facility))
                considered++;
        }

        return (Plan.Facilities.Length, considered);
    }

    private void Become(Plan plan)
    {
        Problem = Problem with { Plan = plan };
        _totals = Recount();
    }

    private DepthTotals Recount()
    {
        var totals = DepthTotals.Of(_events, _border.LengthMetres, Problem.RequiredDepth, Problem.EffectiveMinimumGapMetres);
        double covered = 0;
        for (int depth = Problem.RequiredDepth; depth < totals.MetresByDepth.Length; depth++)
            covered += totals.MetresByDepth[depth];
        CoveredMetres = covered;
        return totals;
    }
}
