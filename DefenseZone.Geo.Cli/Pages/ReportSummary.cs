using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>What the pages of all verbs begin with.</summary>
internal static class ReportSummary
{
    /// <summary>The plan's name, and what is said about it.</summary>
    public static string Title(CoverageReport report, string subject)
    {
        string name = report.Problem.Plan.Name;
        return name.Length > 0 ? $"{name}: {subject}" : char.ToUpperInvariant(subject[0]) + subject[1..];
    }

    /// <summary>The four figures of the map, and the depth.</summary>
    public static ImmutableArray<Figure> Figures(CoverageReport report)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        figures.Add(new Figure("Border", Output.Figures.Length(report.BorderMetres)));
        figures.Add(new Figure(
            "Covered", $"{Output.Figures.Length(report.CoveredMetres)} ({Output.Figures.Share(report.CoverageRatio)})", report.GapCount == 0 ? Tone.Good : Tone.Plain));
        figures.Add(new Figure("Gaps", Output.Figures.Count(report.GapCount), report.GapCount > 0 ? Tone.Gap : Tone.Good));
        if (report.GapCount > 0)
            figures.Add(new Figure("Longest gap", Output.Figures.Length(report.LongestGapMetres), Tone.Gap));
        figures.Add(new Figure("Mean depth", Output.Figures.Mean(report.MeanDepth)));
        figures.Add(new Figure("Largest depth", Output.Figures.Count(report.MaximumDepth)));
        return figures.ToImmutable();
    }

    /// <summary>The border as a strip.</summary>
    public static BorderStrip Strip(CoverageReport report)
    {
        var stretches = ImmutableArray.CreateBuilder<StripStretch>(report.Stretches.Count);
        foreach (DepthStretch stretch in report.Stretches)
            stretches.Add(new StripStretch(stretch.FromMetres, stretch.ToMetres, stretch.Depth));
        var gaps = ImmutableArray.CreateBuilder<StripStretch>(report.GapCount);
        foreach (BorderStretch gap in report.GapStretches)
            gaps.Add(new StripStretch(gap.FromMetres, gap.ToMetres, 0));
        return new BorderStrip(report.BorderMetres, stretches.MoveToImmutable(), gaps.MoveToImmutable());
    }
}
