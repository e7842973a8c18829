using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What one facility sees: of the ground, and of the border.</summary>
/// <param name="Border">Of the border.</param>
/// <param name="Ground">Of the ground; none where it has no range.</param>
public sealed record PostView(FacilitySight Border, Viewshed? Ground)
{
    /// <summary>The facility.</summary>
    public Facility Facility => Border.Facility;

    /// <summary>Looks from a facility of a plan.</summary>
    public static PostView Of(Plan plan, PostQuestion question, IProgress<double>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        FacilitySight border = question.Sight.Look(plan, BorderLine.Of(plan), [question.Facility], null, stop)[0];
        return new PostView(border, border.RangeMetres > 0 ? Look(plan, question.Sight, [border], progress, stop)[0] : null);
    }

    /// <summary>The ground that facilities see, each with a range, in their order.</summary>
    internal static ImmutableArray<Viewshed> Look(Plan plan, SightCoverage model, ImmutableArray<FacilitySight> sights, IProgress<double>? progress, CancellationToken stop) =>
        new ViewshedProblem(ElevationSurface.Of(plan), [.. sights.Select(AsObserver)])
        {
            Conditions = new SightConditions { TargetHeightMetres = model.TargetHeightMetres, Refraction = model.Refraction },
        }.Solve(progress, stop).Viewsheds;

    private static Observer AsObserver(FacilitySight sight) =>
        new(new GeoPoint(sight.Facility.Location.X, sight.Facility.Location.Y), sight.Facility.Id.Text)
        {
            HeightMetres = sight.ObserverHeightMetres,
            RangeMetres = sight.RangeMetres,
        };
}

/// <summary>What all facilities that count see.</summary>
/// <param name="Coverage">How well the border is covered by it.</param>
/// <param name="Posts">What each sees of the border.</param>
/// <param name="Viewsheds">What each that has a range sees of the ground; none where there are too many.</param>
/// <param name="WithinMetres">Metres of border that lie within somebody's range.</param>
/// <param name="Took">How long it took.</param>
public sealed record TerrainAnswer(
    CoverageReport Coverage, ImmutableArray<FacilitySight> Posts, ImmutableArray<Viewshed> Viewsheds, double WithinMetres, TimeSpan Took)
{
    /// <summary>The most facilities of which the ground seen is kept, since each keeps as much memory as its range has cells.</summary>
    public const int MostViewsheds = 500;

    /// <summary>Metres of border within somebody's range that nobody sees.</summary>
    public double HiddenMetres => Math.Max(0, WithinMetres - Coverage.CoveredMetres);

    /// <summary>Looks from all facilities that count.</summary>
    public static TerrainAnswer Of(LookQuestion question, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(progress);
        var clock = Stopwatch.StartNew();
        (Plan plan, SightCoverage model) = (question.Plan, question.Sight);
        var problem = new CoverageProblem(plan) { Model = model, Facilities = question.Who };
        ImmutableArray<FacilitySight> posts = model.Look(plan, BorderLine.Of(plan), problem.Participants.Select(plan), new Half(progress, 0), stop);
        ImmutableArray<FacilitySight> looking = [.. posts.Where(post => post.RangeMetres > 0)];
        ImmutableArray<Viewshed> viewsheds = looking.Length is > 0 and <= MostViewsheds ? PostView.Look(plan, model, looking, new Half(progress, 0.5), stop) : [];
        CoverageModel near = model.RangeMetres is { } range ? new RadiusCoverage { RadiusMetres = range } : RadiusCoverage.OwnRadius;
        return new TerrainAnswer(
            problem.Sweep([.. posts.SelectMany((post, i) => post.Stretches.Select(stretch => new CoverStretch(i, stretch.FromMetres, stretch.ToMetres)))]),
            posts,
            viewsheds,
            (problem with { Model = near }).Solve(null, stop).CoveredMetres,
            clock.Elapsed);
    }

    /// <summary>The facilities who see the ground of a place, in the order of the plan.</summary>
    public IEnumerable<string> SeenBy(GeoPoint place) => Viewsheds.Where(viewshed => viewshed.Sees(place)).Select(viewshed => viewshed.Observer.Name);

    // Both halves take about as long.
    private sealed class Half(IProgress<double> whole, double from) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value / 2));
    }
}
