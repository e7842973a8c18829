using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>A question about the coverage of a plan, and how its answer is wanted.</summary>
internal sealed record Question
{
    /// <summary>The plan.</summary>
    public required PlanInput Input { get; init; }

    /// <summary>How a facility covers.</summary>
    public required CoverageModel Model { get; init; }

    /// <summary>Who takes part.</summary>
    public required FacilityFilter Facilities { get; init; }

    /// <summary>How many must cover a place.</summary>
    public int RequiredDepth { get; init; } = 1;

    /// <summary>The shortest gap, in metres; the plan's own where there is none.</summary>
    public double? MinimumGapMetres { get; init; }

    /// <summary>Whether terrain is needed whatever the way to cover.</summary>
    public bool NeedsTerrain { get; init; }

    /// <summary>The form of the answer.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The file for the answer; empty for the standard output.</summary>
    public string OutFile { get; init; } = string.Empty;

    /// <summary>Reads what the question needs of the plan, and answers it.</summary>
    /// <param name="zones">Whether the answer names zones; if not, they are not read.</param>
    /// <param name="answer">Takes over what the check of the plan found.</param>
    /// <param name="shell">For progress, notes and cancellation.</param>
    /// <exception cref="PlanException">The plan has errors.</exception>
    public CoverageReport Solve(bool zones, OutputTarget answer, Shell shell)
    {
        Readiness.PutOffCollecting();
        using var progress = new ProgressLine(shell);
        Plan plan = ReadPlan(zones ? [Vocabulary.DefensiveZones] : [], answer, shell, progress);
        shell.Cancellation.ThrowIfCancellationRequested();
        try
        {
            return new CoverageProblem(plan)
            {
                Model = Model,
                Facilities = Facilities,
                RequiredDepth = RequiredDepth,
                MinimumGapMetres = MinimumGapMetres,
            }.Solve(progress.Step("counting"), shell.Cancellation);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }

    /// <summary>Reads what the question needs of the plan.</summary>
    /// <exception cref="PlanException">The plan has errors.</exception>
    /// <exception cref="IOException">The way to cover needs terrain, and the plan has none.</exception>
    /// <param name="besides">The layers to read besides border, facilities and what the model looks at.</param>
    /// <param name="answer">Takes over what the check of the plan found.</param>
    /// <param name="shell">For notes and cancellation.</param>
    /// <param name="progress">Shows how far it is.</param>
    public Plan ReadPlan(ImmutableArray<string> besides, OutputTarget answer, Shell shell, ProgressLine progress)
    {
        Plan plan = Input.Open(Layers(besides), NeedsTerrain || Model.UsesTerrain, answer, progress.Step("reading"), shell.Cancellation);
        if ((NeedsTerrain || Model.NeedsTerrain) && plan.Terrain.IsEmpty)
            throw new IOException($"the plan has no terrain, which {(Model.NeedsTerrain ? "sight needs" : "highs are looked for in")}: put .hgt, GeoTIFF or .asc files into '{Path.Combine(Input.Folder, TerrainFiles.FolderName)}'");
        return plan;
    }

    // Reading is most of the work: what does not bear on the answer stays on the disk.
    private ImmutableArray<string> Layers(ImmutableArray<string> besides)
    {
        var layers = ImmutableArray.CreateBuilder<string>();
        layers.Add(Vocabulary.BorderSegments);
        FacilityFilter who = Model.Participants(Facilities);
        if (who.Kinds.IsEmpty)
        {
            layers.AddRange(Vocabulary.FacilityLayers.Words);
        }
        else
        {
            foreach (FacilityKind kind in who.Kinds)
                layers.Add(Vocabulary.FacilityLayers[kind]);
        }

        layers.AddRange(Model.Layers);
        layers.AddRange(besides);
        return layers.ToImmutable();
    }
}
