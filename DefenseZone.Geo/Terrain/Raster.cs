namespace DefenseZone.Geo.Terrain;

/// <summary>
/// What was worked out for each cell of a grid: slopes, directions, shades. Immutable; row after row from the north.
/// </summary>
/// <typeparam name="T">What a cell has.</typeparam>
public sealed class Raster<T>
    where T : unmanaged
{
    private readonly T[] _samples;

    private Raster(GridFrame frame, T[] samples)
    {
        Frame = frame;
        _samples = samples;
    }

    /// <summary>Where the cells are.</summary>
    public GridFrame Frame { get; }

    /// <summary>All values, row after row from the north, each row from the west.</summary>
    public ReadOnlySpan<T> Samples => _samples;

    /// <summary>The same values, for work on several threads.</summary>
    public ReadOnlyMemory<T> Memory => _samples;

    /// <summary>The value of a cell.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such cell.</exception>
    public T this[int column, int row] => _samples.AsSpan(row * Frame.Columns, Frame.Columns)[column];

    /// <summary>A raster that takes over an array, which nobody may write to from then on.</summary>
    internal static Raster<T> Adopt(GridFrame frame, T[] samples)
    {
        System.Diagnostics.Debug.Assert(samples.LongLength == frame.Count, "one value a cell");
        return new Raster<T>(frame, samples);
    }
}

/// <summary>Makes rasters.</summary>
public static class Raster
{
    /// <summary>A raster of values, which are copied.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than the frame has cells.</exception>
    public static Raster<T> Of<T>(GridFrame frame, ReadOnlySpan<T> samples)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(frame);
        return samples.Length == frame.Count
            ? Raster<T>.Adopt(frame, samples.ToArray())
            : throw new ArgumentException($"A frame of {frame.Columns} × {frame.Rows} cells takes {frame.Count} values; these are {samples.Length}.", nameof(samples));
    }
}
