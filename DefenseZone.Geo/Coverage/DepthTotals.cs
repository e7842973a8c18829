using System.Collections.Immutable;

namespace DefenseZone.Geo.Coverage;

/// <summary>What one pass over the events tells: how much border there is at each depth, and where the gaps are.</summary>
/// <param name="MetresByDepth">Metres of border covered exactly so many times, from 0 up to the largest depth there is.</param>
/// <param name="Shortfalls">The maximal stretches of too little depth, along the border, within one part each.</param>
/// <param name="Gaps">Those of them that are long enough to count.</param>
internal sealed record DepthTotals(
    ImmutableArray<double> MetresByDepth, ImmutableArray<BorderStretch> Shortfalls, ImmutableArray<BorderStretch> Gaps)
{
    internal static DepthTotals Of(CoverEvents events, double lengthMetres, int requiredDepth, double minimumGapMetres)
    {
        var metres = new List<double> { 0 };
        var shortfalls = ImmutableArray.CreateBuilder<BorderStretch>();
        int tooShort = 0;
        double[] chainages = events.Chainages;
        int[] marks = events.Marks;
        int depth = 0;
        double reached = 0, gapFrom = 0;
        for (int i = 0; i < chainages.Length;)
        {
            double here = chainages[i];
            metres[depth] += here - reached;
            reached = here;
            int before = depth;
            bool partEnds = false;
            for (; i < chainages.Length && chainages[i] == here; i++)
            {
                if (marks[i] == CoverEvents.PartBreak)
                    partEnds = true;
                else
                    depth += CoverEvents.Begins(marks[i]) ? 1 : -1;
            }

            while (metres.Count <= depth)
                metres.Add(0);
            if (before < requiredDepth && (partEnds || depth >= requiredDepth))
                AddShortfall(gapFrom, here);
            if (depth < requiredDepth && (partEnds || before >= requiredDepth))
                gapFrom = here;
        }

        metres[depth] += lengthMetres - reached;
        if (depth < requiredDepth)
            AddShortfall(gapFrom, lengthMetres);
        while (metres.Count > 1 && metres[^1] <= 0)
            metres.RemoveAt(metres.Count - 1);
        ImmutableArray<BorderStretch> all = shortfalls.DrainToImmutable();
        return new DepthTotals([.. metres], all, tooShort == 0 ? all : all.RemoveAll(stretch => stretch.LengthMetres < minimumGapMetres));

        void AddShortfall(double from, double to)
        {
            if (to <= from)
                return;
            shortfalls.Add(new BorderStretch(from, to));
            tooShort += to - from < minimumGapMetres ? 1 : 0;
        }
    }
}
