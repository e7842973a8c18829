using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Roads;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>The shortest straight line between two parts of a network.</summary>
internal readonly record struct IslandLink(int FromPart, int ToPart, GeoPoint From, GeoPoint To, double Metres);

/// <summary>Finds the shortest line between every two parts of a network that come into question for joining them.</summary>
internal static class IslandLinks
{
    /// <summary>So many parts are looked at two by two; with more, each with those whose boxes are nearest.</summary>
    private const int AllPairs = 60;
    private const int NearestParts = 8;

    internal static List<IslandLink> Of(RoadNetwork network, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int parts = network.ComponentCount;
        var vertices = new List<GeoPoint>[parts];
        for (int part = 0; part < parts; part++)
            vertices[part] = [];
        for (int edge = 0; edge < network.EdgeCount; edge++)
            vertices[network.ComponentOf(network.Edge(edge).From)].AddRange(network.Shape(edge));
        (int A, int B)[] pairs = [.. Pairs(vertices)];
        var links = new List<IslandLink>(pairs.Length);
        for (int i = 0; i < pairs.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int a, int b) = pairs[i];
            IslandLink one = Shortest(network, vertices[a], a, b, double.PositiveInfinity) ?? throw new InvalidOperationException("A part without a vertex.");

            // A shortest line begins or ends at a vertex: of this part, or of the other.
            links.Add(Shortest(network, vertices[b], b, a, one.Metres) is { } back
                ? new IslandLink(a, b, back.To, back.From, back.Metres)
                : one);
            progress?.Report((i + 1.0) / pairs.Length);
        }

        return links;
    }

    private static IslandLink? Shortest(RoadNetwork network, List<GeoPoint> vertices, int part, int other, double below)
    {
        IslandLink? best = null;
        foreach (GeoPoint vertex in vertices)
        {
            if (network.Nearest(vertex, below, other) is { } point && point.WalkMetres < below)
            {
                below = point.WalkMetres;
                best = new IslandLink(part, other, vertex, point.Place, below);
            }
        }

        return best;
    }

    private static IEnumerable<(int A, int B)> Pairs(List<GeoPoint>[] vertices)
    {
        int parts = vertices.Length;
        if (parts <= AllPairs)
            return Enumerable.Range(0, parts).SelectMany(a => Enumerable.Range(a + 1, parts - a - 1).Select(b => (a, b)));
        Envelope[] boxes = [.. vertices.Select(places =>
        {
            var box = new Envelope();
            foreach (GeoPoint place in places)
                box.ExpandToInclude(place.LongitudeDegrees, place.LatitudeDegrees);
            return box;
        })];
        var pairs = new SortedSet<(int A, int B)>();
        for (int a = 0; a < parts; a++)
        {
            foreach (int b in Enumerable.Range(0, parts).Where(b => b != a).OrderBy(b => boxes[a].Distance(boxes[b])).ThenBy(b => b).Take(NearestParts))
                pairs.Add((Math.Min(a, b), Math.Max(a, b)));
        }

        // So that they hang together at all: everything with the longest part.
        for (int b = 1; b < parts; b++)
            pairs.Add((0, b));
        return pairs;
    }
}
