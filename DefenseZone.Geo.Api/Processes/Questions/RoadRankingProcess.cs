using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Proposed roads by what they bring for their cost.</summary>
internal sealed class RoadRankingProcess() : PlanProcess(
    "road-ranking",
    "Ranking of proposed roads",
    "The proposed roads of the plan by how much border each brings within reach for what it costs; each alone, and with all that are ranked before it. As GeoJSON, the roads with their rank.")
{
    private static readonly ProcessInput<double?> Minutes = new(
        "minutes",
        "Minutes",
        "Within how many minutes the border is to be reached, by road and then on foot.",
        null,
        () => NumberBounds.Positive(ResponseCoverage.MostMinutes).Schema(),
        (value, at, faults) => JsonMembers.Number(value, at, NumberBounds.Positive(ResponseCoverage.MostMinutes), faults))
    {
        IsRequired = true,
    };

    private static readonly ProcessInput<ImmutableArray<LifecycleStatus>> Proposed = InputKinds.Terms(
        "proposedStatuses", "Statuses of proposed roads", "The statuses of the roads that are ranked; without them, planned.", Vocabulary.Statuses);

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } =
        [Minutes, Proposed, .. NewRoadInputs.Costs, .. FacilityInputs.Responding, .. RoadInputs.Open];

    /// <inheritdoc/>
    public override string Example => """{"minutes": 60}""";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Roads(plan);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        FacilityFilter facilities = FacilityInputs.ReadResponding(values);
        ImmutableArray<LifecycleStatus> proposed = values.Of(Proposed);
        RoadRankingProblem problem = new(plan, values.Of(Minutes) ?? 1)
        {
            Standard = NewRoadInputs.ReadStandard(values),
            Roads = RoadInputs.ReadOptions(values, facilities.Year),
            Facilities = facilities,
        };
        if (!proposed.IsEmpty)
            problem = problem with { Statuses = proposed };
        return run =>
        {
            RoadRankingReport report = problem.Solve(run.Share, run.Cancellation);
            return new ProcessResult(json => RoadRankingJson.Write(json, report))
            {
                Features = () => NewRoadFeatures.Of(report),
                Summary = report.Roads.IsEmpty
                    ? report.Explanation
                    : FormattableString.Invariant(
                        $"{report.Roads.Length} roads; {report.Roads[0].Road.Id} brings most for its cost, {report.Roads[0].Alone.GainedKilometresPerMillion:0.00} km for each million."),
            };
        };
    }
}
