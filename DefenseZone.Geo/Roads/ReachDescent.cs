using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The stretches of a border that accesses reach within a time. A run of the border that is wholly reached from the end of one
/// road, or too far from all of them, is settled at once; only where the time runs out are single edges looked at.
/// </summary>
internal sealed class ReachDescent
{
    private const int EdgesOfALeaf = 8;

    private readonly BorderVertices _border;
    private readonly AccessSet _accesses;
    private readonly double _limitSeconds;
    private readonly List<BorderStretch> _reached = [];
    private readonly List<AccessCone> _cones = [];
    private readonly List<(double From, double To)> _onEdge = [];

    private ReachDescent(BorderLine border, AccessSet accesses, double limitSeconds)
    {
        _border = border.Vertices;
        _accesses = accesses;
        _limitSeconds = limitSeconds;
    }

    /// <summary>The stretches: in order, no two touching.</summary>
    internal static List<BorderStretch> Of(BorderLine border, AccessSet accesses, double limitSeconds)
    {
        var descent = new ReachDescent(border, accesses, limitSeconds);
        int[] all = [.. Enumerable.Range(0, accesses.Count)];
        int[] parts = descent._border.PartStarts;
        for (int part = 0; part + 1 < parts.Length; part++)
        {
            if (parts[part + 1] - parts[part] > 1)
                descent.Descend(parts[part], parts[part + 1] - 1, all);
        }

        return descent._reached;
    }

    private void Descend(int first, int end, ReadOnlySpan<int> accesses)
    {
        int middle = (first + end) >>> 1;
        Ecef centre = _border.Place(middle);
        double[] chainages = _border.Chainages;
        double walk = _accesses.WalkSecondsPerMetre;
        double slack = walk * Math.Max(chainages[end] - chainages[middle], chainages[middle] - chainages[first]);
        var kept = new int[accesses.Length];
        int count = 0;
        foreach (int access in accesses)
        {
            (double metres, double radius) = _accesses.Ball(access, centre);
            if (_accesses.Seconds[access] + (walk * Math.Max(0, metres - radius)) - slack > _limitSeconds)
                continue;
            if (_accesses.Seconds[access] + slack <= _limitSeconds && _accesses.SomeSecondsTo(access, centre) + slack <= _limitSeconds)
            {
                Add(chainages[first], chainages[end]);
                return;
            }

            kept[count++] = access;
        }

        if (count == 0)
            return;
        if (end - first > EdgesOfALeaf)
        {
            Descend(first, middle, kept.AsSpan(0, count));
            Descend(middle, end, kept.AsSpan(0, count));
            return;
        }

        _cones.Clear();
        foreach (int access in kept.AsSpan(0, count))
            _accesses.Expand(access, _cones);
        for (int edge = first; edge < end; edge++)
        {
            if (chainages[edge + 1] > chainages[edge])
                Edge(edge);
        }
    }

    private void Edge(int edge)
    {
        Ecef p = _border.Place(edge), q = _border.Place(edge + 1);
        double from = _border.Chainages[edge], to = _border.Chainages[edge + 1];
        _onEdge.Clear();
        foreach (AccessCone access in _cones)
        {
            if (access.Cone.StartSeconds > _limitSeconds)
                continue;
            (double enter, double leave) = access.Cone.Within(p, q, _limitSeconds);
            if (enter <= 0 && leave >= 1)
            {
                Add(from, to);
                return;
            }

            if (enter < leave)
                _onEdge.Add((enter, leave));
        }

        _onEdge.Sort(static (left, right) => left.From.CompareTo(right.From));
        foreach ((double enter, double leave) in _onEdge)
            Add(enter <= 0 ? from : from + (enter * (to - from)), leave >= 1 ? to : from + (leave * (to - from)));
    }

    private void Add(double from, double to)
    {
        if (_reached.Count > 0 && from <= _reached[^1].ToMetres)
            _reached[^1] = _reached[^1] with { ToMetres = Math.Max(to, _reached[^1].ToMetres) };
        else
            _reached.Add(new BorderStretch(from, to));
    }
}
