using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Lines of equal elevation.</summary>
internal sealed class ContoursProcess() : PlanProcess(
    "contours",
    "Contours",
    "The lines of equal elevation of the plan's terrain: figures, or as GeoJSON the lines.")
{
    private static readonly ProcessInput<double?> Interval = InputKinds.Number(
        "intervalMetres", "Interval", "From one line to the next, in metres of elevation.", new NumberBounds(1, 10_000), 50);

    private static readonly ProcessInput<double?> Base = InputKinds.Number(
        "baseMetres", "Base", "An elevation that lines are counted from, in metres.", new NumberBounds(-10_000, 10_000), 0);

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [BoxInput.Box, Interval, Base];

    /// <inheritdoc/>
    public override string Example => """{"intervalMetres": 20, "bbox": [106.0, 22.8, 106.1, 22.9]}""";

    /// <inheritdoc/>
    public override string Remedy => "Give a larger intervalMetres or a smaller bbox.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Each(BoxInput.Part(values, plan).Frame.Count, 50);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        TerrainPart part = BoxInput.Part(values, plan);
        var problem = new ContourProblem(part, values.Of(Interval) ?? 50) { BaseMetres = values.Of(Base) ?? 0, MostPlaces = Contours.MostPlacesSent };
        return run =>
        {
            long begin = Stopwatch.GetTimestamp();
            ContourReport report = Solve(problem, run);
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            return new ProcessResult(json => ContourReportJson.Write(json, report, seconds))
            {
                Features = () => ContourReportJson.Features(report, run.Cancellation),
                Summary = FormattableString.Invariant($"{report.Lines.Length} lines of {report.Levels} levels."),
            };
        };
    }

    // How many lines an interval gives is known with the ground only.
    private static ContourReport Solve(ContourProblem problem, QuestionRun run)
    {
        try
        {
            return problem.Solve(run.Share, run.Cancellation);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw RequestProblem.BadRequest($"/inputs/{Interval.Name}", e.Message.Split(" (Parameter")[0], "Give a larger interval, or a smaller bbox.");
        }
    }
}
