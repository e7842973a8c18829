using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain;

/// <summary>What to say of tiles that are not all alike.</summary>
internal static class TileNotes
{
    /// <summary>The notes: different resolutions, different systems, relief that is invented.</summary>
    public static IEnumerable<string> Of(ImmutableArray<TerrainTile> tiles)
    {
        double[] resolutions = [.. tiles.Select(tile => tile.Frame.ResolutionMetres).Order()];
        if (resolutions.Length > 0 && resolutions[^1] > 1.1 * resolutions[0])
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"tiles of {resolutions[0]:0.#} m to {resolutions[^1]:0.#} m: the finest that is not void counts, and coarser ones are resampled to {resolutions[0]:0.#} m");
        }

        string[] systems = [.. tiles.Select(tile => $"EPSG:{tile.Frame.System.Epsg}").Distinct(StringComparer.Ordinal)];
        if (systems.Length > 1)
            yield return $"tiles in {string.Join(", ", systems)}: all are resampled to {systems[0]}";
        if (AreInvented(tiles))
            yield return "the relief is invented";
    }

    /// <summary>Whether one of them is made up by a recipe.</summary>
    public static bool AreInvented(ImmutableArray<TerrainTile> tiles) => tiles.Any(tile => string.Equals(tile.Format, ReliefFormat, StringComparison.Ordinal));

    /// <summary>The format of relief that a recipe makes up.</summary>
    public const string ReliefFormat = "generated relief";
}
