using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

/// <summary>The same question answered by GeographicLib's geodesics, in Python: slow, plain and independent.</summary>
internal sealed record ExactCoverage(double BorderMetres, double CoveredMetres, IReadOnlyList<BorderStretch> Gaps, IReadOnlyList<double> MetresByDepth)
{
    internal static ExactCoverage Of(Plan plan, int requiredDepth = 1, double minimumGapMetres = 1)
    {
        string problem = JsonSerializer.Serialize(new
        {
            border = plan.BorderSegments.Select(segment => segment.Geometry.Coordinates.Select(Pair)),
            facilities = plan.Facilities.Select(post => new[] { post.Location.X, post.Location.Y, post.CoverageRadiusMetres!.Value }),
            minimumGapMetres,
            requiredDepth,
        });
        string[] lines = IndependentTool.Run(
            "/usr/bin/python3",
            [Path.Combine(AppContext.BaseDirectory, "independent", "exact_coverage.py")],
            [problem]);
        JsonElement answer = JsonDocument.Parse(string.Concat(lines)).RootElement;
        return new ExactCoverage(
            answer.GetProperty("borderMetres").GetDouble(),
            answer.GetProperty("coveredMetres").GetDouble(),
            [.. answer.GetProperty("gaps").EnumerateArray().Select(gap => new BorderStretch(gap[0].GetDouble(), gap[1].GetDouble()))],
            [.. answer.GetProperty("metresByDepth").EnumerateArray().Select(metres => metres.GetDouble())]);
    }

    private static double[] Pair(Coordinate coordinate) => [coordinate.X, coordinate.Y];
}
