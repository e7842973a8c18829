using DefenseZone.Geo.Geodesy;

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

    private const double SampleMetres = 50;
    private const double StripMetres = 500;
    private const int MostStrips = 4096;

    /// <summary>The speed in km/h off paths at a slope.</summary>
    /// <param name="rise">Metres of height gained a metre of way; negative downhill.</param>
    public static double ToblerKmh(double rise) => OffPathFactor * 6 * Math.Exp(-3.5 * Math.Abs(rise + 0.05));

    /// <summary>The time on foot straight from one place to another: by the slope where there is terrain, else at the level speed.</summary>
    /// <param name="from">Where one starts.</param>
    /// <param name="to">Where one goes.</param>
    /// <param name="metres">The distance between them.</param>
    /// <param name="options">The speed on level ground, and the terrain.</param>
    internal static double Seconds(GeoPoint from, GeoPoint to, double metres, RoadNetworkOptions options)
    {
        double level = options.WalkingMetresPerSecond;
        if (options.Ground is not { } ground || metres <= 0)
            return metres / level;
        int pieces = Math.Max(1, (int)Math.Ceiling(metres / SampleMetres));
        double step = metres / pieces, seconds = 0;
        double azimuth = pieces > 1 ? Geodesic.Inverse(from, to).InitialAzimuthDegrees : 0;
        double height = ground(from);
        for (int i = 1; i <= pieces; i++)
        {
            double next = ground(i == pieces ? to : Geodesic.Direct(from, azimuth, step * i));
            double rise = double.IsFinite(height) && double.IsFinite(next) ? (next - height) / step : 0;
            seconds += step / (level * ToblerKmh(rise) / LevelKmh);
            height = next;
        }

        return seconds;
    }

    /// <summary>
    /// The speed off the roads that is used where one speed is needed: on half of the straight ways of 500 m from places of the
    /// roads, in the eight directions in turn, one is slower. The level speed where no ground is known.
    /// </summary>
    /// <param name="graph">The roads, whose nodes say where to look.</param>
    /// <param name="options">The speed on level ground, and the ground.</param>
    internal static double OffRoadMetresPerSecond(RoadGraph graph, RoadNetworkOptions options)
    {
        double level = options.WalkingMetresPerSecond;
        if (options.Ground is not { } ground)
            return level;
        var speeds = new List<double>();
        int strips = Math.Min(MostStrips, graph.NodeCount * 8);
        for (int i = 0; i < strips; i++)
        {
            int node = (int)((long)graph.NodeCount * i / strips);
            var from = new GeoPoint(graph.NodeLongitudes[node], graph.NodeLatitudes[node]);
            GeoPoint to = Geodesic.Direct(from, i % 8 * 45, StripMetres);
            if (double.IsFinite(ground(from)) && double.IsFinite(ground(to)))
                speeds.Add(StripMetres / Seconds(from, to, StripMetres, options));
        }

        speeds.Sort();
        return speeds.Count == 0 ? level : speeds[speeds.Count / 2];
    }
}
