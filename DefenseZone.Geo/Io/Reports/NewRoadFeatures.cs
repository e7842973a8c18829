using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// New and proposed roads as features of the layer of roads, with what is known of them as further properties: to draw, and for
/// a plan to take as they are.
/// </summary>
public static class NewRoadFeatures
{
    /// <summary>The courses, each with <c>alternative</c> (from 1), <c>lengthMetres</c>, <c>climbMetres</c>, <c>descentMetres</c>, <c>worstGrade</c>, <c>hairpins</c>, <c>overlapRatio</c>, and where it was asked for <c>gainedMetres</c> and <c>gainedKilometresPerMillion</c>.</summary>
    public static IEnumerable<PatrolRoad> Of(RoadSitingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.ToPatrolRoads().Select((road, i) => Described(
            With(road, "alternative", PropertyValue.Of(i + 1)), report.Roads[i]));
    }

    /// <summary>The links, each with <c>fromPart</c>, <c>toPart</c> and <c>lengthMetres</c>, and over terrain with what a course has.</summary>
    public static IEnumerable<PatrolRoad> Of(RoadConnectionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.ToPatrolRoads().Select((road, i) =>
        {
            ConnectionLink link = report.Links[i];
            PatrolRoad joined = With(With(road, "fromPart", PropertyValue.Of(link.FromPart)), "toPart", PropertyValue.Of(link.ToPart));
            return link.Road is { } course ? Described(joined, course) : With(joined, "lengthMetres", Metres(link.LengthMetres));
        });
    }

    /// <summary>The roads of the plan that were ranked, each with <c>rank</c> (from 1), <c>lengthMetres</c>, <c>cost</c>, <c>isCostEstimated</c>, <c>gainedMetres</c>, <c>gainedKilometresPerMillion</c> and <c>gainedInOrderMetres</c>.</summary>
    public static IEnumerable<PatrolRoad> Of(RoadRankingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Roads.Select((ranked, i) =>
        {
            PatrolRoad road = With(ranked.Road, "rank", PropertyValue.Of(i + 1));
            road = With(road, "lengthMetres", Metres(ranked.LengthMetres));
            road = With(road, PropertyNames.Cost, PropertyValue.Of(NewRoadJson.Cost(ranked.Cost)));
            road = With(road, "isCostEstimated", PropertyValue.Of(ranked.IsCostEstimated));
            road = WithGain(road, ranked.Alone);
            return With(road, "gainedInOrderMetres", Metres(ranked.GainedInOrderMetres));
        });
    }

    private static PatrolRoad Described(PatrolRoad road, SitedRoad course)
    {
        road = With(road, "lengthMetres", Metres(course.LengthMetres));
        road = With(road, "climbMetres", Metres(course.ClimbMetres));
        road = With(road, "descentMetres", Metres(course.DescentMetres));
        road = With(road, "worstGrade", PropertyValue.Of(ReportNumbers.Ratio(course.WorstGrade)));
        road = With(road, "hairpins", PropertyValue.Of(course.HairpinCount));
        road = With(road, "overlapRatio", PropertyValue.Of(ReportNumbers.Ratio(course.OverlapRatio)));
        return course.Gain is { } gain ? WithGain(road, gain) : road;
    }

    private static PatrolRoad WithGain(PatrolRoad road, BorderGain gain) => With(
        With(road, "gainedMetres", Metres(gain.GainedMetres)),
        "gainedKilometresPerMillion",
        PropertyValue.Of(ReportNumbers.Ratio(gain.GainedKilometresPerMillion)));

    private static PropertyValue Metres(double metres) => PropertyValue.Of(ReportNumbers.Metres(metres));

    private static PatrolRoad With(PatrolRoad road, string name, PropertyValue value) =>
        road with { OtherProperties = road.OtherProperties.With(name, value) };
}
