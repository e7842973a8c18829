using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Where a new road begins or ends: at a place, or wherever it meets the existing roads best.</summary>
/// <param name="Place">The place; none for the existing roads.</param>
/// <param name="Name">What it is called in reports.</param>
public sealed record RoadEnd(GeoPoint? Place, string Name)
{
    /// <summary>The word for the existing roads.</summary>
    public const string NetworkWord = "network";

    /// <summary>Any place of the existing roads.</summary>
    public static RoadEnd Network { get; } = new(null, NetworkWord);

    /// <summary>Whether this is the existing roads.</summary>
    public bool IsNetwork => Place is null;

    /// <summary>A place.</summary>
    public static RoadEnd At(GeoPoint place) => new(
        place, string.Create(CultureInfo.InvariantCulture, $"{place.LongitudeDegrees:0.#######}, {place.LatitudeDegrees:0.#######}"));

    /// <summary>Where a facility stands.</summary>
    public static RoadEnd Of(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        Coordinate location = facility.Location;
        return new(new GeoPoint(location.X, location.Y), facility.Name.Length > 0 ? facility.Name : $"{facility.LayerName} {facility.Id.Text}");
    }

    /// <summary>
    /// What a text means in a plan: <c>network</c>; a longitude and latitude, as <c>106.5,22.4</c>; the id of a facility or
    /// candidate site, with its layer before it where several have that id, as <c>militia-posts/P1</c>.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with the text and what would be right; empty where it means something.</param>
    /// <returns>The end; none where the text means nothing.</returns>
    public static RoadEnd? Parse(Plan plan, string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(text);
        problem = string.Empty;
        text = text.Trim();
        if (string.Equals(text, NetworkWord, StringComparison.OrdinalIgnoreCase))
            return Network;
        if (TryPlace(text, out GeoPoint place))
        {
            if (Math.Abs(place.LongitudeDegrees) <= 180 && Math.Abs(place.LatitudeDegrees) <= 90)
                return At(place);
            string mistake = CoordinateMistakes.Of(CoordinateSystem.Of(4326), place.LongitudeDegrees, place.LatitudeDegrees);
            problem = $"'{text}' is no place: a longitude is −180 to 180, a latitude −90 to 90, longitude first{(mistake.Length > 0 ? ". " + mistake : mistake)}";
            return null;
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string layer = slash < 0 ? string.Empty : text[..slash], id = text[(slash + 1)..];
        List<(string Layer, RoadEnd End)> found =
        [
            .. plan.Facilities.Where(facility => Matches(facility, layer, id)).Select(facility => (facility.LayerName, Of(facility))),
            .. plan.CandidateSites.Where(site => Matches(site, layer, id) && site.Geometry is NetTopologySuite.Geometries.Point { IsEmpty: false })
                .Select(site => (site.LayerName, new RoadEnd(
                    new GeoPoint(site.Geometry.Coordinate.X, site.Geometry.Coordinate.Y), site.Name.Length > 0 ? site.Name : $"{site.LayerName} {id}"))),
        ];
        switch (found.Count)
        {
            case 1:
                return found[0].End;
            case 0:
                string nearest = Spelling.Nearest(id, [.. plan.Facilities.Select(facility => facility.Id.Text)]);
                problem = $"'{text}' is neither LON,LAT nor '{NetworkWord}' nor the id of a facility or candidate site"
                    + (nearest.Length > 0 ? $"; did you mean '{nearest}'?" : string.Empty);
                return null;
            default:
                problem = $"'{id}' is the id of several features; say which: {string.Join(", ", found.Select(entry => $"{entry.Layer}/{id}"))}";
                return null;
        }
    }

    private static bool Matches(PlanFeature feature, string layer, string id) =>
        string.Equals(feature.Id.Text, id, StringComparison.Ordinal)
        && (layer.Length == 0 || string.Equals(feature.LayerName, layer, StringComparison.OrdinalIgnoreCase));

    private static bool TryPlace(string text, out GeoPoint place)
    {
        string[] parts = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        place = default;
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude))
        {
            return false;
        }

        place = new GeoPoint(longitude, latitude);
        return true;
    }
}
