using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>How steep the ground is about a place, and what a road that is drawn already costs on it.</summary>
internal static class GroundSlope
{
    private const double StepMetres = 100;
    private const double ReachMetres = 30;

    /// <summary>What a straight stretch of road costs by the slope of the ground every 100 m; as on gentle ground where there is no terrain.</summary>
    internal static double CostOfEdge(ElevationSurface surface, RoadStandard standard, GeoPoint from, GeodesicLine edge)
    {
        if (surface.IsEmpty)
            return edge.DistanceMetres * standard.SlopeClasses[0].CostPerKilometre / 1000;
        int pieces = Math.Max(1, (int)Math.Ceiling(edge.DistanceMetres / StepMetres));
        double piece = edge.DistanceMetres / pieces, cost = 0;
        for (int i = 0; i < pieces; i++)
        {
            double slope = At(surface, Geodesic.Direct(from, edge.InitialAzimuthDegrees, piece * (i + 0.5)));
            cost += piece * standard.SlopeClasses[double.IsNaN(slope) ? 0 : standard.ClassOf(slope)].CostPerKilometre / 1000;
        }

        return cost;
    }

    private static double At(ElevationSurface surface, GeoPoint place)
    {
        double reach = Math.Max(ReachMetres, surface.ResolutionMetres);
        double north = surface.ElevationMetres(Geodesic.Direct(place, 0, reach)), south = surface.ElevationMetres(Geodesic.Direct(place, 180, reach));
        double east = surface.ElevationMetres(Geodesic.Direct(place, 90, reach)), west = surface.ElevationMetres(Geodesic.Direct(place, 270, reach));
        return Math.Sqrt(((north - south) * (north - south)) + ((east - west) * (east - west))) / (2 * reach);
    }
}
