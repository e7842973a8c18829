using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>What the pages about new roads have in common.</summary>
internal static class NewRoadNotes
{
    /// <summary>Money in the plan's own unit: <c>12.34 million</c>, <c>870,000</c>.</summary>
    public static string Money(double cost) => cost >= 999_999.5
        ? (cost / 1e6).ToString("#,0.00", CultureInfo.InvariantCulture) + " million"
        : cost.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>What a road brings; less than half a metre is the noise of counting. A road may also lengthen a way, where a facility then joins it first.</summary>
    public static string Gained(double metres) => Math.Abs(metres) < 0.5 ? "0 m" : metres < 0 ? "-" + Figures.Length(-metres) : Figures.Length(metres);

    /// <summary>A grade: <c>9.8 %</c>. What is just under a limit is not rounded above it.</summary>
    public static string Percent(double grade) => (Math.Floor((grade * 1000) + 0.02) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>What is built, at what cost and limits, for the last line of a page.</summary>
    public static string Built(RoadStandard standard)
    {
        string classes = string.Join(", ", standard.SlopeClasses.Select(slope => $"{slope.Name} {Money(slope.CostPerKilometre)}"));
        return $"at most {Limit(standard.MaximumGrade)} along the road; a kilometre costs by the ground: {classes}; "
            + $"a metre over water {Money(standard.WaterCostPerMetre)}, hazard areas times {standard.HazardFactor.ToString("0.##", CultureInfo.InvariantCulture)}, a hairpin {Money(standard.HairpinCost)}, in the plan's unit of money";
    }

    /// <summary>How courses were found.</summary>
    public static string Method(RoadSitingReport report) => report.CellMetres > 0
        ? $"Method: the cheapest course over cells of {report.CellMetres.ToString("0", CultureInfo.InvariantCulture)} m in 64 directions, turns included; {Built(report.Problem.Standard)}."
        : $"Method: {Built(report.Problem.Standard)}.";

    private static string Limit(double grade) => (grade * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
