using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Tests.Coverage;

/// <summary>Small plans, written as WKT.</summary>
internal static class Given
{
    internal static Plan Border(params string[] lines) => Plan.Empty with
    {
        BorderSegments = [.. lines.Select((wkt, i) => new BorderSegment { Id = FeatureId.Of($"B{i + 1}"), Geometry = Geometry(wkt) })],
    };

    internal static Plan Border(IEnumerable<Coordinate> line) => Plan.Empty with
    {
        BorderSegments = [new BorderSegment { Id = FeatureId.Of("B1"), Geometry = Wgs84Geometry.Factory.CreateLineString([.. line]) }],
    };

    internal static Plan With(this Plan plan, params Facility[] facilities) =>
        plan with { Facilities = [.. plan.Facilities, .. facilities] };

    internal static Plan With(this Plan plan, params DefensiveZone[] zones) =>
        plan with { DefensiveZones = [.. plan.DefensiveZones, .. zones] };

    internal static Facility Post(string id, double longitude, double latitude, double? radiusMetres = null) => new()
    {
        Id = FeatureId.Of(id),
        Kind = FacilityKind.MilitiaPost,
        Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(longitude, latitude)),
        CoverageRadiusMetres = radiusMetres,
    };

    internal static DefensiveZone Zone(string id, ZoneLevel level, string wkt, string parent = "") => new()
    {
        Id = FeatureId.Of(id),
        Name = id,
        Level = level,
        Geometry = Geometry(wkt),
        Parent = parent.Length == 0 ? FeatureId.None : FeatureId.Of(parent),
    };

    internal static Geometry Geometry(string wkt) => new WKTReader(Wgs84Geometry.Factory.GeometryServices).Read(wkt);

    internal static CoverageReport Solved(this Plan plan, int requiredDepth = 1, double minimumGapMetres = 1) =>
        new CoverageProblem(plan) { RequiredDepth = requiredDepth, MinimumGapMetres = minimumGapMetres }.Solve();

    internal static ImmutableArray<string> Ids(CoverageReport report, DepthStretch stretch) =>
        [.. stretch.Facilities.ToArray().Select(i => report.ConsideredFacilities[i].Id.Text)];
}
