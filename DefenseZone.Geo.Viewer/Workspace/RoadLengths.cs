using System.Runtime.CompilerServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The length of a plan's roads on the ground.</summary>
internal static class RoadLengths
{
    // By the array of roads, which copies of a plan share: a what-if moves no road.
    private static readonly ConditionalWeakTable<object, StrongBox<double>> Cache = [];

    /// <summary>The metres of road that are not given up: chords between vertices, short of the ellipsoid's arc by less than 1 in 10⁶ for edges up to 10 km.</summary>
    public static double Of(Plan plan)
    {
        PatrolRoad[]? roads = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(plan.PatrolRoads);
        return roads is null ? 0 : Cache.GetValue(roads, static key => new StrongBox<double>(Metres((PatrolRoad[])key))).Value;
    }

    private static double Metres(PatrolRoad[] roads)
    {
        double metres = 0;
        foreach (PatrolRoad road in roads)
        {
            if (road.Status == LifecycleStatus.Retired)
                continue;
            for (int part = 0; part < road.Geometry.NumGeometries; part++)
            {
                if (road.Geometry.GetGeometryN(part) is not LineString { IsEmpty: false } line)
                    continue;
                CoordinateSequence vertices = line.CoordinateSequence;
                Ecef before = Ecef.Of(new GeoPoint(vertices.GetX(0), vertices.GetY(0)));
                for (int i = 1; i < vertices.Count; i++)
                {
                    Ecef here = Ecef.Of(new GeoPoint(vertices.GetX(i), vertices.GetY(i)));
                    metres += before.DistanceMetresTo(here);
                    before = here;
                }
            }
        }

        return metres;
    }
}
