using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>The new roads that join all parts of the network.</summary>
internal sealed class RoadConnectionProcess() : PlanProcess(
    "road-connection",
    "Connection of the roads",
    "The new roads that join all parts of the network at least cost, and what no choice of links can beat. As GeoJSON, the links as planned roads.")
{
    private static readonly ProcessInput<bool> OnTerrain = InputKinds.Flag(
        "onTerrain", "Over the terrain", "Whether links run over the terrain, where the plan has some; else they are straight and cost as on gentle ground.", byDefault: true);

    private static readonly ProcessInput<bool> WithFacilities = InputKinds.Flag(
        "onlyWithFacilities", "Only with facilities", "Whether only the parts are joined that a facility hangs on, and the largest.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } =
        [OnTerrain, WithFacilities, .. NewRoadInputs.All, .. FacilityInputs.Joined, .. RoadInputs.Open];

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        if (!values.Of(WithFacilities))
            values.RefuseIdle(FacilityInputs.OnlyFacilities, "All parts of the network are joined.", $"give '{WithFacilities.Name}' as true");
        FacilityFilter facilities = FacilityInputs.ReadJoined(values);
        var problem = new RoadConnectionProblem(plan)
        {
            Standard = NewRoadInputs.ReadStandard(values),
            Obstacles = NewRoadInputs.ReadObstacles(values, plan),
            Roads = RoadInputs.ReadOptions(values, facilities.Year),
            Facilities = facilities,
            OnTerrain = values.Of(OnTerrain),
            OnlyWithFacilities = values.Of(WithFacilities),
        };
        return run =>
        {
            RoadConnectionReport report = problem.Solve(run.Share, run.Cancellation);
            return new ProcessResult(json => RoadConnectionJson.Write(json, report))
            {
                Features = () => NewRoadFeatures.Of(report),
                Summary = report.IsFound
                    ? FormattableString.Invariant($"{report.Links.Length} links for {report.Cost / 1e6:0.00} million, at most {report.GapRatio * 100:0.0} % above the cheapest choice.")
                    : report.Explanation,
            };
        };
    }
}
