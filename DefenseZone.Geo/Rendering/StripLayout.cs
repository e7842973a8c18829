using System.Collections.Immutable;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// A strip diagram laid out in pixels: pure arithmetic, so that a screen, a report and a print show the same. It
/// stays readable from a few kilometres to thousands: depth is drawn in columns of whole pixels, what is narrower
/// than one gives way to what fills most of it, and a gap is never narrower than <see cref="LeastGapPixels"/>.
/// </summary>
public sealed record StripLayout
{
    /// <summary>The least width of a gap, however short it is and however long the border.</summary>
    public const double LeastGapPixels = 2;

    /// <summary>The first chainage shown, at x = 0.</summary>
    public required double FromMetres { get; init; }

    /// <summary>The last chainage shown, at x = <see cref="WidthPixels"/>.</summary>
    public required double ToMetres { get; init; }

    /// <summary>The width of the diagram.</summary>
    public required double WidthPixels { get; init; }

    /// <summary>Where the parts of the diagram stand, from top to bottom.</summary>
    public required StripHeights Heights { get; init; }

    /// <summary>The depth at the top of the step area; at least 3.</summary>
    public required int TopDepth { get; init; }

    /// <summary>The depths that have a line and a number.</summary>
    public required ImmutableArray<int> DepthLines { get; init; }

    /// <summary>The step area, from left to right; gaps are not in it.</summary>
    public required ImmutableArray<StripColumn> Columns { get; init; }

    /// <summary>The gaps that are in sight.</summary>
    public required ImmutableArray<StripGapBar> Gaps { get; init; }

    /// <summary>The facilities, as many as can be told apart.</summary>
    public required ImmutableArray<StripMark> Marks { get; init; }

    /// <summary>The zones in sight.</summary>
    public required ImmutableArray<StripZoneBar> ZoneBars { get; init; }

    /// <summary>Where the border is interrupted, x.</summary>
    public required ImmutableArray<double> Breaks { get; init; }

    /// <summary>The axis of chainage.</summary>
    public required ImmutableArray<AxisTick> Ticks { get; init; }

    /// <summary>The x of a chainage, also outside the diagram.</summary>
    public double XOf(double metres) => (metres - FromMetres) / (ToMetres - FromMetres) * WidthPixels;

    /// <summary>The chainage at an x.</summary>
    public double MetresAt(double xPixels) => FromMetres + (xPixels / WidthPixels * (ToMetres - FromMetres));

    /// <summary>The y of a depth.</summary>
    public double YOf(int depth) =>
        Heights.BaseY - ((Heights.BaseY - Heights.TopY) * Math.Min(depth, TopDepth) / TopDepth);

    /// <summary>Lays out a diagram.</summary>
    /// <param name="content">What it shows.</param>
    /// <param name="fromMetres">The first chainage; brought within the border.</param>
    /// <param name="toMetres">The last chainage; brought within the border.</param>
    /// <param name="widthPixels">The width, at least 1.</param>
    /// <param name="quantities">How numbers are written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is below one pixel.</exception>
    public static StripLayout Of(StripContent content, double fromMetres, double toMetres, double widthPixels, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 1);
        double from = Math.Clamp(fromMetres, 0, content.BorderMetres);
        double to = Math.Clamp(toMetres, from, content.BorderMetres);

        // A window of no length shows the metre that it stands on.
        if (to - from < 1)
            (from, to) = (Math.Max(0, to - 1), Math.Max(0, to - 1) + 1);
        var columns = new StripColumns(content, from, to, (int)widthPixels);
        int top = Math.Max(3, columns.DeepestInSight);
        StripHeights heights = StripHeights.For(content.ZoneRows.Length);
        var marks = new StripMarks(content, from, to, widthPixels, heights, quantities);
        return new StripLayout
        {
            FromMetres = from,
            ToMetres = to,
            WidthPixels = widthPixels,
            Heights = heights,
            TopDepth = top,
            DepthLines = Lines(top),
            Columns = columns.Merged(),
            Gaps = marks.Gaps(),
            Marks = marks.Facilities(),
            ZoneBars = marks.ZoneBars(),
            Breaks = [.. content.BreaksMetres.Where(metres => metres > from && metres < to).Select(metres => (metres - from) / (to - from) * widthPixels)],
            Ticks = KilometreAxis.Ticks(from, to, widthPixels, 92, quantities),
        };
    }

    private static ImmutableArray<int> Lines(int top)
    {
        int step = Math.Max(1, (int)Math.Ceiling(KilometreAxis.RoundStep(top / 3.0)));
        return [.. Enumerable.Range(1, top / step).Select(i => i * step)];
    }
}

/// <summary>The heights of a strip diagram, y downwards from its upper edge, in pixels.</summary>
/// <param name="TopY">The upper edge of the step area.</param>
/// <param name="BaseY">The foot of the step area.</param>
/// <param name="MarksY">The middle of the facilities' symbols.</param>
/// <param name="ZonesY">The upper edge of the first row of zones.</param>
/// <param name="ZoneRowHeight">From one row of zones to the next.</param>
/// <param name="AxisY">The foot of the axis' numbers.</param>
/// <param name="Height">The height of the whole.</param>
public sealed record StripHeights(double TopY, double BaseY, double MarksY, double ZonesY, double ZoneRowHeight, double AxisY, double Height)
{
    /// <summary>The height of a gap's bar.</summary>
    public const double GapBarHeight = 12;

    internal static StripHeights For(int zoneRows)
    {
        const double top = 14, foot = 72, marks = 82, zones = 92, row = 17;
        double axis = zones + (zoneRows * row) + 14;
        return new StripHeights(top, foot, marks, zones, row, axis, axis + 5);
    }
}

/// <summary>A run of columns of one depth, whole pixels wide.</summary>
public readonly record struct StripColumn(int XPixels, int WidthPixels, int Depth, DepthClass Class);

/// <summary>The bar of a gap.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="XPixels">Its left edge.</param>
/// <param name="WidthPixels">Its width, at least <see cref="StripLayout.LeastGapPixels"/>.</param>
/// <param name="Label">Its length where there is room for it, else empty.</param>
/// <param name="LabelXPixels">The middle of the label.</param>
public readonly record struct StripGapBar(StripGap Gap, double XPixels, double WidthPixels, string Label, double LabelXPixels);

/// <summary>The symbol of a facility.</summary>
public readonly record struct StripMark(StripFacility Facility, double XPixels);

/// <summary>The bar of a zone.</summary>
/// <param name="Zone">The stretch.</param>
/// <param name="Row">Its row, 0 at the top.</param>
/// <param name="XPixels">Its left edge.</param>
/// <param name="WidthPixels">Its width.</param>
/// <param name="Label">Its name, shortened to the room there is; empty where there is none.</param>
public readonly record struct StripZoneBar(StripZone Zone, int Row, double XPixels, double WidthPixels, string Label);
