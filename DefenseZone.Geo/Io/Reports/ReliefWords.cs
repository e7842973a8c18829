using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The words for the shape of the ground, in commands, requests and reports.</summary>
public static class ReliefWords
{
    /// <summary>What can be worked out for each cell.</summary>
    public static Terms<ReliefKind> Kinds { get; } = new(
        ("hillshade", ReliefKind.Hillshade), ("slope", ReliefKind.Slope), ("aspect", ReliefKind.Aspect));

    /// <summary>What the values of an answer are: <c>brightness</c> (1 to 255), <c>degrees</c> or <c>percent</c>.</summary>
    public static string Unit(ReliefProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Kind == ReliefKind.Hillshade ? "brightness" : problem is { Kind: ReliefKind.Slope, SlopeInPercent: true } ? "percent" : "degrees";
    }
}
