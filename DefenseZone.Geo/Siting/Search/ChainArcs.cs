namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Which columns come before which others in a way that matters: for each column those later ones that begin before it
/// ends, with the runs of atoms that both cover. Between all other pairs nothing is shared.
/// </summary>
internal sealed class ChainArcs
{
    private readonly AtomRange[] _common;
    private readonly int[] _commonStarts;

    internal ChainArcs(CoverProgram program)
    {
        int n = program.Columns;
        Starts = new int[n + 1];
        Behind = new int[n];
        var common = new List<AtomRange>();
        var commonStarts = new List<int> { 0 };
        for (int j = 0; j < n; j++)
        {
            int end = program.EndAtom(j);
            int i = j + 1;
            for (; i < n && program.FirstAtom(i) < end; i++)
            {
                AtomRanges.Intersect(program[j], program[i], common);
                commonStarts.Add(common.Count);
            }

            Behind[j] = i;
            Starts[j + 1] = commonStarts.Count - 1;
        }

        _common = [.. common];
        _commonStarts = [.. commonStarts];
    }

    /// <summary>Where the arcs of each column begin: arc <c>Starts[j] + k</c> leads from j to <c>j + 1 + k</c>.</summary>
    internal int[] Starts { get; }

    /// <summary>The first column that begins where this one has ended; those from there on share nothing with it.</summary>
    internal int[] Behind { get; }

    internal int Count => _commonStarts.Length - 1;

    /// <summary>What the atoms weigh that both ends of each arc cover.</summary>
    internal void Weigh(double[] sums, double[] weights)
    {
        int at = 0;
        for (int arc = 0; arc < weights.Length; arc++)
        {
            double weight = 0;
            for (int end = _commonStarts[arc + 1]; at < end; at++)
                weight += sums[_common[at].To] - sums[_common[at].From];
            weights[arc] = weight;
        }
    }

    /// <summary>The runs that both ends of an arc cover.</summary>
    internal ReadOnlySpan<AtomRange> Common(int arc) => _common.AsSpan(_commonStarts[arc], _commonStarts[arc + 1] - _commonStarts[arc]);
}
