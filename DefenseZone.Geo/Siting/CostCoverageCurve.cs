using System.Collections.Immutable;

namespace DefenseZone.Geo.Siting;

/// <summary>One point of the curve.</summary>
/// <param name="Sites">p: how many sites may be chosen.</param>
/// <param name="CoveredMetres">The most border that existing ones and p sites can cover, in metres (weighted where segments have weights).</param>
/// <param name="BoundMetres">What no plan of p sites can beat; equal to it where the point is proven.</param>
/// <param name="Cost">What that plan costs, in the plan's unit of money.</param>
public readonly record struct CurvePoint(int Sites, double CoveredMetres, double BoundMetres, double Cost);

/// <summary>What each further site buys: the most border that 0, 1, 2 … sites can cover.</summary>
public sealed record CostCoverageCurve
{
    /// <summary>The points, from no site (or the required ones) upwards. It ends where no further site adds anything.</summary>
    public required ImmutableArray<CurvePoint> Points { get; init; }

    /// <summary>
    /// The number of sites at the knee: the point farthest above the line from the first to the last point, both axes
    /// scaled to 1 (V. Satopää et al., Finding a "kneedle" in a haystack, ICDCS Workshops 2011). That of the first point
    /// where the curve has no bend.
    /// </summary>
    public required int KneeSites { get; init; }

    /// <summary>True where every point is proven.</summary>
    public required bool IsProven { get; init; }

    /// <summary>Works out the curve. The problem's number of sites is not looked at; its other limits and constraints are.</summary>
    /// <param name="problem">The problem; its objective must be <see cref="MaximalCover"/>.</param>
    /// <param name="maximumSites">P: the last point's number of sites, 1 or more.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="SitingProblemException">The problem makes no sense; all faults are named.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CostCoverageCurve Of(
        SitingProblem problem, int maximumSites, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        CurveTracing.Trace(problem, maximumSites, progress, cancellationToken);
}
