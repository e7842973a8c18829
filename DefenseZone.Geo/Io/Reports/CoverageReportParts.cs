namespace DefenseZone.Geo.Io.Reports;

/// <summary>What of a coverage report is written. The figures and the method are always there.</summary>
[Flags]
public enum CoverageReportParts
{
    /// <summary>The figures and the method alone.</summary>
    Figures = 0,

    /// <summary>The gaps, with who is nearest and in which zone.</summary>
    Gaps = 1,

    /// <summary>The border cut where the covering facilities change.</summary>
    Stretches = 2,

    /// <summary>What each facility covers.</summary>
    Facilities = 4,

    /// <summary>Cover by border segment.</summary>
    Segments = 8,

    /// <summary>Cover by zone, and what belongs to none.</summary>
    Zones = 16,

    /// <summary>All that is not by zone.</summary>
    Coverage = Gaps | Stretches | Facilities | Segments,
}
