using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
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
    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs => [];

    /// <inheritdoc/>
    public override ProcessOutput Output => ProcessOutput.Figures;

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        var survey = new TerrainSurvey(ElevationSurface.Of(plan)) { Plan = plan };
        return run =>
        {
            TerrainReport report = survey.Solve(run.Share, run.Cancellation);
            return new ProcessResult(json => TerrainReportJson.Write(json, report))
            {
                Summary = FormattableString.Invariant($"{survey.Terrain.Tiles.Length} tiles; {report.Posts.Length} posts without ground."),
            };
        };
    }
}
