using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>
/// A network as lines for other programs: the number of nodes; <c>e FROM TO SECONDS</c> for each way along an edge that is
/// passable; <c>s NODE SECONDS</c> for each end of an edge on which a source stands.
/// </summary>
internal static class GraphLines
{
    internal static IEnumerable<string> Of(RoadNetwork network, NetworkSource[] sources)
    {
        yield return $"{network.NodeCount}";
        for (int i = 0; i < network.EdgeCount; i++)
        {
            RoadEdge edge = network.Edge(i);
            if (double.IsFinite(edge.ForwardSeconds))
                yield return $"e {edge.From} {edge.To} {IndependentTool.Text(edge.ForwardSeconds)}";
            if (double.IsFinite(edge.BackwardSeconds))
                yield return $"e {edge.To} {edge.From} {IndependentTool.Text(edge.BackwardSeconds)}";
        }

        foreach (NetworkSource source in sources)
        {
            RoadEdge edge = network.Edge(source.Point.Edge);
            if (double.IsFinite(edge.ForwardSeconds))
                yield return $"s {edge.To} {IndependentTool.Text(source.Seconds + ((1 - source.Point.Fraction) * edge.ForwardSeconds))}";
            if (double.IsFinite(edge.BackwardSeconds))
                yield return $"s {edge.From} {IndependentTool.Text(source.Seconds + (source.Point.Fraction * edge.BackwardSeconds))}";
        }
    }
}
