using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Which cells of a grid a geometry lies in.</summary>
internal sealed class GridRaster(GridFrame frame)
{
    /// <summary>Tells every cell whose middle lies in an area (even and odd, so holes are left out), and every cell that a line or an area's edge passes through.</summary>
    /// <param name="geometry">Points count as the cell that they are in.</param>
    /// <param name="withEdges">Whether cells count through which only the edge of an area passes. Always for lines.</param>
    /// <param name="mark">Told the column and row, of one cell perhaps more than once.</param>
    internal void Mark(Geometry geometry, bool withEdges, Action<int, int> mark)
    {
        switch (geometry)
        {
            case GeometryCollection many:
                foreach (Geometry part in many.Geometries)
                    Mark(part, withEdges, mark);
                break;
            case Polygon { IsEmpty: false } polygon:
                List<(double Column, double Row)[]> rings = [Located(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Located)];
                Fill(rings, mark);
                if (withEdges)
                    rings.ForEach(ring => Trace(ring, mark));
                break;
            case LineString { IsEmpty: false } line:
                Trace(Located(line), mark);
                break;
            case Point { IsEmpty: false } point:
                Trace(Located(point), mark);
                break;
        }
    }

    /// <summary>The grid coordinates of a geometry's vertices.</summary>
    internal (double Column, double Row)[] Located(Geometry geometry) =>
        [.. geometry.Coordinates.Select(vertex => frame.Locate(new GeoPoint(vertex.X, vertex.Y))).Where(place => double.IsFinite(place.Column + place.Row))];

    private void Fill(List<(double Column, double Row)[]> rings, Action<int, int> mark)
    {
        if (rings[0].Length == 0)
            return;
        int first = Math.Max(0, (int)Math.Ceiling(rings[0].Min(place => place.Row)));
        int last = Math.Min(frame.Rows - 1, (int)Math.Floor(rings[0].Max(place => place.Row)));
        var crossings = new List<double>();
        for (int row = first; row <= last; row++)
        {
            crossings.Clear();
            foreach ((double Column, double Row)[] ring in rings)
            {
                for (int i = 1; i < ring.Length; i++)
                {
                    ((double ac, double ar), (double bc, double br)) = (ring[i - 1], ring[i]);
                    if ((ar <= row) != (br <= row))
                        crossings.Add(ac + ((bc - ac) * (row - ar) / (br - ar)));
                }
            }

            crossings.Sort();
            for (int i = 1; i < crossings.Count; i += 2)
            {
                int west = (int)Math.Max(0, Math.Ceiling(crossings[i - 1])), east = (int)Math.Min(frame.Columns - 1, Math.Floor(crossings[i]));
                for (int column = west; column <= east; column++)
                    mark(column, row);
            }
        }
    }

    private void Trace((double Column, double Row)[] line, Action<int, int> mark)
    {
        for (int i = 0; i < line.Length; i++)
        {
            (double column, double row) = line[i];
            (double beforeColumn, double beforeRow) = line[Math.Max(0, i - 1)];
            if (IsBeside(column, beforeColumn, frame.Columns) || IsBeside(row, beforeRow, frame.Rows))
                continue;
            foreach (CellShare cell in GridSegment.Cells(beforeColumn, beforeRow, column, row))
            {
                if ((uint)cell.Column < (uint)frame.Columns && (uint)cell.Row < (uint)frame.Rows)
                    mark(cell.Column, cell.Row);
            }
        }
    }

    private static bool IsBeside(double a, double b, int count) => Math.Max(a, b) < -1 || Math.Min(a, b) > count;
}
