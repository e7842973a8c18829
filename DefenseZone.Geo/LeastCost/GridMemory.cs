using System.Runtime.InteropServices;

namespace DefenseZone.Geo.LeastCost;

/// <summary>
/// A large block of numbers outside of the collected heap. A search front lies across all rows of a grid, so that every
/// row is another page: where the system has large pages (Linux, by <c>madvise</c>) they are asked for, which saves
/// nearly half the time on large grids. Everywhere else it is plain memory.
/// </summary>
/// <typeparam name="T">What is in it.</typeparam>
internal sealed unsafe partial class GridMemory<T> : IDisposable
    where T : unmanaged
{
    private const nuint LargePageBytes = 2 << 20;
    private T* _first;

    /// <summary>Room for a number of values, which are whatever they were before.</summary>
    internal GridMemory(int length)
    {
        Length = length;
        nuint bytes = (nuint)length * (nuint)sizeof(T);
        bool large = bytes >= 2 * LargePageBytes;
        _first = (T*)NativeMemory.AlignedAlloc(bytes, large ? LargePageBytes : 64);
        if (large && OperatingSystem.IsLinux())
            LargePages.Ask(_first, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    internal int Length { get; }

    internal T* First => _first;

    internal Span<T> Span => new(_first, Length);

    public void Dispose()
    {
        if (_first is null)
            return;
        NativeMemory.AlignedFree(_first);
        _first = null;
        GC.RemoveMemoryPressure((long)Length * sizeof(T));
    }
}

/// <summary>The one thing that is asked of the system directly.</summary>
internal static unsafe partial class LargePages
{
    // MADV_HUGEPAGE
    private const int Advice = 14;

    // A refusal costs time and nothing else.
    internal static void Ask(void* first, nuint bytes)
    {
        try
        {
            _ = Advise(first, bytes, Advice);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* first, nuint bytes, int advice);
}
