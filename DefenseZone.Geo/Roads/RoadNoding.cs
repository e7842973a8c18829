using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>From drawn roads to a graph: lines, their ends, their crossings, and the report of what was done on the way.</summary>
internal static class RoadNoding
{
    private const double CellsPerVertex = 4;

    internal static (RoadGraph Graph, RoadNetworkReport Report) Of(
        ImmutableArray<PatrolRoad> roads, int omitted, RoadNetworkOptions options, CancellationToken cancellationToken)
    {
        var problems = new List<RoadProblem>();
        bool IsAsGood(int road, int other) =>
            !roads[road].OneWay && RoadSpeeds.LevelKmh(roads[road], options.Season) >= RoadSpeeds.LevelKmh(roads[other], options.Season);
        var byId = Task.Run(() => RoadEdges.ById(roads), CancellationToken.None);
        RoadLines lines = RoadLines.Of(roads, problems);
        var grid = new SegmentGrid(lines.X, lines.Y, lines.Starts, CellsPerVertex);
        cancellationToken.ThrowIfCancellationRequested();
        RoadEnds ends = RoadEnds.Of(lines, grid, IsAsGood, options.SnapMetres, options.NearMissMetres, cancellationToken);
        (List<RoadCrossing> atGrade, List<RoadCrossing> between) = RoadCrossings.Of(lines, grid, cancellationToken);
        NetworkDraft draft = NetworkDraft.Of(lines, ends, atGrade, roads, options.SnapMetres, problems);
        cancellationToken.ThrowIfCancellationRequested();
        var graph = RoadGraph.Of(draft, lines, roads, byId.GetAwaiter().GetResult());
        var telling = new Telling(lines, ends, draft, roads);
        (ImmutableArray<DanglingEnd> dangling, ImmutableArray<NearMiss> nearMisses) = telling.Dangling(options);
        return (graph, new RoadNetworkReport
        {
            RoadCount = roads.Length,
            OmittedRoadCount = omitted,
            Snapped = telling.Snapped(),
            Splits = [.. draft.Splits],
            Dangling = dangling,
            GradeSeparations = telling.Separations(between),
            NearMisses = nearMisses,
            Problems = [.. problems],
        });
    }

    private sealed class Telling(RoadLines lines, RoadEnds ends, NetworkDraft draft, ImmutableArray<PatrolRoad> roads)
    {
        private FeatureId Road(int line) => roads[lines.Roads[line]].Id;

        private IEnumerable<(int Line, bool AtEnd, int Vertex, int Place)> Ends()
        {
            for (int line = 0; line < lines.Count; line++)
            {
                yield return (line, false, lines.Starts[line], ends.First[line]);
                yield return (line, true, lines.Starts[line + 1] - 1, ends.Last[line]);
            }
        }

        internal ImmutableArray<SnappedEnd> Snapped()
        {
            var snapped = ImmutableArray.CreateBuilder<SnappedEnd>();
            foreach (EndLink link in ends.Links)
            {
                int s = link.Gap.Segment;
                GeoPoint from = lines.Point(ends.Vertices[link.Gap.Place]);
                GeoPoint to = RoadLines.Point(
                    lines.X[s] + (link.Gap.T * (lines.X[s + 1] - lines.X[s])), lines.Y[s] + (link.Gap.T * (lines.Y[s + 1] - lines.Y[s])));
                snapped.Add(new SnappedEnd(Road(link.Line), link.AtEnd, from, to, Road(lines.LineOf[s]), Ecef.Of(from).DistanceMetresTo(Ecef.Of(to))));
            }

            return snapped.DrainToImmutable();
        }

        internal (ImmutableArray<DanglingEnd> Dangling, ImmutableArray<NearMiss> NearMisses) Dangling(RoadNetworkOptions options)
        {
            var degrees = new int[draft.NodeCount];
            for (int edge = 0; edge < draft.EdgeCount; edge++)
            {
                degrees[draft.From[edge]]++;
                degrees[draft.To[edge]]++;
            }

            // One drawn a little beyond the line that it crosses does not dangle.
            HashSet<(int, bool)> linked = [.. ends.Links.Select(link => (link.Line, link.AtEnd))];
            var dangling = ImmutableArray.CreateBuilder<DanglingEnd>();
            var misses = ImmutableArray.CreateBuilder<NearMiss>();
            foreach ((int line, bool atEnd, int vertex, int place) in Ends())
            {
                int node = draft.NumberOf(place);
                if (node < 0 || degrees[node] != 1 || linked.Contains((line, atEnd)))
                    continue;
                GeoPoint point = lines.Point(vertex);
                dangling.Add(new DanglingEnd(Road(line), atEnd, point));
                if (Miss(line, ends.Neighbours[place]) is { } near && near.Metres <= options.NearMissMetres)
                    misses.Add(new NearMiss(Road(line), atEnd, point, Road(near.Line), near.Place, Geodesic.Inverse(point, near.Place).DistanceMetres));
            }

            return (dangling.DrainToImmutable(), misses.DrainToImmutable());
        }

        // A spur is not a near-miss of the road that it leaves: what is missed is near, measured by the way back along the spur.
        private (int Line, GeoPoint Place, double Metres)? Miss(int line, EndNeighbour near)
        {
            double metres = Math.Min(near.PlaceMetres, near.SegmentMetres);
            if (double.IsInfinity(metres))
                return null;
            double length = 0;
            for (int i = lines.Starts[line]; i < lines.Starts[line + 1] - 1; i++)
                length += new LocalPlane(lines.X[i], lines.Y[i]).MetresTo(lines.X[i + 1], lines.Y[i + 1]);
            if (length < 4 * metres)
                return null;
            if (near.PlaceMetres <= near.SegmentMetres)
                return (lines.LineOf[ends.Vertices[near.Place]], RoadLines.Point(ends.X[near.Place], ends.Y[near.Place]), metres);
            int s = near.Segment;
            return (lines.LineOf[s], RoadLines.Point(
                lines.X[s] + (near.T * (lines.X[s + 1] - lines.X[s])), lines.Y[s] + (near.T * (lines.Y[s + 1] - lines.Y[s]))), metres);
        }

        internal ImmutableArray<GradeSeparation> Separations(List<RoadCrossing> between)
        {
            var separations = new HashSet<GradeSeparation>();
            foreach (RoadCrossing crossing in between)
                separations.Add(new GradeSeparation(Road(lines.LineOf[crossing.Segment]), Road(lines.LineOf[crossing.Other]), RoadLines.Point(crossing.X, crossing.Y)));
            return [.. separations];
        }
    }
}
