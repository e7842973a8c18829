using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>
/// What is needed to make up the relief of a region: a few numbers, and lines along which there are ridges and
/// valleys. Nothing in it is measured. The same recipe gives the same elevations on every machine.
/// </summary>
public sealed record ReliefRecipe
{
    /// <summary>The largest resolution, in arc seconds; beyond it the valleys would be lost between samples.</summary>
    public const double CoarsestArcSeconds = 30;

    /// <summary>The finest resolution, in arc seconds.</summary>
    public const double FinestArcSeconds = 0.2;

    /// <summary>Any number; another one gives other mountains.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The box that has relief; at most 60° by 60°, between 80° south and north, not over the antimeridian.</summary>
    public GeoExtent Extent { get; init; } = GeoExtent.Empty;

    /// <summary>The distance between samples in arc seconds, 0.2 to 30; 1 is about 30 m.</summary>
    public double ResolutionArcSeconds { get; init; } = 1;

    /// <summary>The elevation of the lowest valleys in metres, −400 to 8,000.</summary>
    public double LowestMetres { get; init; } = 140;

    /// <summary>How high mountains rise over the valleys, in metres, 0 to 4,000.</summary>
    public double ReliefMetres { get; init; } = 950;

    /// <summary>How much higher the ground is along a line of <see cref="Ridges"/>, in metres, 0 to 4,000.</summary>
    public double RidgeMetres { get; init; } = 300;

    /// <summary>How far from the floor of a valley its slopes end, in metres, 200 to 10,000.</summary>
    public double ValleyReachMetres { get; init; } = 2_800;

    /// <summary>Lines that the ground rises along.</summary>
    public ImmutableArray<ImmutableArray<GeoPoint>> Ridges { get; init; } = [];

    /// <summary>Lines that the ground is low and smooth along; where one crosses a ridge there is a pass.</summary>
    public ImmutableArray<ImmutableArray<GeoPoint>> Valleys { get; init; } = [];

    /// <summary>Where limestone towers stand; none where there is none.</summary>
    public ImmutableArray<KarstArea> Karst { get; init; } = [];
}

/// <summary>A round region of limestone towers: steep hills on a low plain.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="RadiusMetres">Its radius; towers thin out over the outer third. 1,000 to 500,000.</param>
/// <param name="TowerMetres">The height of the highest towers over the plain, 0 to 1,000.</param>
/// <param name="SpacingMetres">How far towers are apart, 200 to 5,000.</param>
public sealed record KarstArea(GeoPoint Centre, double RadiusMetres, double TowerMetres = 170, double SpacingMetres = 850);
