using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>What the pages about roads have in common.</summary>
internal static class RoadNotes
{
    /// <summary>A time as people read it: <c>45 s</c>, <c>12.5 min</c>, <c>3 h 20 min</c>.</summary>
    public static string Time(double seconds)
    {
        if (!double.IsFinite(seconds))
            return "never";
        if (seconds < 59.5)
            return seconds.ToString("0", CultureInfo.InvariantCulture) + " s";
        double minutes = seconds / 60;
        if (minutes < 99.95)
            return minutes.ToString("0.0", CultureInfo.InvariantCulture) + " min";
        int whole = (int)Math.Round(minutes);
        return $"{whole / 60} h {whole % 60:00} min";
    }

    /// <summary>A feature by its name, or by its id where it has none.</summary>
    public static string NameOf(PlanFeature feature) => feature.Name.Length > 0 ? feature.Name : feature.Id.Text;

    /// <summary>The title of a page.</summary>
    public static string Title(Plan plan, string subject) =>
        plan.Name.Length > 0 ? $"{plan.Name}: {subject}" : char.ToUpperInvariant(subject[0]) + subject[1..];

    private static string Kmh(double metresPerSecond) => (metresPerSecond * 3.6).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How the network was made and driven, what is closed, and that facilities are invented.</summary>
    public static ImmutableArray<string> Of(Plan plan, RoadNetwork network)
    {
        RoadNetworkOptions options = network.Options;
        RoadNetworkReport report = network.Report;
        string year = options.Year is { } asked ? $" in service in {asked}" : string.Empty;
        string left = report.OmittedRoadCount > 0 ? $" ({Figures.Count(report.OmittedRoadCount)} by status or year not)" : string.Empty;
        string season = options.Season == RoadSeason.Wet ? "wet" : "dry";
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(
            $"Method: {Figures.Count(report.RoadCount, "road")}{year}{left}, {season} season, ends within {options.SnapMetres.ToString("0.###", CultureInfo.InvariantCulture)} m meet; "
            + (options.Ground is null
                ? $"on foot {Kmh(options.WalkingMetresPerSecond)} km/h; lengths on WGS84."
                : $"on foot {Kmh(options.WalkingMetresPerSecond)} km/h where it is level and by the slope elsewhere, {Kmh(network.OffRoadMetresPerSecond)} km/h from the roads to the border; lengths on WGS84."));
        int closed = Enumerable.Range(0, network.EdgeCount).Count(network.IsClosed);
        if (closed > 0)
            notes.Add($"Closed: {Figures.Count(closed, "stretch", "stretches")} of road between junctions.");
        notes.AddRange(MethodNote.InventedNote(plan));
        return notes.ToImmutable();
    }
}
