namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Where cover begins and ends along the border, sorted by chainage. A mark is twice the facility's index where its
/// cover ends, and one more where it begins; where two parts of the border meet without touching stands
/// <see cref="PartBreak"/>.
/// </summary>
/// <remarks>Immutable: replacing one facility's stretches is a linear merge into new arrays.</remarks>
internal sealed class CoverEvents
{
    internal const int PartBreak = -1;

    private CoverEvents(double[] chainages, int[] marks)
    {
        Chainages = chainages;
        Marks = marks;
    }

    internal double[] Chainages { get; }

    internal int[] Marks { get; }

    internal int Count => Chainages.Length;

    internal static CoverEvents Of(ReadOnlySpan<CoverStretch> stretches, BorderLine border)
    {
        int breaks = Math.Max(0, border.Parts.Length - 1);
        var chainages = new double[(stretches.Length * 2) + breaks];
        var marks = new int[chainages.Length];
        int at = 0;
        foreach (CoverStretch stretch in stretches)
        {
            (chainages[at], marks[at++]) = (stretch.FromMetres, (stretch.Facility * 2) + 1);
            (chainages[at], marks[at++]) = (stretch.ToMetres, stretch.Facility * 2);
        }

        for (int part = 1; part <= breaks; part++)
            (chainages[at], marks[at++]) = (border.Parts[part].FromMetres, PartBreak);
        (chainages, marks) = PlaceSort.Sorted(chainages, marks, border.LengthMetres);
        return new CoverEvents(chainages, marks);
    }

    internal static bool Begins(int mark) => (mark & 1) == 1;

    internal static int Facility(int mark) => mark >> 1;

    /// <summary>The events without those of one facility; the facilities behind it move up by one.</summary>
    internal CoverEvents Without(int facility) => Merged(facility, [], removed: 1);

    /// <summary>The events with those of a new facility at an index; the facilities from there on move down by one.</summary>
    internal CoverEvents WithNew(int facility, ReadOnlySpan<BorderStretch> stretches) => Merged(facility, stretches, removed: -1);

    /// <summary>The events with those of one facility replaced.</summary>
    internal CoverEvents WithReplaced(int facility, ReadOnlySpan<BorderStretch> stretches) => Merged(facility, stretches, removed: 0);

    private CoverEvents Merged(int facility, ReadOnlySpan<BorderStretch> stretches, int removed)
    {
        int kept = Count;
        if (removed >= 0)
        {
            foreach (int mark in Marks)
                kept -= mark != PartBreak && Facility(mark) == facility ? 1 : 0;
        }

        var chainages = new double[kept + (stretches.Length * 2)];
        var marks = new int[chainages.Length];
        int at = 0, added = 0;
        for (int i = 0; i < Count; i++)
        {
            int mark = Marks[i];
            if (mark != PartBreak)
            {
                int whose = Facility(mark);
                if (removed >= 0 && whose == facility)
                    continue;
                if (removed < 0 ? whose >= facility : whose > facility)
                    mark -= 2 * removed;
            }

            for (; added < stretches.Length * 2 && NewAt(stretches, added) <= Chainages[i]; added++)
                (chainages[at], marks[at++]) = (NewAt(stretches, added), NewMark(facility, added));
            (chainages[at], marks[at++]) = (Chainages[i], mark);
        }

        for (; added < stretches.Length * 2; added++)
            (chainages[at], marks[at++]) = (NewAt(stretches, added), NewMark(facility, added));
        return new CoverEvents(chainages, marks);
    }

    private static double NewAt(ReadOnlySpan<BorderStretch> stretches, int i) =>
        (i & 1) == 0 ? stretches[i >> 1].FromMetres : stretches[i >> 1].ToMetres;

    private static int NewMark(int facility, int i) => (facility * 2) + ((i & 1) == 0 ? 1 : 0);
}
