namespace DefenseZone.Geo.Siting;

/// <summary>What a siting problem wants most. How many sites and how much money there are is said by the problem.</summary>
public abstract record SitingObjective
{
    private protected SitingObjective()
    {
    }

    /// <summary>The objective's word in options and reports, such as <c>maximal-cover</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The formulation and its source, as reports say it.</summary>
    public abstract string Formulation { get; }

    /// <summary>True where the problem needs <see cref="SitingProblem.MaximumSites"/>, <see cref="SitingProblem.Budget"/> or both.</summary>
    public virtual bool NeedsLimit => true;
}

/// <summary>
/// The most border covered at least once (weighted by segment where weights are given): the maximal covering location
/// problem (MCLP).
/// </summary>
/// <remarks>
/// Maximise Σ w(a)·z(a) over atoms a of border, subject to z(a) ≤ Σ x(j) over candidates j that cover a,
/// Σ x(j) ≤ p, Σ c(j)·x(j) ≤ B, x and z binary. R. Church and C. ReVelle, The maximal covering location problem,
/// Papers of the Regional Science Association 32 (1974), 101–118.
/// </remarks>
public sealed record MaximalCover : SitingObjective
{
    /// <inheritdoc/>
    public override string Name => "maximal-cover";

    /// <inheritdoc/>
    public override string Formulation => "maximal covering location problem, Church and ReVelle 1974";
}

/// <summary>
/// All border that any candidate can cover is covered, by the fewest sites or for the least money: the location set
/// covering problem (LSCP).
/// </summary>
/// <remarks>
/// Minimise Σ c(j)·x(j) (with c(j) = 1 for the fewest), subject to Σ x(j) ≥ 1 over candidates j that cover a, for each
/// atom a of border that some candidate covers and no existing facility does. C. Toregas, R. Swain, C. ReVelle and
/// L. Bergman, The location of emergency service facilities, Operations Research 19 (1971), 1363–1373.
/// </remarks>
public sealed record SetCover : SitingObjective
{
    /// <summary>The least money instead of the fewest sites.</summary>
    public bool Cheapest { get; init; }

    /// <inheritdoc/>
    public override string Name => "set-cover";

    /// <inheritdoc/>
    public override string Formulation => Cheapest
        ? "location set covering problem, least cost, Toregas et al. 1971"
        : "location set covering problem, fewest sites, Toregas et al. 1971";

    /// <inheritdoc/>
    public override bool NeedsLimit => false;
}

/// <summary>
/// Border covered once, and border covered twice or more (backup). Either backup counts with a weight, or first
/// coverage is kept at its most and backup decides between equals.
/// </summary>
/// <remarks>
/// Maximise Σ w(a)·(z(a) + β·y(a)) with z(a) + y(a) ≤ Σ x(j) over candidates that cover a, y(a) ≤ z(a).
/// K. Hogan and C. ReVelle, Concepts and applications of backup coverage, Management Science 32 (1986), 1434–1444 (BACOP1
/// keeps first coverage, BACOP2 trades it by the weight).
/// </remarks>
public sealed record BackupCover : SitingObjective
{
    /// <summary>
    /// β: what a metre covered twice adds to a metre covered once, above 0 and at most 1. None: first coverage comes first
    /// and backup second, so that a metre covered once counts as much as <see cref="FirstCoverMetres"/> of backup.
    /// </summary>
    public double? Weight { get; init; }

    /// <summary>How many metres of backup a metre of first coverage is worth where first coverage comes first.</summary>
    public const double FirstCoverMetres = 1 << 20;

    /// <inheritdoc/>
    public override string Name => "backup-cover";

    /// <inheritdoc/>
    public override string Formulation => Weight is null
        ? "backup coverage after first coverage, Hogan and ReVelle 1986"
        : "backup coverage traded by a weight, Hogan and ReVelle 1986";
}

/// <summary>
/// The longest gap that remains is as short as can be: a p-center along the border, over gaps in place of distances.
/// </summary>
/// <remarks>
/// Minimise G such that no maximal uncovered stretch within a part of the border is longer than G. For one G this is a
/// set cover: a window of length G hangs over each chainage t, and stretch [a, b] meets the windows of t in [a − G, b].
/// The least G is found by bisection to the millimetre, as E. Minieka did for the p-center: The m-center problem, SIAM
/// Review 12 (1970), 138–139; S. L. Hakimi, Operations Research 12 (1964), 450–459.
/// </remarks>
public sealed record ShortestLongestGap : SitingObjective
{
    /// <inheritdoc/>
    public override string Name => "shortest-gap";

    /// <inheritdoc/>
    public override string Formulation => "p-center on gaps by set covers, Hakimi 1964, Minieka 1970";
}

/// <summary>
/// The most border that is still covered after the loss of any one facility, existing or chosen, whichever hurts most.
/// </summary>
/// <remarks>
/// Maximise F(x) − L(x), where F is the covered border and L the longest that one facility covers alone. After R. Church
/// and M. Scaparra, Protecting critical assets: the r-interdiction median problem with fortification, Geographical
/// Analysis 39 (2007), 129–146, with one loss and coverage in place of distances.
/// </remarks>
public sealed record RobustCover : SitingObjective
{
    /// <inheritdoc/>
    public override string Name => "robust-cover";

    /// <inheritdoc/>
    public override string Formulation => "best cover after the worst single loss, after Church and Scaparra 2007";
}
