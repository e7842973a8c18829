using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// What the tab of terrain asks besides what all tabs share: whether one place sees another. How far is looked, and from
/// and to what height, is the question of coverage's.
/// </summary>
public sealed record TerrainQuestion
{
    /// <summary>The longest line of sight that is drawn here, in metres; longer ones are left to the command line.</summary>
    public const double LargestLineMetres = 100_000;

    /// <summary>Where the eye is; none where it is not chosen.</summary>
    public GeoPoint? From { get; init; }

    /// <summary>What is looked at; none where it is not chosen.</summary>
    public GeoPoint? To { get; init; }

    /// <summary>True where both are chosen.</summary>
    public bool IsLine => From is not null && To is not null;

    /// <summary>True where they are farther apart than is drawn here.</summary>
    public bool IsTooLong => From is { } from && To is { } to && Geodesic.Inverse(from, to).DistanceMetres > LargestLineMetres;

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

    /// <summary>A place to as many digits as the address has: a link shows the very same line.</summary>
    public static GeoPoint Rounded(GeoPoint place) => new(Math.Round(place.LongitudeDegrees, 5), Math.Round(place.LatitudeDegrees, 5));

    /// <summary>The question in the address.</summary>
    public IEnumerable<(string Name, string Value)> Write() => [("from", Text(From)), ("to", Text(To))];

    /// <summary>Reads it from the address.</summary>
    public static TerrainQuestion Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new TerrainQuestion { From = Place(inputs.Text("from")), To = Place(inputs.Text("to")) };
    }
}

/// <summary>What a facility is asked: what does it see?</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Sight">How is looked.</param>
public sealed record PostQuestion(Facility Facility, SightCoverage Sight);

/// <summary>What all facilities that count are asked.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">Who counts.</param>
/// <param name="Sight">How is looked.</param>
public sealed record LookQuestion(Plan Plan, FacilityFilter Who, SightCoverage Sight);
