namespace DefenseZone.Geo.Terrain;

/// <summary>What a terrain knows of a place.</summary>
public enum PlaceGround
{
    /// <summary>Its elevation.</summary>
    Known,

    /// <summary>Nothing: it lies within the terrain, where that is void.</summary>
    Void,

    /// <summary>Nothing: it lies outside of the terrain.</summary>
    Outside,
}
