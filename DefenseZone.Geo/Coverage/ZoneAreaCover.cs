using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>The area of zones, and how much of it lies within the facilities' radii.</summary>
/// <remarks>
/// <para>Each zone is laid out in an equal-area plane about its own middle, its edges (straight in longitude and
/// latitude) cut short enough to keep their shape; the circles become polygons of 96 vertices with the
/// circles' area; they are united and intersected with the zone, and the rest is the area of a polygon.</para>
/// <para>A zone's area is right to 3e-8 of itself, the covered area to 5e-6 of the zone (measured against
/// GeographicLib, see docs/methods/geodesy.md).</para>
/// <para>Covered once is covered here, whatever depth the report asks for along the border.</para>
/// </remarks>
public static class ZoneAreaCover
{
    /// <summary>How far a zone may reach from its middle, in metres: a quarter of the way round the Earth, in a straight line.</summary>
    public const double WidestZoneMetres = 9_000_000;

    /// <summary>The area of every zone of the report's plan, and the part covered by the facilities that took part.</summary>
    /// <param name="report">A report by radius.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One entry a zone, in the plan's order.</returns>
    /// <exception cref="ArgumentException">
    /// The report's model is not <see cref="RadiusCoverage"/>, or a zone reaches too far for a map (see the other overload).
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImmutableArray<ZoneArea> Measure(CoverageReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Problem.Model is not RadiusCoverage model)
            throw new ArgumentException($"Areas are counted within radii; the model '{report.Problem.Model.Name}' has none.", nameof(report));
        Plan plan = report.Problem.Plan;
        ImmutableArray<CoverDisc> discs =
        [
            .. report.ConsideredFacilities
                .Select(facility => (facility.Location, Radius: model.RadiusOf(plan, facility)))
                .Where(disc => disc.Radius > 0 && !double.IsNaN(disc.Location.X) && !double.IsNaN(disc.Location.Y))
                .Select(disc => new CoverDisc(new GeoPoint(disc.Location.X, disc.Location.Y), disc.Radius)),
        ];

        // Laid out beforehand, so that a zone too wide is thrown as itself and not from inside the parallel loop.
        ImmutableArray<DefensiveZone> zones = plan.DefensiveZones;
        EqualAreaZone?[] planes = [.. zones.Select(zone => EqualAreaZone.Of(zone.Geometry, $"zone {zone.Id}"))];
        var areas = new ZoneArea[zones.Length];
        Parallel.For(0, areas.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => areas[i] = new ZoneArea
        {
            Zone = zones[i],
            AreaSquareMetres = planes[i]?.Area.Area ?? 0,
            CoveredSquareMetres = planes[i]?.CoveredSquareMetres(discs, cancellationToken) ?? 0,
        });
        return ImmutableArray.Create(areas);
    }

    /// <summary>The area of a zone, and the part of it within any of the discs, in square metres.</summary>
    /// <param name="zone">
    /// A Polygon or MultiPolygon in longitude and latitude; anything else has no area. One that crosses itself is
    /// first made valid.
    /// </param>
    /// <param name="discs">The discs, in any order and number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">
    /// A disc's centre or radius is out of range, or the zone reaches more than
    /// <see cref="WidestZoneMetres"/> from its middle.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static (double AreaSquareMetres, double CoveredSquareMetres) Measure(
        Geometry zone, ImmutableArray<CoverDisc> discs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(zone);
        foreach (CoverDisc disc in discs)
            Check(disc);
        return EqualAreaZone.Of(zone, "the zone") is { } plane
            ? (plane.Area.Area, plane.CoveredSquareMetres(discs, cancellationToken))
            : (0, 0);
    }

    private static void Check(CoverDisc disc)
    {
        Geodesic.Check(disc.Centre, nameof(disc));
        if (!(disc.RadiusMetres > 0 && disc.RadiusMetres <= RadiusCoverage.LargestRadiusMetres))
        {
            throw new ArgumentOutOfRangeException(
                nameof(disc), disc.RadiusMetres, $"A disc's radius is above 0 and at most {RadiusCoverage.LargestRadiusMetres:0} m.");
        }
    }
}
