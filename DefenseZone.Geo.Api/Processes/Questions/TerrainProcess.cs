using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What the plan's terrain is.</summary>
internal sealed class TerrainProcess() : PlanProcess(
    "terrain",
    "Terrain",
    "What the plan's terrain is: its tiles, how much of it is known, how much of the border lies on it, and which posts stand outside of it or on a void.")
{
    // One survey for each version of a plan that is open: all of the terrain is read for it.
    private static readonly ConditionalWeakTable<Plan, TerrainReport> Surveyed = [];

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs => [];

    /// <inheritdoc/>
    public override ProcessOutput Output => ProcessOutput.Figures;

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) =>
        Surveyed.TryGetValue(plan, out _) ? WorkClass.Quick : WorkCost.Each(ElevationSurface.Of(plan).Frame.Count, 5);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        var survey = new TerrainSurvey(ElevationSurface.Of(plan)) { Plan = plan };
        return run =>
        {
            if (!Surveyed.TryGetValue(plan, out TerrainReport? report))
                Surveyed.AddOrUpdate(plan, report = survey.Solve(run.Share, run.Cancellation));
            return new ProcessResult(json => TerrainReportJson.Write(json, report))
            {
                Summary = FormattableString.Invariant($"{survey.Terrain.Tiles.Length} tiles; {report.Posts.Length} posts without ground."),
            };
        };
    }
}
