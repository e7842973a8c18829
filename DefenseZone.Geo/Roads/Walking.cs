namespace DefenseZone.Geo.Roads;

/// <summary>How fast people go on foot, off the road.</summary>
/// <remarks>
/// Tobler's hiking function: W = 6 exp(−3.5 |S + 0.05|) km/h for a slope S = dh/dx, and three fifths of that off paths
/// (W. Tobler, Three presentations on geographical analysis and modeling, NCGIA Technical Report 93-1, 1993).
/// </remarks>
public static class Walking
{
    /// <summary>The share of the speed on a path that is left off paths, after Tobler.</summary>
    public const double OffPathFactor = 0.6;

    /// <summary>The speed in km/h off paths on level ground: 6 exp(−0.175) × 0.6 ≈ 3.02.</summary>
    public static double LevelKmh { get; } = ToblerKmh(0);

    /// <summary>The speed in km/h off paths at a slope.</summary>
    /// <param name="rise">Metres of height gained a metre of way; negative downhill.</param>
    public static double ToblerKmh(double rise) => OffPathFactor * 6 * Math.Exp(-3.5 * Math.Abs(rise + 0.05));
}
