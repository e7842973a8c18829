using System.Numerics;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Terrain;

/// <summary>
/// The slope of the ground in both directions, a row at a time, from the eight cells around each: weights 1, 2, 1 across
/// a difference over two cells (B. K. P. Horn, Hill shading and the reflectance map, Proceedings of the IEEE 69 (1981),
/// 14–47). Beyond the edge of the grid the ground goes on as it does between the two outermost cells; a void beside a
/// cell counts as high as the cell; a void itself has no slope.
/// </summary>
internal sealed class GradientRows
{
    private readonly ElevationGrid _grid;
    private readonly float[][] _rows = [[], [], []];
    private int _middle = int.MinValue;

    internal GradientRows(ElevationGrid grid)
    {
        _grid = grid;
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = new float[grid.Columns + 2];
    }

    /// <summary>The slopes of a row: metres of rise for each metre east, and for each metre north; NaN for voids.</summary>
    internal void Read(int row, Span<float> east, Span<float> north)
    {
        Move(row);
        int columns = _grid.Columns;
        float perEast = (float)(1 / (8 * _grid.Frame.CellWidthMetres(row))), perNorth = (float)(1 / (8 * _grid.Frame.CellHeightMetres(row)));
        ReadOnlySpan<float> above = _rows[0], middle = _rows[1], below = _rows[2];
        bool whole = !HasVoid(above) && !HasVoid(middle) && !HasVoid(below);
        int column = 0;
        if (whole)
        {
            int lanes = Vector<float>.Count;
            for (; column + lanes <= columns; column += lanes)
                Gradient(Load(above, column), Load(middle, column), Load(below, column), perEast, perNorth, east[column..], north[column..]);
        }

        for (; column < columns; column++)
        {
            float centre = middle[column + 1];
            float Known(float sample) => float.IsNaN(sample) ? centre : sample;
            float a = Known(above[column]), b = Known(above[column + 1]), c = Known(above[column + 2]);
            float d = Known(middle[column]), f = Known(middle[column + 2]);
            float g = Known(below[column]), h = Known(below[column + 1]), i = Known(below[column + 2]);
            bool isVoid = float.IsNaN(centre);
            east[column] = isVoid ? float.NaN : (c + f + f + i - (a + d + d + g)) * perEast;
            north[column] = isVoid ? float.NaN : (a + b + b + c - (g + h + h + i)) * perNorth;
        }
    }

    private static void Gradient(Triple above, Triple middle, Triple below, float perEast, float perNorth, Span<float> east, Span<float> north)
    {
        var rise = above.Right + middle.Right + middle.Right + below.Right - (above.Left + middle.Left + middle.Left + below.Left);
        var climb = above.Left + above.Centre + above.Centre + above.Right - (below.Left + below.Centre + below.Centre + below.Right);
        (rise * perEast).CopyTo(east);
        (climb * perNorth).CopyTo(north);
    }

    private static Triple Load(ReadOnlySpan<float> row, int column) => new(
        new Vector<float>(row[column..]),
        new Vector<float>(row[(column + 1)..]),
        new Vector<float>(row[(column + 2)..]));

    // The sum of a row is NaN where any of it is.
    private static bool HasVoid(ReadOnlySpan<float> row)
    {
        var sum = Vector<float>.Zero;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        foreach (Vector<float> vector in vectors)
            sum += vector - vector;
        float rest = Vector.Sum(sum);
        foreach (float sample in row[(vectors.Length * Vector<float>.Count)..])
            rest += sample - sample;
        return float.IsNaN(rest);
    }

    private void Move(int row)
    {
        if (row == _middle + 1 && _middle >= 0)
        {
            (_rows[0], _rows[1], _rows[2]) = (_rows[1], _rows[2], _rows[0]);
            Fill(_rows[2], row + 1);
        }
        else if (row != _middle)
        {
            for (int i = 0; i < 3; i++)
                Fill(_rows[i], row - 1 + i);
        }

        _middle = row;
    }

    private void Fill(float[] padded, int row)
    {
        int rows = _grid.Rows, columns = _grid.Columns;
        if (row >= 0 && row < rows)
        {
            _grid.Row(row).CopyTo(padded.AsSpan(1));
        }
        else
        {
            ReadOnlySpan<float> edge = _grid.Row(Math.Clamp(row, 0, rows - 1));
            ReadOnlySpan<float> inner = _grid.Row(row < 0 ? Math.Min(1, rows - 1) : Math.Max(rows - 2, 0));
            for (int i = 0; i < columns; i++)
                padded[i + 1] = Beyond(edge[i], inner[i]);
        }

        padded[0] = Beyond(padded[1], padded[Math.Min(2, columns)]);
        padded[columns + 1] = Beyond(padded[columns], padded[Math.Max(columns - 1, 1)]);
    }

    private static float Beyond(float edge, float inner) => float.IsNaN(inner) ? edge : edge + edge - inner;

    private readonly record struct Triple(
        Vector<float> Left, Vector<float> Centre, Vector<float> Right);
}
