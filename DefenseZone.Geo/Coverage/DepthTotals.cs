using System.Collections.Immutable;

namespace DefenseZone.Geo.Coverage;

/// <summary>What one pass over the events tells: how much border there is at each depth, and where the gaps are.</summary>
/// <param name="MetresByDepth">Metres of border covered exactly so many times, from 0 up to the largest depth there is.</param>
/// <param name="Gaps">The maximal stretches of too little depth, along the border, within one part each.</param>
internal sealed record DepthTotals(ImmutableArray<double> MetresByDepth, ImmutableArray<BorderStretch> Gaps)
{
    internal static DepthTotals Of(CoverEvents events, double lengthMetres, int requiredDepth, double minimumGapMetres)
    {
        var metres = new List<double> { 0 };
        var gaps = ImmutableArray.CreateBuilder<BorderStretch>();
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
                AddGap(gapFrom, here);
            if (depth < requiredDepth && (partEnds || before >= requiredDepth))
                gapFrom = here;
        }

        metres[depth] += lengthMetres - reached;
        if (depth < requiredDepth)
            AddGap(gapFrom, lengthMetres);
        while (metres.Count > 1 && metres[^1] <= 0)
            metres.RemoveAt(metres.Count - 1);
        return new DepthTotals([.. metres], gaps.DrainToImmutable());

        void AddGap(double from, double to)
        {
            if (to > from && to - from >= minimumGapMetres)
                gaps.Add(new BorderStretch(from, to));
        }
    }
}
