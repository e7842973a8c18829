using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>Fills one row of a grid.</summary>
/// <param name="row">The row, 0 the northernmost.</param>
/// <param name="samples">Its samples, west to east; NaN for a void.</param>
public delegate void GridRowFiller(int row, Span<float> samples);

/// <summary>
/// Elevations in metres on a regular grid in memory: immutable, north up, row after row. NaN is a void: nothing is
/// known there, and nothing is made up for it. Where its samples are is said by its <see cref="GridFrame"/>; a
/// sample is the elevation at the centre of its cell.
/// </summary>
/// <remarks>Safe to read from several threads.</remarks>
public sealed class ElevationGrid
{
    private readonly float[] _samples;

    private ElevationGrid(GridFrame frame, float[] samples)
    {
        Frame = frame;
        _samples = samples;
    }

    /// <summary>A grid without samples.</summary>
    public static ElevationGrid Empty { get; } = new(GridFrame.Empty, []);

    /// <summary>Where the samples are.</summary>
    public GridFrame Frame { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns => Frame.Columns;

    /// <summary>How many rows there are.</summary>
    public int Rows => Frame.Rows;

    /// <summary>All samples in metres, row after row from the north, each row from the west; NaN for voids.</summary>
    public ReadOnlySpan<float> Samples => _samples;

    /// <summary>The same samples, for work on several threads.</summary>
    public ReadOnlyMemory<float> Memory => _samples;

    /// <summary>The sample of a column and row, in metres; NaN for a void.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such sample.</exception>
    public float this[int column, int row] => Row(row)[column];

    /// <summary>A grid of samples, which are copied.</summary>
    /// <param name="frame">Where they are.</param>
    /// <param name="samples">One for each cell of the frame, row after row.</param>
    /// <exception cref="ArgumentException">There are more or fewer than the frame has cells, or more than fit in memory.</exception>
    public static ElevationGrid Of(GridFrame frame, ReadOnlySpan<float> samples)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return samples.Length == frame.Count
            ? new(frame, samples.ToArray())
            : throw new ArgumentException($"A frame of {frame.Columns} × {frame.Rows} cells takes {frame.Count} samples; these are {samples.Length}.", nameof(samples));
    }

    /// <summary>A grid that is filled row by row, several rows at once.</summary>
    /// <param name="frame">Where the samples are.</param>
    /// <param name="fill">Fills a row; is called from several threads and in no order.</param>
    /// <param name="cancellationToken">Stops the filling.</param>
    /// <exception cref="ArgumentException">The frame has more cells than fit in memory.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ElevationGrid Create(GridFrame frame, GridRowFiller fill, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(fill);
        float[] samples = Allocate(frame);
        int columns = frame.Columns;
        Parallel.For(
            0, columns == 0 ? 0 : frame.Rows, new ParallelOptions { CancellationToken = cancellationToken },
            row => fill(row, samples.AsSpan(row * columns, columns)));
        return new ElevationGrid(frame, samples);
    }

    /// <summary>The samples of a row, west to east; NaN for voids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int row) => (uint)row < (uint)Rows
        ? _samples.AsSpan(row * Columns, Columns)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The rows are 0 to {Rows - 1}.");

    /// <summary>The sample of the cell that a place is in, in metres; NaN for a void, and outside the grid.</summary>
    public double NearestAt(GeoPoint place)
    {
        (double column, double row) = Frame.Locate(place);
        return Nearest(column, row);
    }

    /// <summary>The elevation at a place, bilinear between the centres around it, in metres; as <see cref="Bilinear"/>.</summary>
    public double BilinearAt(GeoPoint place)
    {
        (double column, double row) = Frame.Locate(place);
        return Bilinear(column, row);
    }

    /// <summary>The sample of the cell that grid coordinates are in, in metres; NaN for a void, and outside the grid.</summary>
    public double Nearest(double column, double row) => IsInside(column, row)
        ? _samples[((int)Math.Clamp(Math.Floor(row + 0.5), 0, Rows - 1) * Columns) + (int)Math.Clamp(Math.Floor(column + 0.5), 0, Columns - 1)]
        : double.NaN;

    /// <summary>
    /// The elevation at grid coordinates, bilinear between the four centres around them, in metres. In the half cell
    /// between the outermost centres and the edge it is that of the nearest place between centres. NaN outside the
    /// grid, and where any sample that has a say is a void.
    /// </summary>
    public double Bilinear(double column, double row)
    {
        if (!IsInside(column, row))
            return double.NaN;
        column = Math.Clamp(column, 0, Columns - 1);
        row = Math.Clamp(row, 0, Rows - 1);
        int west = Math.Min((int)column, Math.Max(Columns - 2, 0)), north = Math.Min((int)row, Math.Max(Rows - 2, 0));
        double right = column - west, down = row - north;
        int at = (north * Columns) + west;

        // A sample without weight has no say: on the line between two centres a void beside the line does not matter.
        double upper = Between(at, at + 1, right);
        return down == 0 ? upper : (upper * (1 - down)) + (Between(at + Columns, at + Columns + 1, right) * down);
    }

    /// <summary>A copy of a part of the samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within this grid.</exception>
    public ElevationGrid Window(int firstColumn, int firstRow, int columns, int rows)
    {
        GridFrame frame = Frame.Window(firstColumn, firstRow, columns, rows);
        var samples = new float[columns * rows];
        for (int row = 0; row < rows; row++)
            Row(firstRow + row).Slice(firstColumn, columns).CopyTo(samples.AsSpan(row * columns));
        return new ElevationGrid(frame, samples);
    }

    /// <summary>A grid that takes over an array, which nobody may write to from then on.</summary>
    internal static ElevationGrid Adopt(GridFrame frame, float[] samples)
    {
        System.Diagnostics.Debug.Assert(samples.LongLength == frame.Count, "one sample a cell");
        return new ElevationGrid(frame, samples);
    }

    /// <summary>Room for the samples of a frame.</summary>
    internal static float[] Allocate(GridFrame frame)
    {
        if (frame.Count > Array.MaxLength)
            throw TooLarge($"at most {Array.MaxLength} cells do.", null);
        try
        {
            return GC.AllocateUninitializedArray<float>((int)frame.Count);
        }
        catch (OutOfMemoryException exception)
        {
            throw TooLarge($"it takes {frame.Count * sizeof(float) >> 20} MB.", exception);
        }

        ArgumentException TooLarge(string why, Exception? cause) =>
            new($"A grid of {frame.Columns} × {frame.Rows} cells does not fit in memory; {why} Read a window of it.", nameof(frame), cause);
    }

    private double Between(int at, int next, double share) => share switch
    {
        0 => _samples[at],
        1 => _samples[next],
        _ => (_samples[at] * (1 - share)) + (_samples[next] * share),
    };

    private bool IsInside(double column, double row) =>
        column >= -0.5 && column <= Columns - 0.5 && row >= -0.5 && row <= Rows - 0.5 && !Frame.IsEmpty;
}
