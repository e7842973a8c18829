using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>
/// Where the samples of a grid are on the ground: how many there are, and the coordinates of their centres.
/// </summary>
/// <remarks>
/// <para>A sample stands for the point at the <em>centre</em> of its cell. Column 0, row 0 is the north-western sample;
/// columns go east, rows go south. Grid coordinates are fractions of columns and rows counted from that sample's
/// centre: (0, 0) is its centre, (−0.5, −0.5) the outer north-western corner of the grid, (columns − 0.5,
/// rows − 0.5) the outer south-eastern one. GDAL's geotransform and a GeoTIFF of kind PixelIsArea name that outer
/// corner; <see cref="WestEdgeX"/> and <see cref="NorthEdgeY"/> are theirs.</para>
/// <para>X is longitude or easting, Y latitude or northing, in degrees or metres, as in <see cref="CoordinateSystem"/>.</para>
/// </remarks>
public sealed record GridFrame
{
    /// <summary>A frame of samples.</summary>
    /// <param name="system">The system of the coordinates.</param>
    /// <param name="firstX">X of the centre of column 0.</param>
    /// <param name="firstY">Y of the centre of row 0, the northernmost.</param>
    /// <param name="stepX">From one column to the next, eastwards; above 0.</param>
    /// <param name="stepY">From one row to the next, southwards; above 0.</param>
    /// <param name="columns">How many columns; 0 for an empty grid.</param>
    /// <param name="rows">How many rows; 0 for an empty grid.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite, a step not above 0, or a count below 0.</exception>
    public GridFrame(CoordinateSystem system, double firstX, double firstY, double stepX, double stepY, int columns, int rows)
    {
        ArgumentNullException.ThrowIfNull(system);
        ThrowUnlessFinite(firstX, nameof(firstX));
        ThrowUnlessFinite(firstY, nameof(firstY));
        ThrowUnlessStep(stepX, nameof(stepX));
        ThrowUnlessStep(stepY, nameof(stepY));
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        System = system;
        FirstX = firstX;
        FirstY = firstY;
        StepX = stepX;
        StepY = stepY;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>A frame without samples.</summary>
    public static GridFrame Empty { get; } = new(CoordinateSystem.Of(4326), 0, 0, 1, 1, 0, 0);

    /// <summary>The system of the coordinates.</summary>
    public CoordinateSystem System { get; }

    /// <summary>X of the centre of column 0.</summary>
    public double FirstX { get; }

    /// <summary>Y of the centre of row 0.</summary>
    public double FirstY { get; }

    /// <summary>From one column to the next, eastwards, in units of the system.</summary>
    public double StepX { get; }

    /// <summary>From one row to the next, southwards, in units of the system.</summary>
    public double StepY { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Whether there are no samples.</summary>
    public bool IsEmpty => Columns == 0 || Rows == 0;

    /// <summary>How many samples there are.</summary>
    public long Count => (long)Columns * Rows;

    /// <summary>X of the outer edge west of column 0.</summary>
    public double WestEdgeX => FirstX - (StepX / 2);

    /// <summary>X of the outer edge east of the last column.</summary>
    public double EastEdgeX => X(Columns - 0.5);

    /// <summary>Y of the outer edge north of row 0.</summary>
    public double NorthEdgeY => FirstY + (StepY / 2);

    /// <summary>Y of the outer edge south of the last row.</summary>
    public double SouthEdgeY => Y(Rows - 0.5);

    /// <summary>The smallest box of WGS84 that holds all cells, found along their outer edges.</summary>
    public GeoExtent Extent => FrameExtent.Of(this);

    /// <summary>The side in metres of a square as large as the cell in the middle.</summary>
    public double ResolutionMetres => Math.Sqrt(CellWidthMetres((Rows - 1) / 2.0) * CellHeightMetres((Rows - 1) / 2.0));

    /// <summary>X of a column, fractions included.</summary>
    public double X(double column) => FirstX + (column * StepX);

    /// <summary>Y of a row, fractions included.</summary>
    public double Y(double row) => FirstY - (row * StepY);

    /// <summary>The place on WGS84 of grid coordinates.</summary>
    public GeoPoint Place(double column, double row) => System.ToWgs84(X(column), Y(row));

    /// <summary>
    /// The grid coordinates of a place, which may lie outside the grid. NaN where the system has no coordinates for the place.
    /// </summary>
    public (double Column, double Row) Locate(GeoPoint place)
    {
        double x, y;
        try
        {
            (x, y) = System.FromWgs84(place);
        }
        catch (ArgumentException)
        {
            return (double.NaN, double.NaN);
        }

        // A grid may run over the antimeridian: the longitude is taken on the grid's side.
        if (System.IsGeographic)
            x += 360 * Math.Round(((X((Columns - 1) / 2.0)) - x) / 360);
        return ((x - FirstX) / StepX, (FirstY - y) / StepY);
    }

    /// <summary>
    /// How far apart two columns are on the ground, in metres: on WGS84 at the latitude of the row where the system is
    /// geographic, else the step itself (a projection's scale, within 0.1 % in its zone, is not taken out).
    /// </summary>
    public double CellWidthMetres(double row)
    {
        if (!System.IsGeographic)
            return StepX;
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(Y(row)));
        double normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sine * sine));
        return Math.Abs(normal * cosine) * double.DegreesToRadians(StepX);
    }

    /// <summary>How far apart two rows are on the ground, in metres, at a row; as <see cref="CellWidthMetres"/>.</summary>
    public double CellHeightMetres(double row)
    {
        if (!System.IsGeographic)
            return StepY;
        double sine = Math.Sin(double.DegreesToRadians(Y(row)));
        double root = Math.Sqrt(1 - (Wgs84.EccentricitySquared * sine * sine));
        double meridian = Wgs84.SemiMajorAxisMetres * (1 - Wgs84.EccentricitySquared) / (root * root * root);
        return meridian * double.DegreesToRadians(StepY);
    }

    /// <summary>The frame of a part of the samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within this frame.</exception>
    public GridFrame Window(int firstColumn, int firstRow, int columns, int rows)
    {
        ThrowUnlessWithin(firstColumn, columns, Columns, nameof(firstColumn), "columns");
        ThrowUnlessWithin(firstRow, rows, Rows, nameof(firstRow), "rows");
        return new GridFrame(System, X(firstColumn), Y(firstRow), StepX, StepY, columns, rows);
    }

    private static void ThrowUnlessFinite(double value, string name)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "A coordinate is a finite number.");
    }

    private static void ThrowUnlessStep(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "A step is a finite number above 0.");
    }

    private static void ThrowUnlessWithin(int first, int count, int all, string name, string what)
    {
        if (first < 0 || count < 0 || (long)first + count > all)
            throw new ArgumentOutOfRangeException(name, first, $"A window of {count} {what} from {first} does not lie within the {all} there are.");
    }
}
