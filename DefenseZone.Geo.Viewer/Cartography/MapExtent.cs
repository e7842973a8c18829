using System.Text.Json.Serialization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>A box on the map, in web-Mercator metres, edges included.</summary>
/// <param name="West">The least x.</param>
/// <param name="South">The least y.</param>
/// <param name="East">The greatest x.</param>
/// <param name="North">The greatest y.</param>
public readonly record struct MapExtent(double West, double South, double East, double North)
{
    /// <summary>The box that holds nothing; growing it by a point gives that point.</summary>
    public static MapExtent Nothing { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>True where it holds nothing.</summary>
    [JsonIgnore]
    public bool IsNothing => West > East || South > North;

    /// <summary>The x of its middle.</summary>
    [JsonIgnore]
    public double CentreX => (West + East) / 2;

    /// <summary>The y of its middle.</summary>
    [JsonIgnore]
    public double CentreY => (South + North) / 2;

    /// <summary>The box around vertices, x before y.</summary>
    public static MapExtent Around(ReadOnlySpan<double> vertices)
    {
        MapExtent extent = Nothing;
        for (int i = 0; i + 1 < vertices.Length; i += 2)
            extent = extent.With(vertices[i], vertices[i + 1]);
        return extent;
    }

    /// <summary>The box around places.</summary>
    public static MapExtent Around(IEnumerable<GeoPoint> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        MapExtent extent = Nothing;
        foreach (GeoPoint place in places)
        {
            (double x, double y) = WebMercator.Of(place);
            extent = extent.With(x, y);
        }

        return extent;
    }

    /// <summary>The least box that also holds a point.</summary>
    public MapExtent With(double x, double y) =>
        new(Math.Min(West, x), Math.Min(South, y), Math.Max(East, x), Math.Max(North, y));

    /// <summary>The least box that also holds another.</summary>
    public MapExtent With(MapExtent other) =>
        new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));

    /// <summary>The box grown on every side.</summary>
    public MapExtent Grown(double by) => new(West - by, South - by, East + by, North + by);

    /// <summary>True where the two have a point in common.</summary>
    public bool Meets(MapExtent other) =>
        West <= other.East && East >= other.West && South <= other.North && North >= other.South;

    /// <summary>True where the point lies within or on the edge.</summary>
    public bool Holds(double x, double y) => x >= West && x <= East && y >= South && y <= North;

    /// <summary>West, south, east and north.</summary>
    public double[] ToArray() => [West, South, East, North];
}
