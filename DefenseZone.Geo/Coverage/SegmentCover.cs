using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>How well one border segment is covered.</summary>
public sealed record SegmentCover
{
    /// <summary>The segment.</summary>
    public required BorderSegment Segment { get; init; }

    /// <summary>Chainage of its start; of its first line's start where it has several.</summary>
    public required double FromMetres { get; init; }

    /// <summary>Chainage of its end; of its last line's end where it has several.</summary>
    public required double ToMetres { get; init; }

    /// <summary>Its length in metres.</summary>
    public required double BorderMetres { get; init; }

    /// <summary>Metres of it that are covered as often as required.</summary>
    public required double CoveredMetres { get; init; }

    /// <summary>The covered share, 0 to 1.</summary>
    public required double CoverageRatio { get; init; }

    /// <summary>How many gaps reach into it.</summary>
    public required int GapCount { get; init; }

    /// <summary>The longest gap within it, in metres; of a gap that reaches beyond, the part within.</summary>
    public required double LongestGapMetres { get; init; }

    internal static ImmutableArray<SegmentCover> Tabulate(CoverageReport report)
    {
        var table = ImmutableArray.CreateBuilder<SegmentCover>();
        var tallies = new Dictionary<BorderSegment, StretchTally>(ReferenceEqualityComparer.Instance);
        var segments = new List<BorderSegment>();
        foreach (SegmentStretch stretch in report.Border.Segments)
        {
            if (!tallies.TryGetValue(stretch.Segment, out StretchTally? tally))
            {
                tallies.Add(stretch.Segment, tally = new StretchTally(report));
                segments.Add(stretch.Segment);
            }

            tally.Add(new BorderStretch(stretch.FromMetres, stretch.ToMetres));
        }

        foreach (BorderSegment segment in segments)
        {
            StretchTally tally = tallies[segment];
            table.Add(new SegmentCover
            {
                Segment = segment,
                FromMetres = tally.Stretches[0].FromMetres,
                ToMetres = tally.Stretches[^1].ToMetres,
                BorderMetres = tally.BorderMetres,
                CoveredMetres = tally.CoveredMetres,
                CoverageRatio = tally.CoverageRatio,
                GapCount = tally.GapCount,
                LongestGapMetres = tally.LongestGapMetres,
            });
        }

        return table.DrainToImmutable();
    }
}
