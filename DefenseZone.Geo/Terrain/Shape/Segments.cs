namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>
/// The pieces of one level, each from one edge of a square to another, the higher ground on its right. An edge is
/// called by the cell at its western or northern end: twice its number for the edge to the east, and one more for that
/// to the south.
/// </summary>
internal sealed class Segments
{
    private readonly List<(long From, long To)> _pieces = [];

    public IReadOnlyList<(long From, long To)> Pieces => _pieces;

    /// <summary>About how many pieces all levels have: one for each level that a square is crossed by, as if there were no saddles.</summary>
    public static long Count(ElevationGrid grid, double lowest, double interval, int count, CancellationToken cancellationToken)
    {
        long pieces = 0;
        for (int row = 0; row + 1 < grid.Rows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<float> north = grid.Row(row), south = grid.Row(row + 1);
            for (int column = 0; column + 1 < grid.Columns; column++)
            {
                float a = north[column], b = north[column + 1], c = south[column + 1], d = south[column];
                float least = MathF.Min(MathF.Min(a, b), MathF.Min(c, d)), most = MathF.Max(MathF.Max(a, b), MathF.Max(c, d));
                if (least < most)
                    pieces += Below(most) - Below(least);
            }
        }

        return pieces;

        // How many levels are no higher than that.
        long Below(float metres) => (long)Math.Clamp(Math.Floor((metres - lowest) / interval) + 1, 0, count);
    }

    /// <summary>The pieces of all levels.</summary>
    public static Segments[] Of(ElevationGrid grid, double lowest, double interval, int count, CancellationToken cancellationToken)
    {
        var levels = new Segments[count];
        for (int i = 0; i < count; i++)
            levels[i] = new Segments();
        for (int row = 0; row + 1 < grid.Rows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<float> north = grid.Row(row), south = grid.Row(row + 1);
            for (int column = 0; column + 1 < grid.Columns; column++)
            {
                float a = north[column], b = north[column + 1], c = south[column + 1], d = south[column];
                float least = MathF.Min(MathF.Min(a, b), MathF.Min(c, d)), most = MathF.Max(MathF.Max(a, b), MathF.Max(c, d));
                if (!(least < most))
                    continue;

                // A corner counts as high from its level on: a level is crossed from above the least up to the most. One
                // more on either side makes good what the division rounds.
                int first = Math.Max(0, (int)Math.Floor((least - lowest) / interval)), last = Math.Min(count - 1, (int)Math.Floor((most - lowest) / interval) + 1);
                for (int level = first; level <= last; level++)
                {
                    double at = lowest + (level * interval);
                    if (least < at && at <= most)
                        levels[level].Add(grid.Columns, column, row, a >= at, b >= at, c >= at, d >= at, ((double)a + b + c + d) / 4 >= at);
                }
            }
        }

        return levels;
    }

    // Corners: a north-west, b north-east, c south-east, d south-west. Walking with the high ground on the right.
    private void Add(int columns, int column, int row, bool a, bool b, bool c, bool d, bool middle)
    {
        long cell = ((long)row * columns) + column;
        long top = 2 * cell, left = (2 * cell) + 1, bottom = 2 * (cell + columns), right = (2 * (cell + 1)) + 1;
        switch ((a ? 8 : 0) | (b ? 4 : 0) | (c ? 2 : 0) | (d ? 1 : 0))
        {
            case 8:
                _pieces.Add((top, left));
                break;
            case 7:
                _pieces.Add((left, top));
                break;
            case 4:
                _pieces.Add((right, top));
                break;
            case 11:
                _pieces.Add((top, right));
                break;
            case 2:
                _pieces.Add((bottom, right));
                break;
            case 13:
                _pieces.Add((right, bottom));
                break;
            case 1:
                _pieces.Add((left, bottom));
                break;
            case 14:
                _pieces.Add((bottom, left));
                break;
            case 12:
                _pieces.Add((right, left));
                break;
            case 3:
                _pieces.Add((left, right));
                break;
            case 6:
                _pieces.Add((bottom, top));
                break;
            case 9:
                _pieces.Add((top, bottom));
                break;
            case 10 when middle:
                _pieces.Add((top, right));
                _pieces.Add((bottom, left));
                break;
            case 10:
                _pieces.Add((top, left));
                _pieces.Add((bottom, right));
                break;
            case 5 when middle:
                _pieces.Add((left, top));
                _pieces.Add((right, bottom));
                break;
            case 5:
                _pieces.Add((right, top));
                _pieces.Add((left, bottom));
                break;
            default:
                break;
        }
    }
}
