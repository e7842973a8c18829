using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The words of reports on siting.</summary>
public static class SitingWords
{
    /// <summary>How good a plan is known to be.</summary>
    public static Terms<SitingStatus> Statuses { get; } = new(
        ("optimal", SitingStatus.Optimal), ("feasible", SitingStatus.Feasible), ("infeasible", SitingStatus.Infeasible), ("unknown", SitingStatus.Unknown));

    /// <summary>Why a candidate could be left out.</summary>
    public static Terms<DropReason> DropReasons { get; } = new(
        ("forbidden", DropReason.Forbidden),
        ("covers-nothing", DropReason.CoversNothing),
        ("adds-nothing", DropReason.AddsNothing),
        ("dominated", DropReason.Dominated));

    /// <summary>An objective or a bound with its unit: <c>12.3 km</c>, <c>7 sites</c>, <c>4,200</c>.</summary>
    public static string Amount(double value, SitingUnit unit) => unit switch
    {
        SitingUnit.Metres => (value / 1000).ToString("#,0.00", CultureInfo.InvariantCulture) + " km",
        SitingUnit.Sites => value.ToString("#,0.##", CultureInfo.InvariantCulture) + (value == 1 ? " site" : " sites"),
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>How far a search is, in a line: the step, the best plan so far, what none can beat, and the distance between them.</summary>
    public static string Line(SitingProgress progress)
    {
        string best = progress.Incumbent is { } incumbent ? Amount(incumbent, progress.Unit) : "no plan yet";
        string bound = progress.Bound is { } known ? Amount(known, progress.Unit) : "unknown";
        string gap = progress.RelativeGap is { } share ? ", gap " + (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %" : string.Empty;
        return $"{progress.Step}: best {best}, bound {bound}{gap}";
    }
}
