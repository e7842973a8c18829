using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>How soon somebody is at each place of the border.</summary>
internal sealed class ResponseProcess() : PlanProcess(
    "response",
    "Response times along the border",
    "How soon somebody is at each place of the border, by road and then on foot, and who; with closures also before them. As GeoJSON, the stretches of border with their times.")
{
    private static readonly ProcessInput<bool> Nodes = InputKinds.Flag(
        "nodes", "Nodes", "Whether to list the nodes of the network with their times.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [ResponseInputs.Minutes, Nodes, .. ResponseInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"minutes": 45, "season": "wet"}""";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Roads(plan);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        ResponseProblem problem = ResponseInputs.Read(values, plan);
        double? minutes = values.Of(ResponseInputs.Minutes);
        bool nodes = values.Of(Nodes);
        return run =>
        {
            ResponseReport report = problem.Solve(run.Cancellation);
            run.Share?.Report(0.5);
            ResponseReport? before = problem.Closure.IsNone ? null : (problem with { Closure = RoadClosure.None }).Solve(run.Cancellation);
            return new ProcessResult(json => ResponseReportJson.Write(json, report, minutes, nodes, before))
            {
                Features = () => RoadLayers.ResponseFeatures(report),
                Summary = double.IsFinite(report.MostSeconds)
                    ? FormattableString.Invariant($"{report.Facilities.Length} respond; the farthest place is reached in {report.MostSeconds / 60:0} minutes.")
                    : FormattableString.Invariant($"{report.Facilities.Length} respond; some border is never reached."),
            };
        };
    }
}
