using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Tests.Coverage;
using FsCheck;
using FsCheck.Fluent;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>
/// Random problems small enough to try every choice: a border of about 6.6 km in two segments, three zones along it, and
/// up to eight sites and four facilities that cover any stretches of whole hundreds of metres.
/// </summary>
internal static class SmallProblems
{
    private const int Cells = 60;
    private const double CellMetres = 100;

    private static readonly Plan Border = Given.Border("LINESTRING(105 10, 105 10.03)", "LINESTRING(105 10.03, 105 10.06)").With(
        Given.Zone("south", ZoneLevel.Commune, "POLYGON((104.9 9.9, 105.1 9.9, 105.1 10.02, 104.9 10.02, 104.9 9.9))"),
        Given.Zone("middle", ZoneLevel.Commune, "POLYGON((104.9 10.02, 105.1 10.02, 105.1 10.04, 104.9 10.04, 104.9 10.02))"),
        Given.Zone("north", ZoneLevel.Commune, "POLYGON((104.9 10.04, 105.1 10.04, 105.1 10.1, 104.9 10.1, 104.9 10.04))"));

    private static readonly string[] ZoneNames = ["south", "middle", "north"];

    private static Gen<ImmutableArray<BorderStretch>> Covers =>
        from count in Gen.Choose(1, 3)
        from ends in Gen.Choose(0, Cells).ListOf(count * 2)
        select Stretches([.. ends]);

    /// <summary>Problems of an objective, with whichever limits.</summary>
    internal static Gen<SitingProblem> Of(SitingObjective objective, bool zonesMayDemand = true) =>
        from siteCount in Gen.Choose(1, 8)
        from facilityCount in Gen.Choose(0, 4)
        from covers in Covers.ListOf(siteCount + facilityCount)
        from costs in Gen.Choose(0, 9).ListOf(siteCount)
        from limits in Limits(siteCount, facilityCount, zonesMayDemand)
        select Problem(objective, siteCount, [.. covers], [.. costs], limits);

    /// <summary>A problem in words, so that a failure can be understood.</summary>
    internal static string Describe(SitingProblem problem)
    {
        var border = BorderLine.Of(problem.Plan);
        string Cover(Facility facility) =>
            string.Join(' ', problem.Model.Cover(problem.Plan, border, facility).Select(stretch => $"{stretch.FromMetres:0}-{stretch.ToMetres:0}"));
        IEnumerable<string> lines =
        [
            $"{problem.Objective.Name} sites {problem.MaximumSites} budget {problem.Budget} border {border.LengthMetres:0.0}",
            .. problem.EffectiveCandidates.Select(site => $"{site.Id} cost {site.Cost}: {Cover(new Facility { Id = site.Id, Kind = site.Kind, Geometry = site.Geometry })}"),
            .. problem.Plan.Facilities.Select(facility => $"{facility.Id}: {Cover(facility)}"),
            $"required {string.Join(',', problem.Required)} forbidden {string.Join(',', problem.Forbidden)}",
            .. problem.ExclusiveGroups.Select(group => $"of {string.Join(',', group.Candidates)} at most {group.AtMost}"),
            .. problem.ZoneLimits.Select(limit => limit.ToString()),
            .. problem.Changes.Select(change => change.ToString()),
        ];
        return string.Join('\n', lines);
    }

    private static Gen<Drawn> Limits(int sites, int facilities, bool zonesMayDemand) =>
        from most in Gen.Choose(-3, 5)
        from budget in Gen.Choose(-8, 20)
        from required in Gen.Choose(-4, sites - 1)
        from forbidden in Gen.Choose(-4, sites - 1)
        from grouped in Gen.Choose(0, 99)
        from zoneSites in Gen.Choose(-6, 2)
        from zoneShare in Gen.Choose(-12, 9)
        from zone in Gen.Choose(0, 2)
        from weight in Gen.Choose(-3, 3)
        from change in Gen.Choose(-2, facilities - 1)
        from closing in Gen.Choose(-6, 4)
        from moving in Gen.Choose(-4, 5)
        select new Drawn(most, budget, required, forbidden, grouped, zoneSites, zonesMayDemand ? zoneShare : -1, zone, weight, change, closing, moving);

    private static SitingProblem Problem(
        SitingObjective objective, int siteCount, ImmutableArray<BorderStretch>[] covers, int[] costs, Drawn drawn)
    {
        var table = ImmutableDictionary.CreateBuilder<(double, double), ImmutableArray<BorderStretch>>();
        var sites = ImmutableArray.CreateBuilder<CandidateSite>();
        var posts = ImmutableArray.CreateBuilder<Facility>();
        for (int i = 0; i < covers.Length; i++)
        {
            double latitude = 10.005 + (0.05 * i / covers.Length);
            Facility post = Given.Post(i < siteCount ? $"s{i}" : $"f{i - siteCount}", 105, latitude);
            table.Add((post.Location.X, post.Location.Y), covers[i]);
            if (i < siteCount)
                sites.Add(new CandidateSite { Id = post.Id, Geometry = post.Geometry, Cost = costs[i] });
            else
                posts.Add(post);
        }

        static FeatureId Site(int i) => FeatureId.Of($"s{i}");
        int most = drawn.Most > 0 ? drawn.Most : drawn.Budget > 0 ? -1 : 2;
        ZoneLimit[] zones = drawn.ZoneSites < 0 && drawn.ZoneShare <= 0 ? [] :
        [
            new ZoneLimit(FeatureId.Of(ZoneNames[drawn.Zone]))
            {
                MaximumSites = drawn.ZoneSites < 0 ? null : drawn.ZoneSites,
                MinimumCoverage = drawn.ZoneShare <= 0 ? null : drawn.ZoneShare / 10.0,
            },
        ];
        FacilityChange[] changes = drawn.Change < 0 || (drawn.Closing > 2 && drawn.Moving < 0) ? [] :
        [
            new FacilityChange(FacilityKind.MilitiaPost, FeatureId.Of($"f{drawn.Change}"))
            {
                ClosingCost = drawn.Closing > 2 ? null : drawn.Closing,
                MovingCost = drawn.Moving < 0 ? null : drawn.Moving,
                MovingWithinMetres = 3000,
            },
        ];
        return new SitingProblem(Border with { Facilities = posts.ToImmutable(), CandidateSites = sites.ToImmutable() })
        {
            Model = new CoverByPlace(table.ToImmutable()),
            Objective = objective,
            MaximumSites = most < 0 ? null : most,
            Budget = drawn.Budget > 0 ? drawn.Budget : null,
            Required = drawn.Required < 0 ? [] : [Site(drawn.Required)],
            Forbidden = drawn.Forbidden < 0 || drawn.Forbidden == drawn.Required ? [] : [Site(drawn.Forbidden)],
            ExclusiveGroups = drawn.Grouped >= 40 || siteCount < 3 ? [] : [new ExclusiveGroup([Site(0), Site(1), Site(2)], 1 + (drawn.Grouped % 2))],
            ZoneLimits = [.. zones],
            SegmentWeights = drawn.Weight < 0 || objective is not (MaximalCover or BackupCover) ? [] : [new SegmentWeight(FeatureId.Of("B2"), drawn.Weight)],
            Changes = [.. changes],
        };
    }

    private static ImmutableArray<BorderStretch> Stretches(int[] ends)
    {
        Array.Sort(ends);
        var stretches = ImmutableArray.CreateBuilder<BorderStretch>();
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            if (ends[i + 1] == ends[i] || (stretches.Count > 0 && stretches[^1].ToMetres >= ends[i] * CellMetres))
                continue;
            stretches.Add(new BorderStretch(ends[i] * CellMetres, ends[i + 1] * CellMetres));
        }

        return stretches.ToImmutable();
    }

    private sealed record Drawn(
        int Most, int Budget, int Required, int Forbidden, int Grouped, int ZoneSites, int ZoneShare, int Zone, int Weight, int Change, int Closing, int Moving);
}
