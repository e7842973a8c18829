using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Siting;

/// <summary>The border that no candidate reaches, and which one would need the smallest radius to.</summary>
internal static class UnreachableBorder
{
    internal static ImmutableArray<UnreachableStretch> Of(SitingField field)
    {
        CoverStretch[] all = field.StretchesOf(0, field.Facilities.Length).ToArray();
        List<BorderStretch> covered = BorderTotals.Of(field.Border, all).Covered;
        var forbidden = field.Problem.Forbidden.ToHashSet();
        CandidateSite[] sites = [.. field.Problem.EffectiveCandidates.Where(site => !forbidden.Contains(site.Id))];
        Coordinate[] places = Array.ConvertAll(sites, site => SitingField.AsFacility(site).Location);
        Ecef[] centres = Array.ConvertAll(places, place => Ecef.Of(new GeoPoint(place.X, place.Y)));
        var unreachable = ImmutableArray.CreateBuilder<UnreachableStretch>();
        int next = 0;
        foreach (BorderStretch part in field.Border.Parts)
        {
            double from = part.FromMetres;
            for (; next < covered.Count && covered[next].FromMetres < part.ToMetres; next++)
            {
                Add(from, Math.Min(covered[next].FromMetres, part.ToMetres));
                from = Math.Max(from, covered[next].ToMetres);
                if (covered[next].ToMetres > part.ToMetres)
                    break;
            }

            Add(from, part.ToMetres);
        }

        return unreachable.ToImmutable();

        void Add(double from, double to)
        {
            if (to > from)
                unreachable.Add(Describe(field.Border, new BorderStretch(from, to), sites, places, centres));
        }
    }

    // The farthest place of a stretch is one of its vertices or ends: on an edge, the distance to a place is largest at
    // an end. Sites that are farther from the middle than the best one is from everything need no closer look.
    private static UnreachableStretch Describe(BorderLine border, BorderStretch stretch, CandidateSite[] sites, Coordinate[] places, Ecef[] centres)
    {
        var answer = new UnreachableStretch(stretch.FromMetres, stretch.ToMetres);
        if (sites.Length == 0)
            return answer;
        ImmutableArray<GeoPoint> shape = border.Slice(stretch.FromMetres, stretch.ToMetres);
        Ecef[] vertices = [.. shape.Select(point => Ecef.Of(point))];
        int best = -1, bestVertex = 0;
        double bestChord = double.PositiveInfinity;
        for (int i = 0; i < sites.Length; i++)
        {
            double farthest = centres[i].DistanceMetresTo(vertices[vertices.Length / 2]);
            int at = vertices.Length / 2;
            for (int v = 0; v < vertices.Length && farthest < bestChord; v++)
            {
                double chord = centres[i].DistanceMetresTo(vertices[v]);
                if (chord > farthest)
                    (farthest, at) = (chord, v);
            }

            if (farthest < bestChord)
                (best, bestVertex, bestChord) = (i, at, farthest);
        }

        double radius = Geodesic.Inverse(new GeoPoint(places[best].X, places[best].Y), shape[bestVertex]).DistanceMetres;
        return answer with { NearestSite = sites[best], SmallestRadiusMetres = radius };
    }
}
