namespace DefenseZone.Geo.Roads;

/// <summary>Where travel begins, and when.</summary>
/// <param name="Point">The place on the network.</param>
/// <param name="Seconds">The time already spent when one is there, such as that of the walk to the road.</param>
public readonly record struct NetworkSource(NetworkPoint Point, double Seconds);

/// <summary>The shortest time to every node of a network, and from which source.</summary>
public sealed class NetworkTimes
{
    private readonly double[] _seconds;
    private readonly int[] _sources;
    private readonly NetworkSource[] _begin;

    internal NetworkTimes(RoadNetwork network, double[] seconds, int[] sources, NetworkSource[] begin)
    {
        Network = network;
        _seconds = seconds;
        _sources = sources;
        _begin = begin;
    }

    /// <summary>The network.</summary>
    public RoadNetwork Network { get; }

    /// <summary>The seconds to each node; infinite where it is not reached.</summary>
    public ReadOnlySpan<double> Seconds => _seconds;

    /// <summary>The index of the source that is first at each node; −1 where none reaches it.</summary>
    public ReadOnlySpan<int> Sources => _sources;

    /// <summary>Where travel begins.</summary>
    public ReadOnlySpan<NetworkSource> Begin => _begin;

    internal double[] SecondsArray => _seconds;

    internal int[] SourcesArray => _sources;

    internal NetworkSource[] BeginArray => _begin;

    /// <summary>The shortest time to a place on the network, the walk from there not counted, and the source that is first there (−1 where none reaches it).</summary>
    public (double Seconds, int Source) At(NetworkPoint point)
    {
        RoadEdge edge = Network.Edge(point.Edge);
        (double Seconds, int Source) best = (double.PositiveInfinity, -1);
        void Take(double seconds, int source)
        {
            if (seconds < best.Seconds)
                best = (seconds, source);
        }

        Take(_seconds[edge.From] + Share(point.Fraction, edge.ForwardSeconds), _sources[edge.From]);
        Take(_seconds[edge.To] + Share(1 - point.Fraction, edge.BackwardSeconds), _sources[edge.To]);
        for (int i = 0; i < _begin.Length; i++)
        {
            if (_begin[i].Point.Edge != point.Edge)
                continue;
            double ahead = point.Fraction - _begin[i].Point.Fraction;
            Take(_begin[i].Seconds + (ahead >= 0 ? Share(ahead, edge.ForwardSeconds) : Share(-ahead, edge.BackwardSeconds)), i);
        }

        return best;
    }

    /// <summary>A share of a time; no share of an infinite time is nothing.</summary>
    internal static double Share(double share, double seconds) => share <= 0 ? 0 : share * seconds;
}
