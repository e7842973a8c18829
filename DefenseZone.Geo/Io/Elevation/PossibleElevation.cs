namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// What can be an elevation in metres. Files mark voids with a number that no ground has, and often do not say which:
/// −32768, −1e38, 1e20. Whatever no place on Earth has (−11,034 m to 8,849 m) is a void, said or not.
/// </summary>
internal static class PossibleElevation
{
    /// <summary>The lowest and highest number that is taken for ground.</summary>
    public const double LowestMetres = -12_000, HighestMetres = 12_000;

    /// <summary>The elevation, or NaN.</summary>
    public static float Of(double metres) => metres is >= LowestMetres and <= HighestMetres ? (float)metres : float.NaN;
}
