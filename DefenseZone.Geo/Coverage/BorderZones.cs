using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A stretch of border that belongs to one zone of a level.</summary>
/// <param name="Zone">The zone's index in the plan, or −1 where it belongs to none.</param>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
internal readonly record struct ZoneStretch(int Zone, double FromMetres, double ToMetres);

/// <summary>
/// To which zone each stretch of border belongs, level by level: the zone that holds it, else the nearest within
/// 1 km, since generalised borders and zones never quite meet, else none.
/// </summary>
internal sealed class BorderZones
{
    private const int ZonesOfATurn = 16;

    // Keyed by the zones, then by the border, both of which copies of a plan share until they change.
    private static readonly ConditionalWeakTable<PlanZones, ConditionalWeakTable<BorderLine, BorderZones>> Cache = [];

    private BorderZones(BorderLine border, PlanZones zones)
    {
        var runs = new BorderRuns(border.Vertices);
        var cuts = new ZoneCuts(border.Vertices, runs);
        var met = new List<double>[zones.Rings.Length];
        SharedWork.Do(met.Length, ZonesOfATurn, i => met[i] = cuts.Find(zones.Rings[i]));
        var levels = new Level[zones.Levels.Length];
        SharedWork.Do(levels.Length, i =>
        {
            PlanZones.Level level = zones.Levels[i];
            var places = new List<double>(cuts.OverAntimeridian());
            foreach (int number in level.Numbers)
                places.AddRange(met[number]);
            (double[] sorted, _) = PlaceSort.Sorted(places.ToArray(), new int[places.Count], Math.Max(0, border.Vertices.Count - 1));
            levels[i] = new Level(level.ZoneLevel, ZoneWalk.Over(border.Vertices, level.Index, sorted));
        });
        Levels = [.. levels];
    }

    /// <summary>One level that has zones.</summary>
    /// <param name="ZoneLevel">Which level.</param>
    /// <param name="Stretches">The whole border by zone, in order, neighbours differing.</param>
    internal sealed record Level(ZoneLevel ZoneLevel, ImmutableArray<ZoneStretch> Stretches);

    /// <summary>The levels that have zones, from the widest to the narrowest.</summary>
    internal ImmutableArray<Level> Levels { get; }

    internal static BorderZones Of(Plan plan)
    {
        PlanZones zones = PlanZones.Of(plan);
        return Cache.GetValue(zones, static _ => []).GetValue(BorderLine.Of(plan), border => new BorderZones(border, zones));
    }
}
