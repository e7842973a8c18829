using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A height between two samples of the grid, relative to where a move begins.</summary>
internal readonly record struct MoveSample(int Column, int Row, int NextColumn, int NextRow, float NextShare);

/// <summary>
/// A straight piece of road from one sample of the grid to another near by. There are 64 of them: to all samples at most
/// three columns and rows off that no nearer one stands before, and to some further ones, so that two neighbours in
/// direction are at most 9.5° apart. That is fine enough to climb aslant, within a tenth, any even slope up to 60 %.
/// </summary>
internal sealed record RoadMove(int Columns, int Rows, ImmutableArray<CellShare> Cells, ImmutableArray<MoveSample> Samples)
{
    private const int Reach = 3;

    // Where directions would lie too far apart: close to the rows and columns, and to the diagonals.
    private static readonly (int More, int Fewer)[] Further = [(4, 1), (5, 1), (6, 1), (4, 3)];

    /// <summary>All moves, by direction: each one's neighbours in the list are its neighbours in direction.</summary>
    internal static ImmutableArray<RoadMove> All { get; } = Make();

    /// <summary>How many equal pieces of about one cell the move is measured in.</summary>
    internal int Pieces => Samples.Length + 1;

    private static ImmutableArray<RoadMove> Make()
    {
        var moves = new List<(double Direction, RoadMove Move)>();
        for (int rows = -Reach; rows <= Reach; rows++)
        {
            for (int columns = -Reach; columns <= Reach; columns++)
            {
                if (Divisor(Math.Abs(columns), Math.Abs(rows)) == 1)
                    Add(columns, rows);
            }
        }

        foreach ((int more, int fewer) in Further)
        {
            foreach ((int columns, int rows) in (ReadOnlySpan<(int, int)>)[(more, fewer), (fewer, more)])
            {
                Add(columns, rows);
                Add(-columns, rows);
                Add(columns, -rows);
                Add(-columns, -rows);
            }
        }

        return [.. moves.OrderBy(entry => entry.Direction).Select(entry => entry.Move)];

        void Add(int columns, int rows) =>
            moves.Add((Math.Atan2(rows, columns), new RoadMove(columns, rows, [.. GridSegment.Cells(0, 0, columns, rows)], Between(columns, rows))));
    }

    // Cut where it meets the columns (or rows, whichever it crosses more of): each cut lies between two samples.
    private static ImmutableArray<MoveSample> Between(int columns, int rows)
    {
        int pieces = Math.Max(Math.Abs(columns), Math.Abs(rows));
        var samples = ImmutableArray.CreateBuilder<MoveSample>();
        for (int i = 1; i < pieces; i++)
        {
            double column = (double)columns * i / pieces, row = (double)rows * i / pieces;
            int west = (int)Math.Floor(column), north = (int)Math.Floor(row);
            double share = (column - west) + (row - north);
            samples.Add(new MoveSample(west, north, column > west ? west + 1 : west, row > north ? north + 1 : north, (float)share));
        }

        return samples.ToImmutable();
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
