using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// The terrain of a plan folder: not even the heads of its files are read before somebody asks where it is or how high.
/// </summary>
internal sealed class FolderSurface : ElevationSurface
{
    private readonly Lazy<TerrainReading> _reading;

    public FolderSurface(ImmutableArray<FileInfo> files)
    {
        Identity = TerrainFiles.Identity(files);
        _reading = new(() =>
        {
            var problems = new ProblemLog(string.Empty, string.Empty);
            ElevationSurface surface = TerrainFiles.Assemble(files, TerrainFiles.FolderName + "/", problems, Identity);
            return new TerrainReading(surface, problems.ToImmutable());
        });
    }

    /// <summary>What is wrong with the files; opens them.</summary>
    public ImmutableArray<PlanProblem> Problems => _reading.Value.Problems;

    public override bool IsEmpty => false;

    public override string Identity { get; }

    public override GridFrame Frame => Surface.Frame;

    public override ImmutableArray<TerrainTile> Tiles => Surface.Tiles;

    public override ImmutableArray<string> Notes => Surface.Notes;

    public override int OverviewLevel => Surface.OverviewLevel;

    public override bool HasOverviews => Surface.HasOverviews;

    // A terrain that lacks a tile would show holes, or ground of a coarser tile, and nobody would know.
    private ElevationSurface Surface => _reading.Value.HasErrors
        ? throw new TerrainException(string.Join("\n", _reading.Value.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString())))
        : _reading.Value.Surface;

    public override void BuildOverviews(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Surface.BuildOverviews(progress, cancellationToken);

    public override bool TakeOverviews(ElevationSurface other) => Surface.TakeOverviews(other is FolderSurface folder ? folder.Surface : other);

    internal override GridFrame LevelFrame(int level) => Surface.LevelFrame(level);

    internal override bool MayBeKnown(int firstColumn, int firstRow, int columns, int rows) => Surface.MayBeKnown(firstColumn, firstRow, columns, rows);

    internal override void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples) =>
        Surface.Read(level, firstColumn, firstRow, columns, rows, samples);
}
