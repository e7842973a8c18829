namespace DefenseZone.Geo.Roads;

/// <summary>Numbers that turn out to mean one node: a forest in which the root stands for all (union–find with path halving).</summary>
internal sealed class NodeUnion
{
    private int[] _parents;

    internal NodeUnion(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
            _parents[i] = i;
    }

    internal int Count => _parents.Length;

    internal int Root(int node)
    {
        while (_parents[node] != node)
            node = _parents[node] = _parents[_parents[node]];
        return node;
    }

    /// <summary>The second, or whatever stands for it, stands for the first from now on.</summary>
    internal void Join(int node, int into) => _parents[Root(node)] = Root(into);

    /// <summary>Adds numbers that stand for themselves.</summary>
    internal void Grow(int count)
    {
        int before = _parents.Length;
        Array.Resize(ref _parents, before + count);
        for (int i = before; i < _parents.Length; i++)
            _parents[i] = i;
    }
}
