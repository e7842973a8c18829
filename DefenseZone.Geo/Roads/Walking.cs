using System.Runtime.CompilerServices;
using DefenseZone.Geo.Coverage;
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
    private const int MostGrounds = 4;

    private static readonly ConditionalWeakTable<BorderLine, List<(GroundHeight Ground, double Share)>> Shares = [];

    /// <summary>The speed in km/h off paths at a slope.</summary>
    /// <param name="rise">Metres of height gained a metre of way; negative downhill.</param>
    public static double ToblerKmh(double rise) => OffPathFactor * 6 * Math.Exp(-3.5 * Math.Abs(rise + 0.05));

    /// <summary>
    /// The one speed in km/h off the roads: on half of the straight ways of 500 m from places along a border, in the eight
    /// directions in turn, one is slower. The speed on level ground where there is no border, or no ground is known. Measured
    /// once for a border and its ground.
    /// </summary>
    /// <param name="border">The border, which says where to look.</param>
    /// <param name="ground">The ground.</param>
    /// <param name="levelKmh">The speed on level ground.</param>
    internal static double AlongBorderKmh(BorderLine border, GroundHeight ground, double levelKmh)
    {
        List<(GroundHeight Ground, double Share)> known = Shares.GetValue(border, static _ => []);
        lock (known)
        {
            int at = known.FindIndex(one => one.Ground == ground);
            if (at < 0)
            {
                at = 0;
                known.Insert(0, (ground, AlongBorder(border, ground)));
                if (known.Count > MostGrounds)
                    known.RemoveAt(MostGrounds);
            }

            return levelKmh * known[at].Share;
        }
    }

    // The share of the level speed that is left.
    private static double AlongBorder(BorderLine border, GroundHeight ground)
    {
        var shares = new List<double>();
        int strips = (int)Math.Min(MostStrips, 8 * Math.Ceiling(border.LengthMetres / StripMetres));
        for (int i = 0; i < strips; i++)
        {
            GeoPoint from = border.PointAt(border.LengthMetres * (i + 0.5) / strips);
            double share = Strip(from, i % 8 * 45, ground);
            if (double.IsFinite(share))
                shares.Add(share);
        }

        shares.Sort();
        return shares.Count == 0 ? 1 : shares[shares.Count / 2];
    }

    private static double Strip(GeoPoint from, double azimuth, GroundHeight ground)
    {
        int pieces = (int)Math.Ceiling(StripMetres / SampleMetres);
        double step = StripMetres / pieces, time = 0, first = ground(from), height = first, next = first;
        for (int i = 1; i <= pieces; i++)
        {
            next = ground(Geodesic.Direct(from, azimuth, step * i));
            double rise = double.IsFinite(height) && double.IsFinite(next) ? (next - height) / step : 0;
            time += LevelKmh / ToblerKmh(rise);
            height = next;
        }

        return double.IsFinite(first) && double.IsFinite(next) ? pieces / time : double.NaN;
    }
}
