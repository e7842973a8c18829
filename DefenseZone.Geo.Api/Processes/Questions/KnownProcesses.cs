namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>The processes that this service has.</summary>
internal static class KnownProcesses
{
    /// <summary>All of them: a new one is one more entry here.</summary>
    public static ProcessList List { get; } = new(
    [
        new CoverageProcess(),
        new GapsProcess(),
        new ZonesProcess(),
        new SitingProcess(),
        new SightProcess(),
        new ViewshedProcess(),
        new ProfileProcess(),
        new RoadsCheckProcess(),
        new ResponseProcess(),
        new RouteProcess(),
        new IsochronesProcess(),
        new PatrolTourProcess(),
        new RoadSitingProcess(),
        new RoadConnectionProcess(),
        new RoadRankingProcess(),
    ]);
}
