namespace DefenseZone.Geo.Coverage;

/// <summary>Adds up the cover of stretches of border that belong to one segment or zone.</summary>
internal sealed class StretchTally(CoverageReport report)
{
    private readonly HashSet<int> _gaps = [];

    internal double BorderMetres { get; private set; }

    internal double CoveredMetres { get; private set; }

    internal double LongestGapMetres { get; private set; }

    internal int GapCount => _gaps.Count;

    internal double CoverageRatio => BorderMetres > 0 ? CoveredMetres / BorderMetres : 0;

    internal List<BorderStretch> Stretches { get; } = [];

    /// <summary>Adds a stretch; of gaps that reach beyond it only the part within counts for the longest.</summary>
    internal void Add(BorderStretch stretch)
    {
        Stretches.Add(stretch);
        BorderMetres += stretch.LengthMetres;
        CoveredMetres += report.CoveredMetresWithin(stretch);
        (int first, int end) = report.GapsWithin(stretch);
        for (int gap = first; gap < end; gap++)
        {
            BorderStretch whole = report.GapStretches[gap];
            _gaps.Add(gap);
            LongestGapMetres = Math.Max(
                LongestGapMetres,
                Math.Min(whole.ToMetres, stretch.ToMetres) - Math.Max(whole.FromMetres, stretch.FromMetres));
        }
    }
}
