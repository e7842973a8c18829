using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Sight;

/// <summary>Somebody who looks around.</summary>
/// <param name="Place">Where.</param>
/// <param name="Name">What people call the place; may be empty.</param>
public sealed record Observer(GeoPoint Place, string Name = "")
{
    /// <summary>The height of the eye above the ground, in metres; that of the question where it is not given.</summary>
    public double? HeightMetres { get; init; }

    /// <summary>How far to look, in metres; as far as the question says where it is not given.</summary>
    public double? RangeMetres { get; init; }
}

/// <summary>What an observer stands on.</summary>
public enum ObserverGround
{
    /// <summary>Ground of a known height.</summary>
    Known,

    /// <summary>A place for which the terrain has no height: nothing is said to be seen from there.</summary>
    Void,

    /// <summary>A place outside the terrain: nothing is said to be seen from there.</summary>
    OutsideTerrain,
}
