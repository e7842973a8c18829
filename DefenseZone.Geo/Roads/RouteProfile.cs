using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A place of a route, and the height of the ground there.</summary>
/// <param name="ChainageMetres">Metres of way from the start.</param>
/// <param name="Place">Where.</param>
/// <param name="HeightMetres">The height of the ground; NaN where it is not known.</param>
public readonly record struct RouteProfilePoint(double ChainageMetres, GeoPoint Place, double HeightMetres);

/// <summary>The ground along a route.</summary>
public static class RouteProfile
{
    /// <summary>Heights are looked at about so far apart, as they are for the climb of a leg; farther on routes of over <see cref="MostPoints"/> such steps.</summary>
    public const double StepMetres = 50;

    /// <summary>About how many places a profile has at most, besides the vertices of the route.</summary>
    public const int MostPoints = 4_000;

    /// <summary>The profile of a route: at its vertices and between them.</summary>
    /// <param name="route">The route.</param>
    /// <param name="ground">The height of the ground.</param>
    /// <returns>The places in order; none where there is no route.</returns>
    public static ImmutableArray<RouteProfilePoint> Of(RoadRoute route, GroundHeight ground)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(ground);
        ImmutableArray<GeoPoint> shape = route.Shape;
        if (shape.IsEmpty)
            return [];
        double step = Math.Max(StepMetres, route.LengthMetres / MostPoints), chainage = 0;
        var points = ImmutableArray.CreateBuilder<RouteProfilePoint>();
        points.Add(new RouteProfilePoint(0, shape[0], ground(shape[0])));
        for (int i = 1; i < shape.Length; i++)
        {
            GeodesicLine line = Geodesic.Inverse(shape[i - 1], shape[i]);
            int pieces = Math.Max(1, (int)Math.Ceiling(line.DistanceMetres / step));
            for (int k = 1; k <= pieces; k++)
            {
                double along = line.DistanceMetres * k / pieces;
                GeoPoint place = k == pieces ? shape[i] : Geodesic.Direct(shape[i - 1], line.InitialAzimuthDegrees, along);
                points.Add(new RouteProfilePoint(chainage + along, place, ground(place)));
            }

            chainage += line.DistanceMetres;
        }

        return points.ToImmutable();
    }
}
