using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// How well the border is covered. The totals and the gaps' stretches are there at once; what needs more work
/// (details of gaps, who covers what, tables by segment, zone and facility) is worked out when it is first asked for,
/// and kept.
/// </summary>
/// <remarks>Immutable to its users, and safe to share between threads.</remarks>
public sealed class CoverageReport
{
    private readonly CoverEvents _events;
    private readonly DepthTotals _totals;
    private readonly Lazy<DepthStretches> _stretches;
    private readonly Lazy<ImmutableArray<BorderGap>> _gaps;
    private readonly Lazy<ImmutableArray<FacilityCover>> _facilities;
    private readonly Lazy<ImmutableArray<SegmentCover>> _segments;
    private readonly Lazy<ZoneTables> _zones;
    private readonly Lazy<ImmutableArray<string>> _notes;

    internal CoverageReport(CoverageProblem problem, BorderLine border, ImmutableArray<Facility> facilities, CoverEvents events)
    {
        Problem = problem;
        Border = border;
        ConsideredFacilities = facilities;
        _events = events;
        _totals = DepthTotals.Of(events, border.LengthMetres, problem.RequiredDepth, problem.EffectiveMinimumGapMetres);
        _stretches = new(() => new DepthStretches(_events, BorderMetres));
        _gaps = new(() => BorderGap.Describe(this));
        _facilities = new(() => FacilityCover.Tabulate(this));
        _segments = new(() => SegmentCover.Tabulate(this));
        _zones = new(() => ZoneTables.Of(this));
        _notes = new(() => problem.Model.NotesOn(problem.Plan, facilities));
        CoveredMetres = MetresAtLeast(problem.RequiredDepth);
    }

    /// <summary>The question that this answers.</summary>
    public CoverageProblem Problem { get; }

    /// <summary>The border that it is about.</summary>
    public BorderLine Border { get; }

    /// <summary>The facilities that took part; stretches name them by their index here.</summary>
    public ImmutableArray<Facility> ConsideredFacilities { get; }

    /// <summary>The length of the border, in metres.</summary>
    public double BorderMetres => Border.LengthMetres;

    /// <summary>Metres of border covered at least <see cref="CoverageProblem.RequiredDepth"/> times.</summary>
    public double CoveredMetres { get; }

    /// <summary>The covered share of the border, 0 to 1; 0 where there is no border.</summary>
    public double CoverageRatio => BorderMetres > 0 ? CoveredMetres / BorderMetres : 0;

    /// <summary>How many gaps there are.</summary>
    public int GapCount => GapStretches.Length;

    /// <summary>The length of the longest gap, in metres; 0 where there is none.</summary>
    public double LongestGapMetres
    {
        get
        {
            double longest = 0;
            foreach (BorderStretch gap in GapStretches)
                longest = Math.Max(longest, gap.LengthMetres);
            return longest;
        }
    }

    /// <summary>The largest number of facilities that cover one place.</summary>
    public int MaximumDepth => MetresByDepth.Length - 1;

    /// <summary>The length-weighted mean depth over the whole border.</summary>
    public double MeanDepth
    {
        get
        {
            double sum = 0;
            for (int depth = 1; depth < MetresByDepth.Length; depth++)
                sum += depth * MetresByDepth[depth];
            return BorderMetres > 0 ? sum / BorderMetres : 0;
        }
    }

    /// <summary>Metres of border covered exactly so many times, from 0 up to <see cref="MaximumDepth"/>.</summary>
    public ImmutableArray<double> MetresByDepth => _totals.MetresByDepth;

    /// <summary>
    /// The gaps as bare stretches, along the border: maximal stretches of a depth below the required one, no shorter
    /// than the shortest gap, none reaching over a place where two parts of the border do not touch.
    /// </summary>
    public ImmutableArray<BorderStretch> GapStretches => _totals.Gaps;

    /// <summary>The gaps with where they are, who is nearest, and in which zone; along the border.</summary>
    public ImmutableArray<BorderGap> Gaps => _gaps.Value;

    /// <summary>The border cut where the covering facilities change.</summary>
    public DepthStretches Stretches => _stretches.Value;

    /// <summary>What each facility that took part covers, in the order of <see cref="ConsideredFacilities"/>.</summary>
    public ImmutableArray<FacilityCover> Facilities => _facilities.Value;

    /// <summary>Cover by border segment, along the border.</summary>
    public ImmutableArray<SegmentCover> Segments => _segments.Value;

    /// <summary>Cover by zone, in the plan's order.</summary>
    public ImmutableArray<ZoneCover> Zones => _zones.Value.Zones;

    /// <summary>For each level that has zones, the border that belongs to none of them.</summary>
    public ImmutableArray<UnzonedBorder> Unzoned => _zones.Value.Unzoned;

    /// <summary>What to know about this answer beyond its figures, such as facilities about which the model can say nothing.</summary>
    public ImmutableArray<string> Notes => _notes.Value;

    /// <summary>Metres of border covered at least so many times.</summary>
    public double MetresAtLeast(int depth)
    {
        double sum = 0;
        for (int i = Math.Max(0, depth); i < MetresByDepth.Length; i++)
            sum += MetresByDepth[i];
        return sum;
    }

    /// <summary>Metres of border covered exactly so many times.</summary>
    public double MetresAtDepth(int depth) => depth >= 0 && depth < MetresByDepth.Length ? MetresByDepth[depth] : 0;

    /// <summary>Metres of a stretch that are covered as often as required.</summary>
    internal double CoveredMetresWithin(BorderStretch stretch)
    {
        double covered = stretch.LengthMetres;
        (int first, int end) = Within(_totals.Shortfalls, stretch);
        for (int i = first; i < end; i++)
        {
            BorderStretch shortfall = _totals.Shortfalls[i];
            covered -= Math.Min(shortfall.ToMetres, stretch.ToMetres) - Math.Max(shortfall.FromMetres, stretch.FromMetres);
        }

        return Math.Max(0, covered);
    }

    /// <summary>The indices of the gaps that reach into a stretch, from and up to.</summary>
    internal (int First, int End) GapsWithin(BorderStretch stretch) => Within(GapStretches, stretch);

    private static (int First, int End) Within(ImmutableArray<BorderStretch> sorted, BorderStretch stretch)
    {
        int first = 0, end = sorted.Length;
        while (first < end)
        {
            int middle = (first + end) >>> 1;
            if (sorted[middle].ToMetres <= stretch.FromMetres)
                first = middle + 1;
            else
                end = middle;
        }

        end = first;
        while (end < sorted.Length && sorted[end].FromMetres < stretch.ToMetres)
            end++;
        return (first, end);
    }
}
