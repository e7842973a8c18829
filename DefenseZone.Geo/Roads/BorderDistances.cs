using System.Runtime.CompilerServices;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// For each edge of a graph a distance from which on it may matter to a border: no point of the edge is nearer to the border.
/// Measured once for a graph and a border, whatever is closed.
/// </summary>
internal static class BorderDistances
{
    private const int EdgesWorthAThread = 512;

    private static readonly ConditionalWeakTable<RoadGraph, ConditionalWeakTable<BorderLine, double[]>> Cache = [];

    internal static double[] Of(RoadGraph graph, BorderLine border) =>
        Cache.GetValue(graph, static _ => []).GetValue(border, line => Measure(graph, line));

    private static double[] Measure(RoadGraph graph, BorderLine border)
    {
        var metres = new double[graph.EdgeCount];
        var whole = new BorderStretch(0, border.LengthMetres);
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 4, metres.Length / EdgesWorthAThread));
        Parallel.For(0, blocks, block =>
        {
            int end = (int)((long)metres.Length * (block + 1) / blocks);
            for (int edge = (int)((long)metres.Length * block / blocks); edge < end; edge++)
            {
                // Every point of the edge is within half its length of its middle.
                var middle = Ecef.Of(graph.PointAt(edge, 0.5));
                metres[edge] = Math.Max(0, border.NearestChord(middle, whole).ChordMetres - (graph.Lengths[edge] / 2));
            }
        });
        return metres;
    }
}
