using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What is reached within some times.</summary>
internal sealed class IsochronesProcess() : PlanProcess(
    "isochrones",
    "Isochrones",
    "What is reached within some times from the places given, or by those who respond, by road and then on foot: areas, and roads cut where the time runs out. As GeoJSON, the areas, or the roads.")
{
    private const int MostPlaces = 1_000;
    private const int MostTimes = 24;

    private static readonly ProcessInput<ImmutableArray<double>> Times = InputKinds.Numbers(
        "minutes", "Minutes", "The times, in minutes; without them, 30 and 60.", NumberBounds.Positive(ResponseCoverage.MostMinutes), MostTimes);

    private static readonly ProcessInput<ImmutableArray<Spot>> From = SpotInput.List(
        "from", "From", "Where travel begins; without it, at those who respond", MostPlaces);

    private static readonly ProcessInput<double?> Step = InputKinds.Number(
        "stepMetres",
        "Step",
        "The step of the grid on which outlines are drawn, in metres; without it, a five hundredth of what is reached.",
        new NumberBounds(1, 100_000));

    private static readonly ProcessInput<bool> Roads = InputKinds.Flag(
        "roads", "Roads", "Whether the features are the roads that are reached and not the areas.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [Times, From, Step, Roads, .. ResponseInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"minutes": [15, 30, 60]}""";

    /// <inheritdoc/>
    public override string Remedy => "Give a larger stepMetres, or fewer minutes or places.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => values.IsGiven(Step) ? WorkClass.Long : WorkCost.Roads(plan);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        ResponseProblem response = ResponseInputs.Read(values, plan);
        ImmutableArray<GeoPoint> places =
        [
            .. values.Of(From).Select((spot, i) => spot.Locate(values, From, FormattableString.Invariant($"/{i}"), plan)),
        ];
        ImmutableArray<double> minutes = values.Of(Times) is { IsEmpty: false } given ? given : [30, 60];
        if (!places.IsEmpty)
            values.RefuseIdle(FacilityInputs.OnlyFacilities, $"'{From.Name}' gives the places.", $"leave '{From.Name}' out");
        double? step = values.Of(Step);
        bool roads = values.Of(Roads);
        return run => Answer(response, places, minutes, step, roads, run.Cancellation);
    }

    /// <summary>The places of those who respond.</summary>
    internal static ImmutableArray<GeoPoint> Places(IEnumerable<Facility> facilities) =>
        [.. facilities.Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y))];

    private static ImmutableArray<Facility> Responding(ResponseProblem response)
    {
        FacilityFilter asked = response.Facilities;
        return (asked.Kinds.IsEmpty ? asked with { Kinds = ResponseProblem.DefaultKinds } : asked).Select(response.Plan);
    }

    private static ProcessResult Answer(
        ResponseProblem response, ImmutableArray<GeoPoint> places, ImmutableArray<double> minutes, double? step, bool roads, CancellationToken cancellation)
    {
        RoadNetwork network = RoadNetwork.Of(response.Plan, response.Roads, cancellation).Without(response.Plan, response.Closure);
        ImmutableArray<Isochrone> isochrones =
            new IsochroneProblem(network, places.IsEmpty ? Places(Responding(response)) : places, minutes) { StepMetres = step }.Solve(cancellation);
        return new ProcessResult(json => RoadTravelJson.WriteIsochrones(json, isochrones, network, response.Closure))
        {
            Features = () => roads ? RoadLayers.RoadFeatures(network, isochrones) : RoadLayers.AreaFeatures(isochrones),
            Summary = string.Join(' ', isochrones.Select(isochrone =>
                FormattableString.Invariant($"{isochrone.Minutes:0.#} minutes: {isochrone.RoadMetres / 1000:0} km of road."))),
        };
    }
}
