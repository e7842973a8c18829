using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What is wrong with the roads, and where they are weak.</summary>
internal sealed class RoadsCheckProcess() : PlanProcess(
    "roads-check",
    "Diagnosis of the roads",
    "Parts of the network and what would join them, roads and junctions that may not fail, dead ends, and slips in digitising. As GeoJSON, the roads with what hangs on them, then what was found.")
{
    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs => ResponseInputs.All;

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Roads(plan);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        ResponseProblem problem = ResponseInputs.Read(values, plan);
        return run =>
        {
            ResponseReport response = problem.Solve(run.Cancellation);
            run.Share?.Report(0.5);
            var diagnosis = RoadDiagnosis.Of(response, posts: null, run.Cancellation);
            return new ProcessResult(json => RoadDiagnosisJson.Write(json, diagnosis))
            {
                Features = () => RoadLayers.DiagnosisFeatures(diagnosis),
                Summary = FormattableString.Invariant(
                    $"{diagnosis.Parts.Length} parts, {diagnosis.CriticalEdges.Length} stretches that may not fail, {diagnosis.CutOff.Length} facilities cut off."),
            };
        };
    }
}
