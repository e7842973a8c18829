using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The parts that reports about terrain share, as JSON.</summary>
internal static class TerrainJson
{
    /// <summary>The system, extent and resolution of cells.</summary>
    public static void WriteCells(this Utf8JsonWriter writer, GridFrame frame)
    {
        writer.WriteNumber("epsg", frame.System.Epsg);
        writer.WriteNumber("columns", frame.Columns);
        writer.WriteNumber("rows", frame.Rows);
        writer.WriteNumber("stepX", frame.StepX);
        writer.WriteNumber("stepY", frame.StepY);
        writer.WriteMetres("resolutionMetres", frame.IsEmpty ? double.NaN : frame.ResolutionMetres);
        writer.WriteExtent(frame.Extent);
    }

    /// <summary>A box as RFC 7946 has it: west, south, east, north; null where it is empty.</summary>
    public static void WriteExtent(this Utf8JsonWriter writer, GeoExtent extent)
    {
        if (extent.IsEmpty)
        {
            writer.WriteNull("bbox");
            return;
        }

        writer.WriteStartArray("bbox");
        foreach (double bound in (ReadOnlySpan<double>)[extent.WestDegrees, extent.SouthDegrees, extent.EastDegrees, extent.NorthDegrees])
            writer.WriteNumberValue(ReportNumbers.Degrees(bound));
        writer.WriteEndArray();
    }

    /// <summary>The lowest and highest elevation, and how many cells are void.</summary>
    public static void WriteElevations(this Utf8JsonWriter writer, ElevationRange range)
    {
        writer.WriteNumber("cells", range.Cells);
        writer.WriteNumber("voidCells", range.VoidCells);
        writer.WriteMetres("lowestMetres", range.LowestMetres);
        writer.WriteMetres("highestMetres", range.HighestMetres);
    }

    /// <summary>A number with as many digits as mean something; null where there is none.</summary>
    public static void WriteFigure(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, ReportNumbers.Metres(value));
        else
            writer.WriteNull(name);
    }

    /// <summary>A place; null where it means nothing.</summary>
    public static void WritePlaceOrNull(this Utf8JsonWriter writer, string name, GeoPoint place, bool isKnown)
    {
        if (isKnown)
            writer.WritePlace(name, place);
        else
            writer.WriteNull(name);
    }
}
