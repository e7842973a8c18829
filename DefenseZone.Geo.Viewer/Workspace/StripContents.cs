using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What a report's strip diagram shows.</summary>
internal static class StripContents
{
    // Facilities are immutable: where one stands along a border is worked out once, however often it is drawn.
    private static readonly ConditionalWeakTable<BorderLine, ConditionalWeakTable<Facility, StrongBox<double>>> Chainages = [];

    public static StripContent Of(CoverageReport report, ImmutableArray<StripZoneRow> zoneRows, Func<FacilityKind, bool> isHidden)
    {
        Plan plan = report.Problem.Plan;
        var stretches = ImmutableArray.CreateBuilder<StripStretch>(report.Stretches.Count);
        foreach (DepthStretch stretch in report.Stretches)
            stretches.Add(new StripStretch(stretch.FromMetres, stretch.ToMetres, stretch.Depth));
        return new StripContent
        {
            BorderMetres = report.BorderMetres,
            RequiredDepth = report.Problem.RequiredDepth,
            Stretches = stretches.DrainToImmutable(),
            Gaps = [.. report.GapStretches.Select((gap, index) => new StripGap(index + 1, gap.FromMetres, gap.ToMetres))],
            Facilities = report.BorderMetres > 0 ? Facilities(report, plan, isHidden) : [],
            ZoneRows = zoneRows,
            BreaksMetres = [.. report.Border.Parts.Skip(1).Select(part => part.FromMetres)],
        };
    }

    public static ImmutableArray<StripZoneRow> ZoneRows(CoverageReport report) =>
    [
        .. report.Zones
            .Select((cover, index) => (Cover: cover, Index: index))
            .Where(zone => !zone.Cover.Stretches.IsEmpty)
            .GroupBy(zone => zone.Cover.Zone.Level)
            .OrderBy(level => level.Key)
            .Select(level => new StripZoneRow(level.Key,
            [
                .. level
                    .SelectMany(zone => zone.Cover.Stretches.Select(stretch =>
                        new StripZone(zone.Index, ZoneNames.Short(report.Problem.Plan, zone.Cover.Zone), stretch.FromMetres, stretch.ToMetres)))
                    .OrderBy(zone => zone.FromMetres),
            ]))

            // A level of a single zone says nothing along the border; of many levels the narrowest three are kept.
            .Where(row => row.Zones.DistinctBy(zone => zone.Index).Take(2).Count() > 1)
            .TakeLast(3),
    ];

    // Of the kinds that take part, all are shown: a hollow symbol tells what is planned.
    private static ImmutableArray<StripFacility> Facilities(CoverageReport report, Plan plan, Func<FacilityKind, bool> isHidden)
    {
        FacilityFilter filter = report.Problem.Facilities with { Statuses = [.. Enum.GetValues<LifecycleStatus>()], Year = null };
        var facilities = ImmutableArray.CreateBuilder<StripFacility>();
        for (int i = 0; i < plan.Facilities.Length; i++)
        {
            Facility facility = plan.Facilities[i];
            if (!isHidden(facility.Kind) && filter.Admits(plan, facility))
                facilities.Add(new StripFacility(i, ChainageMetres(report.Border, facility), facility.Kind, facility.Status));
        }

        return facilities.DrainToImmutable();
    }

    private static double ChainageMetres(BorderLine border, Facility facility) =>
        Chainages.GetOrCreateValue(border).GetValue(facility, key =>
        {
            Coordinate at = key.Location;
            return new StrongBox<double>(border.Nearest(new GeoPoint(at.X, at.Y)).ChainageMetres);
        }).Value;
}
