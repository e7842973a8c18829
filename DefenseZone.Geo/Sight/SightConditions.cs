namespace DefenseZone.Geo.Sight;

/// <summary>
/// What holds for every line of sight of a question: how high the eye and the target stand, and how the Earth's
/// curvature and the air's refraction bend the line.
/// </summary>
/// <remarks>
/// A line of sight of length D hits the ground h at distance d from the observer when h + c·d·(D − d)/(2R) lies above the
/// straight line from eye to target, with R = <see cref="EarthRadiusMetres"/> and c = 1 − refraction. This is the same
/// as lowering every height by c·d²/(2R), the form that GDAL's viewshed documents. Ground that touches the line, to
/// within <see cref="ToleranceMetres"/>, hides nothing.
/// </remarks>
public sealed record SightConditions
{
    /// <summary>The mean radius of the Earth (IUGG), in metres. 0.3 % of it is 2 cm of drop over 10 km.</summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>How far ground may rise above a line of sight, in metres, and still only touch it: far below any survey, far above rounding.</summary>
    public const double ToleranceMetres = 1e-6;

    /// <summary>The share of the Earth's curvature that refraction takes off in an ordinary atmosphere: 1/7.</summary>
    public const double StandardRefraction = 1.0 / 7;

    /// <summary>The observer's height above the ground, in metres, where neither the question nor the facility says: a low watch platform.</summary>
    public const double StandardObserverHeightMetres = 5;

    /// <summary>The target's height above the ground, in metres, where the question does not say: a standing person.</summary>
    public const double StandardTargetHeightMetres = 1.7;

    /// <summary>The largest height of an observer or target above the ground, in metres.</summary>
    public const double LargestHeightMetres = 10_000;

    private readonly double _observerHeightMetres = StandardObserverHeightMetres;
    private readonly double _targetHeightMetres = StandardTargetHeightMetres;
    private readonly double _refraction = StandardRefraction;

    /// <summary>An observer of 5 m, a target of 1.7 m, ordinary refraction.</summary>
    public static SightConditions Standard { get; } = new();

    /// <summary>The observer's height above the ground, in metres, 0 to <see cref="LargestHeightMetres"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double ObserverHeightMetres
    {
        get => _observerHeightMetres;
        init => _observerHeightMetres = HeightInRange(value, nameof(ObserverHeightMetres));
    }

    /// <summary>The target's height above the ground, in metres, 0 to <see cref="LargestHeightMetres"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double TargetHeightMetres
    {
        get => _targetHeightMetres;
        init => _targetHeightMetres = HeightInRange(value, nameof(TargetHeightMetres));
    }

    /// <summary>
    /// The share of the Earth's curvature that the bending of light in the air takes off, −1 to 1: 0 is no air, 1 is a
    /// flat Earth, below 0 light bends upwards. GDAL's curvature coefficient is 1 minus this.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double Refraction
    {
        get => _refraction;
        init => _refraction = value is >= -1 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Refraction), value, "A refraction is −1 to 1: the share of the Earth's curvature that the air takes off, 1/7 in ordinary weather.");
    }

    /// <summary>c = 1 − refraction: 6/7 in ordinary weather.</summary>
    public double CurvatureCoefficient => 1 - Refraction;

    /// <summary>How far the ground drops below a level line of sight at a distance, in metres.</summary>
    public double DropMetres(double distanceMetres) => HalfCurvature * distanceMetres * distanceMetres;

    /// <summary>How far the ground between rises above the chord from one end to the other, in metres.</summary>
    /// <param name="fromObserverMetres">The distance from one end.</param>
    /// <param name="toTargetMetres">The distance from the other.</param>
    public double BulgeMetres(double fromObserverMetres, double toTargetMetres) => HalfCurvature * fromObserverMetres * toTargetMetres;

    /// <summary>c/(2R), a metre of drop for a square metre of distance.</summary>
    internal double HalfCurvature => CurvatureCoefficient / (2 * EarthRadiusMetres);

    private static double HeightInRange(double metres, string name) => metres is >= 0 and <= LargestHeightMetres
        ? metres
        : throw new ArgumentOutOfRangeException(name, metres, $"A height above the ground is 0 to {LargestHeightMetres:0} metres.");
}
