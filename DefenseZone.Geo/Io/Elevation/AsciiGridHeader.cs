using System.Globalization;
using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>What the head of an ESRI ASCII grid says.</summary>
/// <param name="Frame">Where the samples are.</param>
/// <param name="NoData">The number that marks a void; NaN for none.</param>
/// <param name="DataStart">Where the samples begin, in bytes.</param>
internal sealed record AsciiGridHeader(GridFrame Frame, double NoData, long DataStart)
{
    private const int LongestHeader = 4096;
    private const string Remedy =
        "the head of an ASCII grid is: ncols N, nrows N, xllcorner X (or xllcenter), yllcorner Y (or yllcenter), cellsize S (or dx and dy) and, where there are voids, nodata_value V";

    private static readonly string[] Names =
        ["ncols", "nrows", "xllcorner", "xllcenter", "yllcorner", "yllcenter", "cellsize", "dx", "dy", "nodata_value", "nodata"];

    /// <summary>Reads the head.</summary>
    /// <exception cref="TerrainException">It is not right.</exception>
    public static AsciiGridHeader Read(ByteSource bytes, string projection)
    {
        byte[] head = new byte[(int)Math.Min(LongestHeader, bytes.Length)];
        bytes.Read(0, head, "the head");
        Dictionary<string, double> values = Values(bytes, head, out int dataStart);
        int columns = Count(bytes, values, "ncols"), rows = Count(bytes, values, "nrows");
        double stepX = Step(bytes, values, "dx"), stepY = Step(bytes, values, "dy");
        double west = Origin(bytes, values, "xllcorner", "xllcenter", stepX), south = Origin(bytes, values, "yllcorner", "yllcenter", stepY);
        double noData = values.TryGetValue("nodata_value", out double said) || values.TryGetValue("nodata", out said) ? said : double.NaN;
        CoordinateSystem system = System(bytes, projection, west - (stepX / 2), south - (stepY / 2), west + (stepX * columns), south + (stepY * rows));
        if (columns > Array.MaxLength / 64)
            throw TerrainException.In(TerrainFaultKind.TooLarge, bytes.Name, $"ncols is {columns}, more than can be read at once", $"cut it into tiles of at most {Array.MaxLength / 64} columns");

        // Two letters a sample, at the least: a head that promises more than the file can hold is wrong.
        if ((long)columns * rows > bytes.Length / 2 + 1)
            throw TerrainException.In(TerrainFaultKind.Damaged, bytes.Name, $"ncols {columns} and nrows {rows} promise {(long)columns * rows} samples, and the file has {bytes.Length} bytes", "the file is cut off, or its head is wrong");
        return new AsciiGridHeader(new GridFrame(system, west, south + ((rows - 1) * stepY), stepX, stepY, columns, rows), noData, dataStart);
    }

    private static Dictionary<string, double> Values(ByteSource bytes, byte[] head, out int dataStart)
    {
        var values = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        int at = 0;
        while (true)
        {
            int nameEnd = NextWord(head, ref at);
            string name = Encoding.UTF8.GetString(head.AsSpan(at, nameEnd - at)).TrimStart('\uFEFF');
            dataStart = at;
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || name.Equals("nan", StringComparison.OrdinalIgnoreCase))
                return values;
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"'{name[..Math.Min(name.Length, 20)]}' has no meaning in its head", Remedy);
            at = nameEnd;
            int valueEnd = NextWord(head, ref at);
            string text = Encoding.UTF8.GetString(head.AsSpan(at, valueEnd - at));
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"{name} is '{text[..Math.Min(text.Length, 20)]}', which is no number", Remedy);
            if (!values.TryAdd(name, value))
                throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"{name} stands there twice", Remedy);
            at = valueEnd;
        }
    }

    private static int NextWord(byte[] head, ref int at)
    {
        while (at < head.Length && head[at] <= ' ')
            at++;
        int end = at;
        while (end < head.Length && head[end] > ' ')
            end++;
        return end;
    }

    private static int Count(ByteSource bytes, Dictionary<string, double> values, string name)
    {
        double value = Needed(bytes, values, name);
        return value >= 1 && value <= int.MaxValue && value == Math.Floor(value)
            ? (int)value
            : throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"{name} is {value}", "it is a whole number, at least 1");
    }

    private static double Step(ByteSource bytes, Dictionary<string, double> values, string name)
    {
        double value = values.TryGetValue(name, out double own) ? own : Needed(bytes, values, "cellsize");
        return double.IsFinite(value) && value > 0 ? value : throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"cellsize is {value}", "it is above 0");
    }

    private static double Origin(ByteSource bytes, Dictionary<string, double> values, string corner, string centre, double step)
    {
        double value = values.TryGetValue(centre, out double at) ? at : Needed(bytes, values, corner) + (step / 2);
        return double.IsFinite(value) ? value : throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"{corner} is {value}", "it is a coordinate");
    }

    private static double Needed(ByteSource bytes, Dictionary<string, double> values, string name) =>
        values.TryGetValue(name, out double value) ? value : throw TerrainException.In(TerrainFaultKind.BadHead, bytes.Name, $"its head has no {name}", Remedy);

    private static CoordinateSystem System(ByteSource bytes, string projection, double west, double south, double east, double north)
    {
        bool fitsDegrees = west >= -180.5 && east <= 360.5 && south >= -90.5 && north <= 90.5;
        if (projection.Length == 0)
        {
            return fitsDegrees ? CoordinateSystem.Of(4326) : throw TerrainException.In(
                TerrainFaultKind.NoPlace, bytes.Name, $"its coordinates ({west}, {south}) are no degrees, and no .prj file beside it says what they are",
                "put a .prj file beside it, or convert it: gdal_translate -a_srs EPSG:3405 IN.asc OUT.tif");
        }

        if (!ProjectionText.TryParse(projection, out CoordinateSystem system))
        {
            throw TerrainException.In(
                TerrainFaultKind.UnknownSystem, bytes.Name, "the .prj file beside it names a coordinate system that is not known",
                "known are WGS84, UTM on WGS84 and VN-2000 (geographic, UTM, 3° zones); convert with: gdalwarp -t_srs EPSG:4326 IN.asc OUT.tif");
        }

        return !system.IsGeographic || fitsDegrees ? system : throw TerrainException.In(
            TerrainFaultKind.UnknownSystem, bytes.Name, $"the .prj file says degrees, and ({west}, {south}) are none", "give the .prj file of the grid's own system");
    }
}
