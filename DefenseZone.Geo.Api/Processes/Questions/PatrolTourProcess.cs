using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>The shortest round from a base over facilities and roads.</summary>
internal sealed class PatrolTourProcess() : PlanProcess(
    "patrol-tour",
    "Patrol round",
    "The shortest closed round from a base that calls on facilities and drives roads from end to end, and how far from the shortest it may be. As GeoJSON, its legs.")
{
    private const double MostMinutes = 14 * 24 * 60;

    private static readonly ProcessInput<string> Base = SpotInput.RequiredFacility("base", "Base", "Where the round begins and ends");

    private static readonly ProcessInput<ImmutableArray<string>> Facilities = InputKinds.Texts(
        "facilities", "Facilities", "The facilities to call on, by id or layer/id.", PatrolRoundProblem.MostItems);

    private static readonly ProcessInput<ImmutableArray<FeatureId>> Roads = InputKinds.Ids(
        "roads", "Roads", "The roads to drive from end to end, by their ids.");

    private static readonly ProcessInput<double?> Shift = InputKinds.Number(
        "shiftMinutes", "Shift", "How long the round may take, in minutes; without it, as long as it takes.", NumberBounds.Positive(MostMinutes));

    private static readonly ProcessInput<double?> Stay = InputKinds.Number(
        "stayMinutes", "Stay", "How long one stays at each facility, in minutes.", NumberBounds.FromZero(MostMinutes), 0);

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [Base, Facilities, Roads, Shift, Stay, FacilityInputs.YearOnly, .. RoadInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"base": "combat-bases/B01", "facilities": ["militia-posts/P001", "militia-posts/P002"], "shiftMinutes": 480}""";

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        Facility? start = SpotInput.Find(values.Of(Base), values, Base, string.Empty, plan);
        ImmutableArray<string> names = values.Of(Facilities);
        Facility?[] facilities = [.. names.Select((name, i) => SpotInput.Find(name, values, Facilities, FormattableString.Invariant($"/{i}"), plan))];
        ImmutableArray<FeatureId> roads = [.. values.Of(Roads).Select((id, i) => Find(id, values, i, plan))];
        if (names.IsEmpty && roads.IsEmpty && values.IsSound(Facilities) && values.IsSound(Roads))
            values.RefuseAll("A round needs facilities or roads to call on; there are none.", $"Give '{Facilities.Name}', '{Roads.Name}' or both.");
        RoadNetworkOptions options = RoadInputs.ReadOptions(values, values.Of(FacilityInputs.YearOnly));
        RoadClosure closure = RoadInputs.ReadClosure(values, plan);
        double? shift = values.Of(Shift);
        double stay = values.Of(Stay) ?? 0;
        return run =>
        {
            RoadNetwork network = RoadNetwork.Of(plan, options, run.Cancellation).Without(plan, closure);
            var problem = new PatrolRoundProblem(network, start!)
            {
                Facilities = [.. facilities.OfType<Facility>()],
                Roads = roads,
                ShiftMinutes = shift,
                StayMinutes = stay,
            };
            PatrolRound round = Solve(problem, run.Cancellation);
            return new ProcessResult(json => RoadTravelJson.WriteRound(json, round, network, closure))
            {
                Features = () => RoadLayers.LegFeatures(network, round.Legs),
                Summary = round.IsFound
                    ? FormattableString.Invariant($"{round.LengthMetres / 1000:0.0} km in {round.Seconds / 60:0} minutes, at most {round.Gap * 100:0.0} % longer than the shortest.")
                    : round.Reason,
            };
        };
    }

    // Whether a road takes part, and into how many stretches it is cut, is known with the network only.
    private static PatrolRound Solve(PatrolRoundProblem problem, CancellationToken cancellation)
    {
        try
        {
            return problem.Solve(cancellation);
        }
        catch (ArgumentException e)
        {
            throw RequestProblem.BadRequest("/inputs", e.Message, "Ask for a round over less, or over roads that take part.");
        }
    }

    private static FeatureId Find(FeatureId id, InputValues values, int place, Plan plan)
    {
        PatrolRoad? road = plan.PatrolRoads.FirstOrDefault(road => road.Id == id)
            ?? plan.PatrolRoads.FirstOrDefault(road => string.Equals(road.Id.Text, id.Text, StringComparison.Ordinal));
        if (road is not null)
            return road.Id;
        values.Refuse(
            Roads, FormattableString.Invariant($"/{place}"), $"There is no road '{id}'.", $"It must be the id of a feature of the layer {Vocabulary.PatrolRoads}.");
        return id;
    }
}
