using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>The quickest way from one place to another.</summary>
internal sealed class RouteProcess() : PlanProcess(
    "route",
    "Route",
    "The quickest way from one place to another, on foot to the road, by road, and on foot from it; with closures also before them. Where there is none, it says why. As GeoJSON, its legs.")
{
    private static readonly ProcessInput<Spot> From = SpotInput.Required("from", "From", "Where the route begins");
    private static readonly ProcessInput<Spot> To = SpotInput.Required("to", "To", "Where it ends");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [From, To, FacilityInputs.YearOnly, .. RoadInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"from": [106.55, 21.32], "to": [106.46, 21.29]}""";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Roads(plan);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        GeoPoint from = values.Of(From).Locate(values, From, string.Empty, plan), to = values.Of(To).Locate(values, To, string.Empty, plan);
        RoadNetworkOptions roads = RoadInputs.ReadOptions(values, values.Of(FacilityInputs.YearOnly));
        RoadClosure closure = RoadInputs.ReadClosure(values, plan);
        return run =>
        {
            var open = RoadNetwork.Of(plan, roads, run.Cancellation);
            RoadNetwork network = open.Without(plan, closure);
            RoadRoute route = new NetworkRoutes(network).Between(from, to);
            RoadRoute? before = closure.IsNone ? null : new NetworkRoutes(open).Between(from, to);
            return new ProcessResult(json => RoadTravelJson.WriteRoute(json, route, network, closure, before))
            {
                Features = () => RoadLayers.LegFeatures(network, route.Legs),
                Summary = route.IsFound ? FormattableString.Invariant($"{route.LengthMetres / 1000:0.0} km in {route.Seconds / 60:0} minutes.") : route.Reason,
            };
        };
    }
}
