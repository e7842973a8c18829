using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>The shape of the ground, cell by cell.</summary>
internal sealed class ReliefProcess() : PlanProcess(
    "relief",
    "Hillshade, slope, aspect",
    "How bright the ground is under a light, how steep it is, or which way it falls, by Horn's method: figures, or as a GeoTIFF each cell.")
{
    private static readonly ProcessInput<string> Analysis = InputKinds.Word(
        "analysis", "Analysis", "What is asked.", ReliefWords.Kinds.Words, ReliefWords.Kinds[ReliefKind.Hillshade]);

    private static readonly ProcessInput<double?> Azimuth = InputKinds.Number(
        "azimuthDegrees", "Azimuth", "For a hillshade: where the light comes from, clockwise from north.", new NumberBounds(-360, 360), 315);

    private static readonly ProcessInput<double?> Altitude = InputKinds.Number(
        "altitudeDegrees", "Altitude", "For a hillshade: how high the light stands above the horizon.", NumberBounds.Positive(90), 45);

    private static readonly ProcessInput<double?> Exaggeration = InputKinds.Number(
        "verticalExaggeration", "Exaggeration", "For a hillshade: how many times heights are exaggerated.", NumberBounds.Positive(1_000_000), 1);

    private static readonly ProcessInput<bool> Percent = InputKinds.Flag(
        "percent", "Percent", "For slopes: whether they are metres of rise on a hundred metres, and not degrees.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [Analysis, BoxInput.Box, Azimuth, Altitude, Exaggeration, Percent];

    /// <inheritdoc/>
    public override ProcessOutput Output { get; } = new("report", [MediaTypes.Json, MediaTypes.GeoTiff]);

    /// <inheritdoc/>
    public override string Example => """{"analysis": "slope", "bbox": [106.0, 22.8, 106.1, 22.9]}""";

    /// <inheritdoc/>
    public override string Remedy => "Give a smaller bbox.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Each(BoxInput.Part(values, plan).Frame.Count, 100);

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        TerrainPart part = BoxInput.Part(values, plan);
        ReliefKind kind = ReliefWords.Kinds.TryParse(values.Of(Analysis), out ReliefKind asked) ? asked : ReliefKind.Hillshade;
        foreach (ProcessInput stray in (ProcessInput[])[Azimuth, Altitude, Exaggeration])
            RefuseUnless(kind == ReliefKind.Hillshade, values, stray, "a hillshade");
        RefuseUnless(kind == ReliefKind.Slope, values, Percent, "slopes");
        var problem = new ReliefProblem(part, kind)
        {
            AzimuthDegrees = values.Of(Azimuth) ?? 315,
            AltitudeDegrees = values.Of(Altitude) ?? 45,
            VerticalExaggeration = values.Of(Exaggeration) ?? 1,
            SlopeInPercent = values.Of(Percent),
        };
        return run =>
        {
            ElevationGrid ground = part.Read(run.Share, run.Cancellation);
            long begin = Stopwatch.GetTimestamp();
            ReliefReport report = problem.Solve(ground, run.Cancellation);
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            return new ProcessResult(json => ReliefReportJson.Write(json, report, seconds))
            {
                WriteBinary = (stream, cancellation) => ReliefRaster.WriteGeoTiff(stream, report, cancellation),
                Summary = FormattableString.Invariant($"{report.Frame.Columns} × {report.Frame.Rows} cells."),
            };
        };
    }

    private static void RefuseUnless(bool isMeant, InputValues values, ProcessInput input, string what)
    {
        if (!isMeant && values.IsGiven(input) && values.IsSound(input))
            values.Refuse(input, $"'{input.Name}' is for {what}, which is not asked for.", $"Leave it out, or ask for {what} by '{Analysis.Name}'.");
    }
}
