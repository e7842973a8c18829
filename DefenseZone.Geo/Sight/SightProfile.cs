using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Sight;

/// <summary>How a line of sight ends.</summary>
public enum SightVerdict
{
    /// <summary>The target is seen.</summary>
    Visible,

    /// <summary>Ground between hides the target.</summary>
    Hidden,

    /// <summary>The observer stands outside the terrain, or on a void of it: nothing can be said.</summary>
    ObserverWithoutGround,

    /// <summary>The target stands outside the terrain, or on a void of it: nothing can be said.</summary>
    TargetWithoutGround,
}

/// <summary>A point of the ground under a line of sight.</summary>
/// <param name="DistanceMetres">How far from the observer.</param>
/// <param name="Place">Where.</param>
/// <param name="GroundMetres">The height of the ground; NaN in a void.</param>
/// <param name="SightMetres">
/// The height of the line of sight there, bent by curvature and refraction so that it can be drawn over the ground as
/// it is: ground above it hides what lies behind.
/// </param>
public readonly record struct ProfilePoint(double DistanceMetres, GeoPoint Place, double GroundMetres, double SightMetres)
{
    /// <summary>How far the ground rises above the line of sight, in metres; negative where it stays below, NaN in a void.</summary>
    public double ExcessMetres => GroundMetres - SightMetres;
}

/// <summary>The ground that hides a target: the point that rises furthest above the line of sight.</summary>
/// <param name="DistanceMetres">How far from the observer.</param>
/// <param name="Place">Where.</param>
/// <param name="GroundMetres">The height of the ground there.</param>
/// <param name="ExcessMetres">How far it rises above the line of sight.</param>
public readonly record struct Obstruction(double DistanceMetres, GeoPoint Place, double GroundMetres, double ExcessMetres);

/// <summary>The ground under a line of sight, the line itself, and what stands in its way.</summary>
public sealed record SightProfile
{
    /// <summary>Where the observer stands.</summary>
    public required GeoPoint From { get; init; }

    /// <summary>Where the target stands.</summary>
    public required GeoPoint To { get; init; }

    /// <summary>Under which conditions.</summary>
    public required SightConditions Conditions { get; init; }

    /// <summary>How it ends.</summary>
    public required SightVerdict Verdict { get; init; }

    /// <summary>Whether the target is seen.</summary>
    public bool IsVisible => Verdict == SightVerdict.Visible;

    /// <summary>The geodesic distance from observer to target, in metres.</summary>
    public required double LengthMetres { get; init; }

    /// <summary>
    /// The ground, from the observer to the target, both included: where the line crosses the columns of the terrain, or
    /// its rows. Empty where one of them stands outside the terrain.
    /// </summary>
    public ImmutableArray<ProfilePoint> Points { get; init; } = [];

    /// <summary>What hides the target most; nothing where it is seen, or where nothing can be said.</summary>
    public Obstruction? Obstruction { get; init; }

    /// <summary>How many points between lie in voids: ground that is not known, and does not hide anything here.</summary>
    public int VoidPoints { get; init; }

    /// <summary>How high above its ground a target would have to be to be seen, in metres; 0 where the bare ground is, NaN where nothing can be said.</summary>
    public double VisibleFromHeightMetres { get; init; } = double.NaN;
}
