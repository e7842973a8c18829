using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Bench;

/// <summary>This project's contenders, on a plan in memory.</summary>
internal sealed class OurWorks(Plan plan)
{
    public IEnumerable<Contender> Contenders()
    {
        yield return new(Works.Coverage, "ours, cold", true, 5, ColdCoverage);
        yield return new(Works.Coverage, "ours, border known", true, 5, WarmCoverage);
        yield return new(Works.Coverage, "ours, cold, with all tables but zones", true, 3, ColdTables);
        yield return new(Works.Depth, "ours, cold", true, 5, ColdDepth);
        yield return new(Works.Zones, "ours, cold", true, 5, ColdZones);
        yield return new(Works.Zones, "ours, zones known", true, 5, WarmZones);
        yield return new(Works.Move, "ours", true, 20, Mover());
    }

    // Border lines and zone indexes are kept by the array they were made from: a new array has none yet.
    private Plan Fresh() => plan with
    {
        BorderSegments = [.. plan.BorderSegments.AsSpan()],
        DefensiveZones = [.. plan.DefensiveZones.AsSpan()],
    };

    private Run ColdCoverage()
    {
        Plan fresh = Fresh();
        return Run.Of(() => Solve(fresh), Totals);
    }

    private Run WarmCoverage()
    {
        BorderLine.Of(plan);
        return Run.Of(() => Solve(plan), Totals);
    }

    private Run ColdTables()
    {
        Plan fresh = Fresh();
        return Run.Of(
            () =>
            {
                CoverageReport report = Solve(fresh);
                _ = report.Gaps;
                _ = report.Stretches.Count;
                _ = report.Facilities;
                _ = report.Segments;
                return report;
            },
            Totals);
    }

    private Run ColdDepth()
    {
        Plan fresh = Fresh();
        return Run.Of(() => Solve(fresh), report => new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["gapCount"] = report.GapCount,
            ["atLeast1Metres"] = report.MetresAtLeast(1),
            ["atLeast2Metres"] = report.MetresAtLeast(2),
            ["atLeast5Metres"] = report.MetresAtLeast(5),
            ["meanDepth"] = report.MeanDepth,
        });
    }

    // As the peer has its border pieces, so the report is there before the clock runs.
    private Run ColdZones()
    {
        CoverageReport report = Solve(Fresh());
        return Run.Of(() => report.Zones, ZoneTotals);
    }

    private Run WarmZones()
    {
        _ = Solve(plan).Zones;
        CoverageReport report = Solve(plan);
        return Run.Of(() => report.Zones, ZoneTotals);
    }

    // One post goes a kilometre north and back again.
    private Func<Run> Mover()
    {
        var session = new CoverageSession(new CoverageProblem(plan));
        Facility[] posts = [.. plan.Facilities.Where(facility => facility.Kind == FacilityKind.MilitiaPost)];
        int turn = 0;
        return () =>
        {
            Facility post = posts[turn / 2 * 37 % posts.Length];
            Coordinate place = post.Location;
            Facility moved = turn++ % 2 == 0
                ? post with { Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.X, place.Y + 0.009)) }
                : post;
            return Run.Of(
                () =>
                {
                    session.Set(moved);
                    return session.Gaps.Length;
                },
                _ => new Dictionary<string, double>(StringComparer.Ordinal));
        };
    }

    private static CoverageReport Solve(Plan plan)
    {
        CoverageReport report = new CoverageProblem(plan).Solve();
        _ = report.CoveredMetres;
        _ = report.GapStretches.Length;
        return report;
    }

    private static Dictionary<string, double> Totals(CoverageReport report) => new(StringComparer.Ordinal)
    {
        ["borderMetres"] = report.BorderMetres,
        ["coveredMetres"] = report.CoveredMetres,
        ["gapCount"] = report.GapCount,
    };

    private static Dictionary<string, double> ZoneTotals(ImmutableArray<ZoneCover> zones)
    {
        ZoneCover[] communes = [.. zones.Where(zone => zone.Zone.Level == ZoneLevel.Commune)];
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["zonesWithBorder"] = communes.Count(zone => zone.BorderMetres > 0),
            ["borderMetres"] = communes.Sum(zone => zone.BorderMetres),
            ["coveredMetres"] = communes.Sum(zone => zone.CoveredMetres),
            ["posts"] = communes.Sum(zone => zone.FacilityCount),
        };
    }
}

/// <summary>The names of what is measured.</summary>
internal static class Works
{
    public const string Coverage = "coverage and gaps, in memory";
    public const string Depth = "coverage, gaps and depth, in memory";
    public const string Zones = "border, covered length and posts of each zone, coverage known";
    public const string Move = "one post moved, to the new gaps";
    public const string Process = "whole process, from GeoJSON files to an answer";
}
