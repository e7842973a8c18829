namespace DefenseZone.Geo.Siting;

/// <summary>How far the search is.</summary>
/// <param name="Step">What is being done, such as <c>covering</c>, <c>bounding</c> or <c>branching</c>.</param>
/// <param name="Incumbent">The objective of the best plan so far, in <paramref name="Unit"/>; none where there is no plan yet.</param>
/// <param name="Bound">What no plan can beat, in the same unit; none where nothing is known yet.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Elapsed">How long it has taken.</param>
public readonly record struct SitingProgress(string Step, double? Incumbent, double? Bound, SitingUnit Unit, TimeSpan Elapsed)
{
    /// <summary>The relative gap between the two, 0 or more; none where either is missing.</summary>
    public double? RelativeGap => Incumbent is { } incumbent && Bound is { } bound ? SitingPlan.RelativeGapBetween(incumbent, bound) : null;
}

/// <summary>What an objective is counted in.</summary>
public enum SitingUnit
{
    /// <summary>Metres of border, weighted where segments have weights.</summary>
    Metres,

    /// <summary>Sites.</summary>
    Sites,

    /// <summary>The plan's unit of money.</summary>
    Cost,
}
