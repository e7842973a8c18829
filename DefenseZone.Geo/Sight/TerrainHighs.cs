using System.Collections.Concurrent;
using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Sight;

/// <summary>A high of the terrain.</summary>
internal readonly record struct TerrainHigh(GeoPoint Place, double GroundMetres, double BorderDistanceMetres);

/// <summary>Finds the highs of a terrain along a border, block by block of those that are near to it.</summary>
internal sealed class TerrainHighs(ElevationSurface terrain, BorderLine border, ObservationPoints question)
{
    private const int Block = 512;

    /// <summary>The highs, highest first.</summary>
    internal ImmutableArray<TerrainHigh> Find(CancellationToken cancellationToken)
    {
        (int Column, int Row)[] blocks = [.. BlocksNearBorder()];
        var found = new ConcurrentBag<TerrainHigh>();
        ObserverLoop.ForEach(blocks.Length, static () => 0, static _ => { }, (i, _) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            Search(blocks[i], found);
        }, null, cancellationToken);
        return Apart([.. found.OrderByDescending(high => high.GroundMetres).ThenBy(high => high.Place.LongitudeDegrees).ThenBy(high => high.Place.LatitudeDegrees)]);
    }

    private HashSet<(int Column, int Row)> BlocksNearBorder()
    {
        var blocks = new HashSet<(int, int)>();
        GridFrame frame = terrain.Frame;
        for (int i = 0; i < border.Vertices.Count; i++)
        {
            (double column, double row) = frame.Locate(border.Vertices.Point(i));
            if (double.IsNaN(column))
                continue;

            // Vertices are at most 1 km apart.
            double reach = question.WithinMetres + BorderVertices.LongestEdgeMetres;
            double right = reach / frame.CellWidthMetres(row), down = reach / frame.CellHeightMetres(row);
            for (int y = Index(row - down, frame.Rows); y <= Index(row + down, frame.Rows); y++)
            {
                for (int x = Index(column - right, frame.Columns); x <= Index(column + right, frame.Columns); x++)
                    blocks.Add((x, y));
            }
        }

        return blocks;

        static int Index(double cell, int count) => (int)Math.Clamp(cell, 0, count - 1) / Block;
    }

    private void Search((int Column, int Row) block, ConcurrentBag<TerrainHigh> found)
    {
        GridFrame frame = terrain.Frame;
        int left = block.Column * Block, top = block.Row * Block;
        int right = Math.Min(left + Block, frame.Columns), bottom = Math.Min(top + Block, frame.Rows);
        double middle = (top + bottom) / 2.0;
        int aside = Cells(question.ApartMetres / frame.CellWidthMetres(middle)), along = Cells(question.ApartMetres / frame.CellHeightMetres(middle));
        int west = Math.Max(0, left - aside), north = Math.Max(0, top - along);
        int columns = Math.Min(frame.Columns, right + aside) - west, rows = Math.Min(frame.Rows, bottom + along) - north;
        ElevationGrid window = terrain.ReadWindow(west, north, columns, rows);
        float[] highest = WindowExtremes.Highest(window.Samples, columns, aside, along), lowest = WindowExtremes.Lowest(window.Samples, columns, aside, along);
        for (int row = top - north; row < bottom - north; row++)
        {
            for (int column = left - west; column < right - west; column++)
            {
                int at = (row * columns) + column;
                float height = window.Samples[at];
                if (height != highest[at] || !(height - lowest[at] >= question.LeastRiseMetres))
                    continue;
                GeoPoint place = window.Frame.Place(column, row);
                double distance = border.Nearest(place).DistanceMetres;
                if (distance <= question.WithinMetres)
                    found.Add(new TerrainHigh(place, height, distance));
            }
        }

        static int Cells(double cells) => Math.Max(1, (int)Math.Min(cells, 10_000));
    }

    // The higher goes first; a lattice of places taken tells who is near.
    private ImmutableArray<TerrainHigh> Apart(TerrainHigh[] highs)
    {
        var kept = ImmutableArray.CreateBuilder<TerrainHigh>();
        var lattice = new Dictionary<(int, int, int), List<Ecef>>();
        foreach (TerrainHigh high in highs)
        {
            var place = Ecef.Of(high.Place);
            (int x, int y, int z) = ((int)Math.Floor(place.X / question.ApartMetres), (int)Math.Floor(place.Y / question.ApartMetres), (int)Math.Floor(place.Z / question.ApartMetres));
            bool taken = false;
            for (int i = 0; i < 27 && !taken; i++)
            {
                taken = lattice.TryGetValue((x + (i % 3) - 1, y + (i / 3 % 3) - 1, z + (i / 9) - 1), out List<Ecef>? near)
                    && near.Exists(other => other.DistanceMetresTo(place) < question.ApartMetres);
            }

            if (taken)
                continue;
            if (!lattice.TryGetValue((x, y, z), out List<Ecef>? cell))
                lattice.Add((x, y, z), cell = []);
            cell.Add(place);
            kept.Add(high);
        }

        return kept.ToImmutable();
    }
}
