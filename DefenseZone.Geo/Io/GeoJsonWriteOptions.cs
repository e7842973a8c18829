using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>How features are written.</summary>
public sealed record GeoJsonWriteOptions
{
    /// <summary>Seven decimals, no bounding box.</summary>
    public static GeoJsonWriteOptions Default { get; } = new();

    /// <summary>The collection's <c>name</c> member; empty for none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Further members of the collection, before its features.</summary>
    public FeatureProperties Members { get; init; } = FeatureProperties.Empty;

    /// <summary>The decimals of coordinates, 0 to 12. Seven are about a centimetre.</summary>
    public int Decimals { get; init; } = 7;

    /// <summary>Whether the collection and every feature get a <c>bbox</c>; it crosses the antimeridian where that is shorter.</summary>
    public bool WithBoundingBoxes { get; init; }
}
