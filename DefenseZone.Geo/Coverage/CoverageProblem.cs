using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A question about a plan: how well do these facilities, covering in this way, cover the border?</summary>
/// <param name="Plan">The plan asked about.</param>
public sealed record CoverageProblem(Plan Plan)
{
    /// <summary>How a facility covers; each by its own radius unless said otherwise.</summary>
    public CoverageModel Model { get; init; } = RadiusCoverage.OwnRadius;

    /// <summary>Which facilities take part; where it names no kinds, those that the model expects.</summary>
    public FacilityFilter Facilities { get; init; } = FacilityFilter.Default;

    /// <summary>How many facilities must cover a place for it to count as covered: 1, or more for backup.</summary>
    public int RequiredDepth { get; init; } = 1;

    /// <summary>The shortest stretch of too little depth, in metres, that is called a gap; the plan's default where none is given.</summary>
    public double? MinimumGapMetres { get; init; }

    /// <summary>The shortest gap in metres that holds for this problem.</summary>
    public double EffectiveMinimumGapMetres => MinimumGapMetres ?? Plan.Defaults.MinimumGapMetres;

    /// <summary>Who takes part, with the kinds that the model expects where <see cref="Facilities"/> names none.</summary>
    public FacilityFilter Participants => Model.Participants(Facilities);

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="RequiredDepth"/> is below 1, <see cref="MinimumGapMetres"/> is negative or not a number, or a
    /// facility's radius is out of range.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CoverageReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid();
        return Sweep(Model.Cover(Plan, BorderLine.Of(Plan), Participants.Select(Plan), progress, cancellationToken));
    }

    /// <summary>The answer, where what each facility covers is known already and need not be worked out again.</summary>
    /// <param name="stretches">
    /// What <see cref="CoverageModel.Cover(Plan, BorderLine, ImmutableArray{Facility}, IProgress{double}?, CancellationToken)"/> of
    /// <see cref="Model"/> gives for the <see cref="Participants"/> of <see cref="Plan"/>: a facility is its index among them.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RequiredDepth"/> or <see cref="MinimumGapMetres"/> is out of range, as with <see cref="Solve"/>.</exception>
    public CoverageReport Sweep(ReadOnlySpan<CoverStretch> stretches)
    {
        ThrowIfInvalid();
        BorderLine border = BorderLine.Of(Plan);
        return new CoverageReport(this, border, Participants.Select(Plan), CoverEvents.Of(stretches, border));
    }

    internal void ThrowIfInvalid()
    {
        if (RequiredDepth < 1)
            throw new ArgumentOutOfRangeException(nameof(RequiredDepth), RequiredDepth, "The required depth must be at least 1.");
        if (!(EffectiveMinimumGapMetres >= 0) || double.IsInfinity(EffectiveMinimumGapMetres))
            throw new ArgumentOutOfRangeException(nameof(MinimumGapMetres), EffectiveMinimumGapMetres, "The shortest gap must be 0 metres or more.");
    }
}
