using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A ball around each edge of a graph, in geocentric coordinates.</summary>
internal sealed class EdgeBalls
{
    private const int EdgesWorthAThread = 8192;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;

    internal EdgeBalls(RoadGraph graph)
    {
        int edges = graph.EdgeCount;
        _x = new double[edges];
        _y = new double[edges];
        _z = new double[edges];
        Radii = new double[edges];
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 2, edges / EdgesWorthAThread));
        Parallel.For(0, blocks, block =>
        {
            int end = (int)((long)edges * (block + 1) / blocks);
            for (int edge = (int)((long)edges * block / blocks); edge < end; edge++)
            {
                int first = graph.ShapeStarts[edge], last = graph.ShapeStarts[edge + 1] - 1;
                Ecef a = graph.Vertex(first), b = graph.Vertex(last);
                var centre = new Ecef((a.X + b.X) / 2, (a.Y + b.Y) / 2, (a.Z + b.Z) / 2);
                (_x[edge], _y[edge], _z[edge]) = centre;
                double radius = 0;
                for (int i = first; i <= last; i++)
                    radius = Math.Max(radius, centre.DistanceMetresTo(graph.Vertex(i)));
                Radii[edge] = radius;
            }
        });
    }

    internal double[] Radii { get; }

    internal double MetresTo(int edge, Ecef place) => place.DistanceMetresTo(Centre(edge));

    internal Ecef Centre(int edge) => new(_x[edge], _y[edge], _z[edge]);
}
