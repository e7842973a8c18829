using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>
/// The gradient of a grid from the eight neighbours of each cell (Horn, Hill shading and the reflectance map, Proc.
/// IEEE 69, 1981), eight cells at a time. A void among the nine makes it NaN.
/// </summary>
internal readonly ref struct Horn
{
    private readonly ref readonly float _north;
    private readonly ref readonly float _middle;
    private readonly ref readonly float _south;

    /// <summary>The gradient of a row that has one above and one below.</summary>
    public Horn(ElevationGrid grid, int row)
    {
        _north = ref grid.Row(row - 1)[0];
        _middle = ref grid.Row(row)[0];
        _south = ref grid.Row(row + 1)[0];
    }

    /// <summary>Eight times the rise per column to the west, and per row to the north, of eight cells from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Eight(int column, out Vector256<float> west, out Vector256<float> north)
    {
        nuint left = (nuint)(column - 1), centre = left + 1, right = left + 2;
        ref float above = ref Unsafe.AsRef(in _north), here = ref Unsafe.AsRef(in _middle), below = ref Unsafe.AsRef(in _south);
        Vector256<float> northWest = Vector256.LoadUnsafe(ref above, left), northEast = Vector256.LoadUnsafe(ref above, right);
        Vector256<float> southWest = Vector256.LoadUnsafe(ref below, left), southEast = Vector256.LoadUnsafe(ref below, right);
        Vector256<float> atWest = Vector256.LoadUnsafe(ref here, left), atEast = Vector256.LoadUnsafe(ref here, right);
        Vector256<float> atNorth = Vector256.LoadUnsafe(ref above, centre), atSouth = Vector256.LoadUnsafe(ref below, centre);
        west = (northWest + atWest + atWest + southWest) - (northEast + atEast + atEast + southEast);
        north = (northWest + atNorth + atNorth + northEast) - (southWest + atSouth + atSouth + southEast);

        // The cell itself has no weight, but where it is void there is no slope.
        Vector256<float> middle = Vector256.LoadUnsafe(ref here, centre);
        west += middle - middle;
    }

    /// <summary>The same of one cell.</summary>
    public (float West, float North) One(int column)
    {
        ref float above = ref Unsafe.Add(ref Unsafe.AsRef(in _north), column), here = ref Unsafe.Add(ref Unsafe.AsRef(in _middle), column), below = ref Unsafe.Add(ref Unsafe.AsRef(in _south), column);
        float northWest = Unsafe.Add(ref above, -1), northEast = Unsafe.Add(ref above, 1), southWest = Unsafe.Add(ref below, -1), southEast = Unsafe.Add(ref below, 1);
        float atWest = Unsafe.Add(ref here, -1), atEast = Unsafe.Add(ref here, 1);
        float west = (northWest + atWest + atWest + southWest) - (northEast + atEast + atEast + southEast);
        float north = (northWest + above + above + northEast) - (southWest + below + below + southEast);
        return (west + (here - here), north);
    }
}
