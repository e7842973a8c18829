using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain;

/// <summary>What to say beside figures that were worked out of a terrain.</summary>
internal static class TerrainNotes
{
    /// <summary>The notes: degrees, voids, and what the terrain itself has to say.</summary>
    public static ImmutableArray<string> On(ElevationSurface terrain, ElevationRange ground)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!terrain.IsEmpty && Degrees(terrain) is { Length: > 0 } degrees)
            notes.Add(degrees);
        if (ground.VoidCells > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"{ground.VoidCells:#,0} of {ground.Cells:#,0} cells are void: they have no value, and nothing is made up for them"));
        }

        notes.AddRange(terrain.Notes);
        return notes.ToImmutable();
    }

    private static string Degrees(ElevationSurface terrain) => terrain.Frame.System.IsGeographic
        ? "the terrain is in degrees: the size of its cells in metres is taken on WGS84, row by row, and no scale is needed"
        : string.Empty;
}
