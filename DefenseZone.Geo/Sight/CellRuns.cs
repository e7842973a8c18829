namespace DefenseZone.Geo.Sight;

/// <summary>Chosen cells of a grid as runs of neighbours in a row, joined to components over the edges that they share.</summary>
internal sealed class CellRuns
{
    private readonly List<(int First, int End)> _runs = [];
    private readonly List<int> _parents = [];
    private readonly int[] _rowStarts;
    private readonly int _rows;

    private CellRuns(int rows)
    {
        _rows = rows;
        _rowStarts = new int[rows + 1];
    }

    /// <summary>Finds the runs.</summary>
    internal static CellRuns Of(int columns, int rows, Func<int, int, bool> chosen)
    {
        var found = new CellRuns(rows);
        for (int row = 0; row < rows; row++)
        {
            found._rowStarts[row] = found._runs.Count;
            for (int column = 0; column < columns; column++)
            {
                if (!chosen(column, row))
                    continue;
                int first = column;
                while (column < columns && chosen(column, row))
                    column++;
                found._runs.Add((first, column));
                found._parents.Add(found._parents.Count);
            }

            found._rowStarts[row + 1] = found._runs.Count;
            if (row > 0)
                found.Join(row);
        }

        return found;
    }

    /// <summary>The runs of a row, each from its first column up to its end.</summary>
    internal IEnumerable<(int First, int End)> Row(int row)
    {
        for (int i = _rowStarts[row]; i < _rowStarts[row + 1]; i++)
            yield return _runs[i];
    }

    /// <summary>Whether a cell is chosen; those outside the grid are not.</summary>
    internal bool Contains(int column, int row) => Find(column, row) >= 0;

    /// <summary>The component of a chosen cell: the lowest number of its runs.</summary>
    internal int Label(int column, int row) => Root(Find(column, row));

    private int Find(int column, int row)
    {
        if ((uint)row >= (uint)_rows)
            return -1;
        int low = _rowStarts[row], high = _rowStarts[row + 1] - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (_runs[middle].End <= column)
                low = middle + 1;
            else if (_runs[middle].First > column)
                high = middle - 1;
            else
                return middle;
        }

        return -1;
    }

    private void Join(int row)
    {
        int above = _rowStarts[row - 1], below = _rowStarts[row];
        while (above < _rowStarts[row] && below < _rowStarts[row + 1])
        {
            if (_runs[above].First < _runs[below].End && _runs[below].First < _runs[above].End)
                Unite(above, below);
            if (_runs[above].End < _runs[below].End)
                above++;
            else
                below++;
        }
    }

    private void Unite(int one, int other)
    {
        (int a, int b) = (Root(one), Root(other));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
        {
            _parents[run] = _parents[_parents[run]];
            run = _parents[run];
        }

        return run;
    }
}
