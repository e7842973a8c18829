using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What one facility sees: of the ground, and of the border.</summary>
/// <param name="Settings">What was asked.</param>
/// <param name="Border">Of the border.</param>
/// <param name="Ground">Of the ground; none where it has no range.</param>
public sealed record PostView(SightSettings Settings, FacilitySight Border, Viewshed? Ground)
{
    /// <summary>The facility.</summary>
    public Facility Facility => Border.Facility;

    /// <summary>Looks from a facility of a plan.</summary>
    public static PostView Of(Plan plan, Facility facility, SightSettings settings, IProgress<double>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SightCoverage model = settings.Model;
        FacilitySight border = model.Look(plan, BorderLine.Of(plan), facility);
        return new PostView(settings, border, border.RangeMetres > 0 ? Look(plan, model, [border], progress, stop)[0] : null);
    }

    /// <summary>The ground that facilities see, each with a range, in their order.</summary>
    internal static ImmutableArray<Viewshed> Look(Plan plan, SightCoverage model, ImmutableArray<FacilitySight> sights, IProgress<double>? progress, CancellationToken stop) =>
        new ViewshedProblem(ElevationSurface.Of(plan), [.. sights.Select(AsObserver)])
        {
            Conditions = new SightConditions { TargetHeightMetres = model.TargetHeightMetres, Refraction = model.Refraction },
        }.Solve(progress, stop).Viewsheds;

    private static Observer AsObserver(FacilitySight sight) =>
        new(new GeoPoint(sight.Facility.Location.X, sight.Facility.Location.Y), sight.Facility.Name)
        {
            HeightMetres = sight.ObserverHeightMetres,
            RangeMetres = sight.RangeMetres,
        };
}

/// <summary>What all facilities that count see.</summary>
/// <param name="Problem">The question of coverage that it answers: who counts, of which plan, by sight.</param>
/// <param name="Settings">What was asked.</param>
/// <param name="Posts">What each sees of the border.</param>
/// <param name="Viewsheds">What each that has a range sees of the ground; none where there are too many.</param>
public sealed record TerrainAnswer(CoverageProblem Problem, SightSettings Settings, ImmutableArray<FacilitySight> Posts, ImmutableArray<Viewshed> Viewsheds)
{
    /// <summary>The most facilities of which the ground seen is kept, since each keeps as much memory as its range has cells.</summary>
    public const int MostViewsheds = 500;

    /// <summary>The length of the border, in metres.</summary>
    public required double BorderMetres { get; init; }

    /// <summary>Metres of border that somebody sees.</summary>
    public required double SeenMetres { get; init; }

    /// <summary>Metres of border that lie within somebody's range.</summary>
    public required double WithinMetres { get; init; }

    /// <summary>Metres of border within somebody's range that nobody sees.</summary>
    public double HiddenMetres => Math.Max(0, WithinMetres - SeenMetres);

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Looks from all facilities that count.</summary>
    public static TerrainAnswer Of(Plan plan, FacilityFilter who, SightSettings settings, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var clock = Stopwatch.StartNew();
        SightCoverage model = settings.Model;
        var problem = new CoverageProblem(plan) { Model = model, Facilities = who };
        BorderLine border = BorderLine.Of(plan);
        ImmutableArray<FacilitySight> posts = model.Look(plan, border, problem.Participants.Select(plan), new Part(progress, 0), stop);
        ImmutableArray<FacilitySight> looking = [.. posts.Where(post => post.RangeMetres > 0)];
        ImmutableArray<Viewshed> viewsheds = looking.Length is > 0 and <= MostViewsheds ? PostView.Look(plan, model, looking, new Part(progress, 0.5), stop) : [];
        CoverageModel radius = settings.RangeMetres is { } range ? new RadiusCoverage { RadiusMetres = range } : RadiusCoverage.OwnRadius;
        return new TerrainAnswer(problem, settings, posts, viewsheds)
        {
            BorderMetres = border.LengthMetres,
            SeenMetres = Together(posts.SelectMany(post => post.Stretches)),
            WithinMetres = (problem with { Model = radius }).Solve(null, stop).CoveredMetres,
            Took = clock.Elapsed,
        };
    }

    // The length of what lies in one stretch or more.
    private static double Together(IEnumerable<BorderStretch> stretches)
    {
        double metres = 0, reached = double.NegativeInfinity;
        foreach (BorderStretch stretch in stretches.OrderBy(stretch => stretch.FromMetres))
        {
            metres += Math.Max(0, stretch.ToMetres - Math.Max(stretch.FromMetres, reached));
            reached = Math.Max(reached, stretch.ToMetres);
        }

        return metres;
    }

    // Both halves take about as long.
    private sealed class Part(IProgress<double> whole, double from) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value / 2));
    }
}
