namespace DefenseZone.Geo.Terrain;

/// <summary>What is worked out of the ground for each cell.</summary>
public enum ReliefKind
{
    /// <summary>How bright it is under a light: <see cref="Hillshade"/>.</summary>
    Hillshade,

    /// <summary>How steep it is: <see cref="SlopeAspect.SlopeDegrees"/>.</summary>
    Slope,

    /// <summary>Which way it falls: <see cref="SlopeAspect.AspectDegrees"/>.</summary>
    Aspect,
}
