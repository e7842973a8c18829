namespace DefenseZone.Geo.Siting.Search;

/// <summary>A run of atoms, half open: from <paramref name="From"/> up to but without <paramref name="To"/>.</summary>
internal readonly record struct AtomRange(int From, int To);

/// <summary>Arithmetic on ordered lists of runs of which no two touch.</summary>
internal static class AtomRanges
{
    /// <summary>What all atoms of a list weigh, by running sums.</summary>
    internal static double Weight(ReadOnlySpan<AtomRange> ranges, double[] sums)
    {
        double weight = 0;
        foreach (AtomRange range in ranges)
            weight += sums[range.To] - sums[range.From];
        return weight;
    }

    /// <summary>What the atoms that are in both lists weigh.</summary>
    internal static double CommonWeight(ReadOnlySpan<AtomRange> a, ReadOnlySpan<AtomRange> b, double[] sums)
    {
        double weight = 0;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int from = Math.Max(a[i].From, b[j].From), to = Math.Min(a[i].To, b[j].To);
            if (to > from)
                weight += sums[to] - sums[from];
            if (a[i].To < b[j].To)
                i++;
            else
                j++;
        }

        return weight;
    }

    /// <summary>True where every atom of the inner list is in the outer one.</summary>
    internal static bool Contains(ReadOnlySpan<AtomRange> outer, ReadOnlySpan<AtomRange> inner)
    {
        int j = 0;
        foreach (AtomRange range in inner)
        {
            while (j < outer.Length && outer[j].To < range.To)
                j++;
            if (j == outer.Length || outer[j].From > range.From)
                return false;
        }

        return true;
    }

    /// <summary>Appends the atoms that are in both lists.</summary>
    internal static void Intersect(ReadOnlySpan<AtomRange> a, ReadOnlySpan<AtomRange> b, List<AtomRange> common)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int from = Math.Max(a[i].From, b[j].From), to = Math.Min(a[i].To, b[j].To);
            if (to > from)
                common.Add(new AtomRange(from, to));
            if (a[i].To < b[j].To)
                i++;
            else
                j++;
        }
    }

    /// <summary>The atoms from a place on that are in either list; what lies before is cut off.</summary>
    internal static AtomRange[] Union(ReadOnlySpan<AtomRange> a, ReadOnlySpan<AtomRange> b, int from)
    {
        Span<AtomRange> united = a.Length + b.Length <= 64 ? stackalloc AtomRange[a.Length + b.Length] : new AtomRange[a.Length + b.Length];
        int count = 0, i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            AtomRange next = j == b.Length || (i < a.Length && a[i].From <= b[j].From) ? a[i++] : b[j++];
            if (next.To <= from)
                continue;
            if (next.From < from)
                next = new AtomRange(from, next.To);
            if (count > 0 && next.From <= united[count - 1].To)
                united[count - 1] = new AtomRange(united[count - 1].From, Math.Max(united[count - 1].To, next.To));
            else
                united[count++] = next;
        }

        return united[..count].ToArray();
    }

    /// <summary>Appends the atoms of the first list that are not in the second.</summary>
    internal static void Except(ReadOnlySpan<AtomRange> a, ReadOnlySpan<AtomRange> b, List<AtomRange> left)
    {
        int j = 0;
        foreach (AtomRange range in a)
        {
            int from = range.From;
            while (j < b.Length && b[j].To <= from)
                j++;
            int k = j;
            for (; k < b.Length && b[k].From < range.To; k++)
            {
                if (b[k].From > from)
                    left.Add(new AtomRange(from, b[k].From));
                from = Math.Max(from, b[k].To);
            }

            if (from < range.To)
                left.Add(new AtomRange(from, range.To));
        }
    }
}
