using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Where a new road goes.</summary>
internal sealed class RoadSitingProcess() : PlanProcess(
    "road-siting",
    "Siting of a new road",
    "The cheapest course over the terrain between two places, or from a place to the existing roads, that keeps to a grade; other courses that really differ; and what border each brings within reach. Where there is none, it says why and which grade would do. As GeoJSON, the courses as planned roads.")
{
    private static readonly ProcessInput<Spot> From = SpotInput.Required("from", "From", "Where the road begins");

    private static readonly ProcessInput<Spot> To = SpotInput.Optional("to", "To", "Where it goes; without it, to the existing roads");

    private static readonly ProcessInput<int?> Alternatives = InputKinds.Whole(
        "alternatives", "Alternatives", "How many courses to look for, the cheapest first.", 1, RoadSitingProblem.MostAlternatives, 3);

    private static readonly ProcessInput<double?> Overlap = InputKinds.Number(
        "maximumOverlap", "Overlap", "The largest share of a course that may lie close to those before it.", new NumberBounds(0, 1), 0.6);

    private static readonly ProcessInput<double?> CostRatio = InputKinds.Number(
        "maximumCostRatio", "Cost of alternatives", "How many times as much as the cheapest course another may cost.", new NumberBounds(1, 1000), 2);

    private static readonly ProcessInput<double?> Minutes = InputKinds.Number(
        "minutes",
        "Minutes",
        "Also counts how much more of the border is reached within so many minutes.",
        NumberBounds.Positive(ResponseCoverage.MostMinutes));

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } =
        [From, To, Minutes, Alternatives, Overlap, CostRatio, .. NewRoadInputs.All, .. FacilityInputs.Responding, .. RoadInputs.Open];

    /// <inheritdoc/>
    public override string Example => """{"from": "militia-posts/P005", "minutes": 60}""";

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        NewRoadInputs.RefuseWithoutTerrain(values, plan);
        RoadEnd from = NewRoadInputs.ReadEnd(values, From, plan), to = NewRoadInputs.ReadEnd(values, To, plan);
        if (from.IsNetwork && values.IsGiven(From) && values.IsSound(From))
            values.Refuse(From, "A road begins at a place, not at the existing roads.", $"Turn it round: give the place as '{From.Name}' and leave '{To.Name}' out.");
        if (to.IsNetwork && values.IsSound(To))
            RoadInputs.RefuseWithoutRoads(values, plan);
        if (!values.IsGiven(Minutes))
            values.RefuseIdle(FacilityInputs.OnlyFacilities, "Who responds is asked only where a time is given.", $"give '{Minutes.Name}'");
        if (values.Of(Alternatives) == 1)
            values.RefuseIdle([Overlap, CostRatio], "No other course is looked for.", $"give '{Alternatives.Name}' as 2 or more");
        FacilityFilter facilities = FacilityInputs.ReadResponding(values);
        var problem = new RoadSitingProblem(plan, from, to)
        {
            Standard = NewRoadInputs.ReadStandard(values),
            Obstacles = NewRoadInputs.ReadObstacles(values, plan),
            Roads = RoadInputs.ReadOptions(values, facilities.Year),
            Facilities = facilities,
            Minutes = values.Of(Minutes),
            Alternatives = values.Of(Alternatives) ?? 3,
            MaximumOverlap = values.Of(Overlap) ?? 0.6,
            MaximumCostRatio = values.Of(CostRatio) ?? 2,
        };
        return run =>
        {
            RoadSitingReport report = problem.Solve(run.Share, run.Cancellation);
            return new ProcessResult(json => RoadSitingJson.Write(json, report))
            {
                Features = () => NewRoadFeatures.Of(report),
                Summary = report.IsFound
                    ? FormattableString.Invariant($"{report.Roads.Length} courses, the cheapest {report.Roads[0].LengthMetres / 1000:0.0} km for {report.Roads[0].Cost / 1e6:0.00} million.")
                    : report.Explanation,
            };
        };
    }
}
