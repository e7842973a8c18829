using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>How far is looked, and from and to what height. Each left alone means each facility's own, or what stands in for it.</summary>
public sealed record SightSettings
{
    /// <summary>Nothing set.</summary>
    public static SightSettings Plain { get; } = new();

    /// <summary>One range for all, in metres.</summary>
    public double? RangeMetres { get; init; }

    /// <summary>One height of the eye above the ground for all, in metres.</summary>
    public double? ObserverHeightMetres { get; init; }

    /// <summary>The height above the ground that is looked for, in metres.</summary>
    public double TargetHeightMetres { get; init; } = SightConditions.StandardTargetHeightMetres;

    /// <summary>The model that these settings mean.</summary>
    public SightCoverage Model => new() { RangeMetres = RangeMetres, ObserverHeightMetres = ObserverHeightMetres, TargetHeightMetres = TargetHeightMetres };

    /// <summary>The conditions between two points, of which none is a facility.</summary>
    public SightConditions Conditions => new()
    {
        ObserverHeightMetres = ObserverHeightMetres ?? SightConditions.StandardObserverHeightMetres,
        TargetHeightMetres = TargetHeightMetres,
    };
}

/// <summary>What the tab of terrain asks: what posts see, and whether one point sees another.</summary>
public sealed record TerrainQuestion
{
    /// <summary>The longest line of sight that is drawn here, in metres; longer ones are left to the command line.</summary>
    public const double LargestLineMetres = 100_000;

    /// <summary>How far is looked, and from and to what height.</summary>
    public SightSettings Sight { get; init; } = SightSettings.Plain;

    /// <summary>Where the eye is; none where it is not chosen.</summary>
    public GeoPoint? From { get; init; }

    /// <summary>What is looked at; none where it is not chosen.</summary>
    public GeoPoint? To { get; init; }

    /// <summary>A place as people write it: longitude, latitude.</summary>
    public static string Text(GeoPoint? place) => place is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{at.LongitudeDegrees:0.#####},{at.LatitudeDegrees:0.#####}")
        : string.Empty;

    /// <summary>Reads what <see cref="Text"/> writes, spaces allowed; none where it is no place on the Earth.</summary>
    public static GeoPoint? Place(string? text)
    {
        string[] parts = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude) && Math.Abs(longitude) <= 180
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude) && Math.Abs(latitude) <= 90
            ? new GeoPoint(longitude, latitude)
            : null;
    }

    /// <summary>The question in the address.</summary>
    public IEnumerable<(string Name, string Value)> Write()
    {
        static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? string.Empty;
        yield return ("range", Number(Sight.RangeMetres));
        yield return ("eye", Number(Sight.ObserverHeightMetres));
        yield return ("target", Sight.TargetHeightMetres.Equals(SightSettings.Plain.TargetHeightMetres) ? string.Empty : Number(Sight.TargetHeightMetres));
        yield return ("from", Text(From));
        yield return ("to", Text(To));
    }

    /// <summary>Reads it from the address.</summary>
    public static TerrainQuestion Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new TerrainQuestion
        {
            Sight = new SightSettings
            {
                RangeMetres = inputs.Number("range", CoverageQuestion.LeastRadiusMetres, CoverageQuestion.LargestRadiusMetres),
                ObserverHeightMetres = inputs.Number("eye", 0, CoverageQuestion.LargestHeightMetres),
                TargetHeightMetres = inputs.Number("target", 0, CoverageQuestion.LargestHeightMetres) ?? SightSettings.Plain.TargetHeightMetres,
            },
            From = Place(inputs.Text("from")),
            To = Place(inputs.Text("to")),
        };
    }
}
