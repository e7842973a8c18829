using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// Makes up plans to try things on and to measure with: a fractal border, posts near it, communes in a corridor
/// about it with defence areas and provinces above them, patrol roads, combat bases and candidate sites. Nothing
/// in them is real.
/// </summary>
public static class SamplePlan
{
    /// <summary>A plan of a size, the same for a seed on every machine.</summary>
    /// <param name="size">How big: counts and lengths are those of the size, the border's length to within 2 %.</param>
    /// <param name="seed">Any number; another one gives another plan.</param>
    /// <param name="progress">Told the part done, 0 to 1, rising.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The plan: coordinates within 101–109°E and 8–24°N in steps of 1e-7 degrees; a border in ten segments that
    /// join and that does not cross itself; posts (with radii of 2–10 km) and candidate sites within 8 km of it;
    /// zones of one level that share edges exactly; roads that join in the very same coordinates.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is none of the sizes.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Plan Generate(
        SampleSize size, int seed, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        SampleShape shape = SampleShape.Of(size);
        SampleBorder border = SampleBorder.Grow(shape, seed, cancellationToken);
        progress?.Report(0.4);
        SampleCorridor corridor = SampleCorridor.Along(border, shape.Communes, seed);
        progress?.Report(0.5);
        var sites = new SampleSites(border, seed);
        var roads = SampleRoads.Of(corridor, shape, seed);
        cancellationToken.ThrowIfCancellationRequested();
        var plan = new Plan
        {
            Name = $"Sample {size} {seed}",
            Description = "A generated plan. No border, post, zone or road in it is real.",
            BorderSegments = border.ToSegments(SampleShape.BorderSegments),
            DefensiveZones = SampleZones.Tile(corridor, shape, seed),
            Facilities = [.. sites.Posts(shape.Posts, shape.UnmannedRuns, shape.UnmannedShare), .. sites.Bases(shape.CombatBases, roads)],
            CandidateSites = sites.Candidates(shape.CandidateSites),
        };
        progress?.Report(0.7);
        plan = plan with { PatrolRoads = roads.Build(shape.Roads, cancellationToken) };
        progress?.Report(1);
        return plan;
    }
}
