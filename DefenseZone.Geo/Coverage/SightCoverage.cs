using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A facility covers the stretches of border that it sees: within its range, where no ground of the plan's terrain
/// rises above the line of sight to somebody who stands on the border.
/// </summary>
/// <remarks>
/// <para>A line of sight is followed to the border at every width of a cell of the terrain, and where one place is seen
/// and the next is not, the end between is found by bisection to within <see cref="EndMetres"/>. A stretch shorter than a
/// cell can be missed. The line is that of <see cref="LineOfSight"/>: exact, with curvature and refraction.</para>
/// <para>A facility that stands outside the terrain, or on a void of it, covers nothing; nor is border covered that lies
/// there. <see cref="NotesOn"/> names such facilities.</para>
/// </remarks>
public sealed record SightCoverage : CoverageModel
{
    /// <summary>How exactly the ends of what is seen are found, in metres.</summary>
    public const double EndMetres = 0.1;

    private const int MostNamed = 10;

    private readonly double? _rangeMetres;
    private readonly double? _observerHeightMetres;
    private readonly SightConditions _conditions = SightConditions.Standard;

    /// <summary>Each facility within its own radius and from its own height, or what stands in for them.</summary>
    public static SightCoverage OwnRange { get; } = new();

    /// <summary>One range in metres for all; where it is not given, each facility's coverage radius, else the plan's default for its kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and up to <see cref="ViewshedProblem.LargestRangeMetres"/>.</exception>
    public double? RangeMetres
    {
        get => _rangeMetres;
        init => _rangeMetres = value is null || IsRange(value.Value) ? value : throw OutOfRange(nameof(RangeMetres), value.Value);
    }

    /// <summary>
    /// One height of the eye above the ground for all, in metres; where it is not given, each facility's
    /// <c>observerHeightMetres</c>, else <see cref="SightConditions.StandardObserverHeightMetres"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to <see cref="SightConditions.LargestHeightMetres"/>.</exception>
    public double? ObserverHeightMetres
    {
        get => _observerHeightMetres;
        init
        {
            if (value is { } height)
                _ = new SightConditions { ObserverHeightMetres = height };
            _observerHeightMetres = value;
        }
    }

    /// <summary>The height above the border's ground that is to be seen, in metres; 1.7 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to <see cref="SightConditions.LargestHeightMetres"/>.</exception>
    public double TargetHeightMetres
    {
        get => _conditions.TargetHeightMetres;
        init => _conditions = _conditions with { TargetHeightMetres = value };
    }

    /// <summary>The share of the Earth's curvature that refraction takes off, as <see cref="SightConditions.Refraction"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not −1 to 1.</exception>
    public double Refraction
    {
        get => _conditions.Refraction;
        init => _conditions = _conditions with { Refraction = value };
    }

    /// <inheritdoc/>
    public override string Name => "sight";

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            string range = RangeMetres is { } metres ? string.Create(CultureInfo.InvariantCulture, $"{metres:#,0.###} m") : "each facility's own radius";
            string eye = ObserverHeightMetres is { } height
                ? string.Create(CultureInfo.InvariantCulture, $"{height:0.###} m")
                : string.Create(CultureInfo.InvariantCulture, $"each facility's own height or {SightConditions.StandardObserverHeightMetres:0.###} m");
            return string.Create(
                CultureInfo.InvariantCulture, $"what is seen within {range} from an eye at {eye}, of a target {TargetHeightMetres:0.###} m high, with a refraction of {Refraction:0.###}");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<ModelParameter> Parameters =>
    [
        new("rangeMetres", RangeMetres),
        new("observerHeightMetres", ObserverHeightMetres),
        new("targetHeightMetres", TargetHeightMetres),
        new("refraction", Refraction),
    ];

    /// <inheritdoc/>
    public override bool UsesTerrain => true;

    /// <inheritdoc/>
    public override bool NeedsTerrain => true;

    /// <summary>The range in metres within which a facility sees under this model; 0 where it has none.</summary>
    public double RangeOf(Plan plan, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facility);
        return RangeMetres ?? plan.CoverageRadiusMetres(facility) ?? 0;
    }

    /// <summary>The conditions under which a facility sees: with its own height of the eye where the model gives none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height of its eye is not 0 to <see cref="SightConditions.LargestHeightMetres"/>.</exception>
    public SightConditions ConditionsOf(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        double height = ObserverHeightMetres ?? facility.ObserverHeightMetres ?? SightConditions.StandardObserverHeightMetres;
        return height is >= 0 and <= SightConditions.LargestHeightMetres
            ? _conditions with { ObserverHeightMetres = height }
            : throw new ArgumentOutOfRangeException(
                nameof(facility), height, $"{PropertyNames.ObserverHeightMetres} of {facility.LayerName} {facility.Id} must be 0 to {SightConditions.LargestHeightMetres:0} metres.");
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The facility's range or the height of its eye is out of bounds.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility) => Look(plan, border, facility).Stretches;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A facility's range or the height of its eye is out of bounds.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    public override CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ImmutableArray<FacilitySight> sights = Look(plan, border, facilities, progress, cancellationToken);
        return [.. sights.SelectMany((sight, i) => sight.Stretches.Select(stretch => new CoverStretch(i, stretch.FromMetres, stretch.ToMetres)))];
    }

    /// <summary>What one facility sees of the border, and what it does not and why.</summary>
    /// <inheritdoc cref="Cover(Plan, BorderLine, Facility)"/>
    public FacilitySight Look(Plan plan, BorderLine border, Facility facility) => Look(plan, border, [facility])[0];

    /// <summary>What each facility sees of the border, and what it does not and why; in the order of the facilities.</summary>
    /// <inheritdoc cref="Cover(Plan, BorderLine, ImmutableArray{Facility}, IProgress{double}?, CancellationToken)"/>
    public ImmutableArray<FacilitySight> Look(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(border);
        var terrain = ElevationSurface.Of(plan);

        // Asked here, so that what is out of bounds is thrown as itself and not from inside the parallel loop.
        foreach (Facility facility in facilities)
        {
            double range = RangeOf(plan, facility);
            if (range != 0 && !IsRange(range))
                throw OutOfRange($"{PropertyNames.CoverageRadiusMetres} of {facility.LayerName} {facility.Id}", range);
            _ = ConditionsOf(facility);
            if (!double.IsNaN(facility.Location.X))
                ViewshedScratch.ThrowIfTooFar(terrain.Frame, BorderSight.PlaceOf(facility), range);
        }

        var sights = new FacilitySight[facilities.Length];
        ObserverLoop.ForEach(sights.Length, () => new BorderSight(terrain, border), static _ => { }, (i, worker) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            sights[i] = worker.Look(facilities[i], RangeOf(plan, facilities[i]), ConditionsOf(facilities[i]), cancellationToken);
        }, progress, cancellationToken);
        return ImmutableArray.Create(sights);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> NotesOn(Plan plan, ImmutableArray<Facility> facilities)
    {
        var terrain = ElevationSurface.Of(plan);
        if (terrain.IsEmpty)
            return ["The plan has no terrain, so no facility sees anything."];
        List<Facility> outside = [], voids = [];
        foreach (Facility facility in facilities)
        {
            if (RangeOf(plan, facility) == 0 || double.IsNaN(facility.Location.X))
                continue;
            if (ViewshedScratch.Cell(terrain.Frame, BorderSight.PlaceOf(facility)) is null)
                outside.Add(facility);
            else if (double.IsNaN(terrain.ElevationMetres(BorderSight.PlaceOf(facility))))
                voids.Add(facility);
        }

        var notes = ImmutableArray.CreateBuilder<string>();
        if (outside.Count > 0)
            notes.Add($"Outside the terrain, and so without sight: {Names(outside)}.");
        if (voids.Count > 0)
            notes.Add($"On a void of the terrain, a place without a height, and so without sight: {Names(voids)}.");
        notes.AddRange(terrain.Notes);
        return notes.ToImmutable();
    }

    private static string Names(List<Facility> facilities)
    {
        string names = string.Join(", ", facilities.Take(MostNamed).Select(facility => $"{facility.LayerName}/{facility.Id}"));
        return facilities.Count <= MostNamed ? names : $"{names} and {facilities.Count - MostNamed} more";
    }

    private static bool IsRange(double metres) => metres > 0 && metres <= ViewshedProblem.LargestRangeMetres;

    private static ArgumentOutOfRangeException OutOfRange(string what, double metres) =>
        new(what, metres, $"A range of sight is above 0 and at most {ViewshedProblem.LargestRangeMetres:0} metres.");
}
