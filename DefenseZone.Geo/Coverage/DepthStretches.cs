using System.Collections;

namespace DefenseZone.Geo.Coverage;

/// <summary>A maximal stretch of border that the same facilities cover.</summary>
public readonly struct DepthStretch
{
    private readonly ReadOnlyMemory<int> _facilities;

    internal DepthStretch(double fromMetres, double toMetres, ReadOnlyMemory<int> facilities)
    {
        FromMetres = fromMetres;
        ToMetres = toMetres;
        _facilities = facilities;
    }

    /// <summary>Chainage of its start.</summary>
    public double FromMetres { get; }

    /// <summary>Chainage of its end.</summary>
    public double ToMetres { get; }

    /// <summary>Its length in metres.</summary>
    public double LengthMetres => ToMetres - FromMetres;

    /// <summary>How many facilities cover it.</summary>
    public int Depth => _facilities.Length;

    /// <summary>Which facilities cover it, by their rising indices among those considered.</summary>
    public ReadOnlySpan<int> Facilities => _facilities.Span;
}

/// <summary>
/// The whole border cut where the set of covering facilities changes, and where parts meet without touching: in
/// order, without overlap, uncovered stretches included.
/// </summary>
public sealed class DepthStretches : IReadOnlyList<DepthStretch>
{
    private readonly List<double> _ends = [];
    private readonly List<int> _covererEnds = [];
    private int[] _coverers;

    internal DepthStretches(CoverEvents events, double lengthMetres)
    {
        var active = new ActiveSet();
        double reached = 0;
        double[] chainages = events.Chainages;
        int[] marks = events.Marks;
        _coverers = GC.AllocateUninitializedArray<int>(ExpectedCoverers(chainages, marks));
        for (int i = 0; i < chainages.Length;)
        {
            double here = chainages[i];
            Close(reached, here, active);
            reached = here;
            int first = i;

            // Ends before beginnings, so that a facility whose cover ends and begins anew here is not lost.
            for (; i < chainages.Length && chainages[i] == here; i++)
            {
                if (marks[i] != CoverEvents.PartBreak && !CoverEvents.Begins(marks[i]))
                    active.Remove(CoverEvents.Facility(marks[i]));
            }

            for (int j = first; j < i; j++)
            {
                if (marks[j] != CoverEvents.PartBreak && CoverEvents.Begins(marks[j]))
                    active.Add(CoverEvents.Facility(marks[j]));
            }
        }

        Close(reached, lengthMetres, active);
    }

    /// <inheritdoc/>
    public int Count => _ends.Count;

    /// <inheritdoc/>
    public DepthStretch this[int index]
    {
        get
        {
            int first = index == 0 ? 0 : _covererEnds[index - 1];
            return new DepthStretch(
                index == 0 ? 0 : _ends[index - 1],
                _ends[index],
                _coverers.AsMemory(first, _covererEnds[index] - first));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<DepthStretch> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The index of the first stretch that reaches beyond a chainage.</summary>
    internal int IndexAfter(double chainageMetres)
    {
        int found = _ends.BinarySearch(chainageMetres);
        return found >= 0 ? found + 1 : ~found;
    }

    // Room for them at once spares growing by millions. Counted where a place is done with: thousands may begin at one.
    private static int ExpectedCoverers(double[] chainages, int[] marks)
    {
        long sum = 0;
        int depth = 0;
        for (int i = 0; i < marks.Length; i++)
        {
            if (marks[i] != CoverEvents.PartBreak)
                depth += CoverEvents.Begins(marks[i]) ? 1 : -1;
            if (i + 1 == marks.Length || chainages[i + 1] != chainages[i])
                sum += depth;
        }

        return (int)Math.Clamp(sum, 0, Array.MaxLength);
    }

    private void Close(double from, double to, ActiveSet active)
    {
        if (to <= from)
            return;
        _ends.Add(to);
        int first = _covererEnds.Count == 0 ? 0 : _covererEnds[^1], end = first + active.Facilities.Length;
        if (end > _coverers.Length)
            Array.Resize(ref _coverers, end * 2);
        active.Facilities.CopyTo(_coverers.AsSpan(first));
        _covererEnds.Add(end);
    }

    /// <summary>The facilities covering the place of the sweep, in rising order.</summary>
    private sealed class ActiveSet
    {
        private readonly List<int> _facilities = [];

        internal ReadOnlySpan<int> Facilities => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_facilities);

        internal void Add(int facility)
        {
            int at = _facilities.BinarySearch(facility);
            if (at < 0)
                _facilities.Insert(~at, facility);
        }

        internal void Remove(int facility)
        {
            int at = _facilities.BinarySearch(facility);
            if (at >= 0)
                _facilities.RemoveAt(at);
        }
    }
}
