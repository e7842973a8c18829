using System.Buffers;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Io;

/// <summary>Writes features as CSV.</summary>
internal sealed class PointCsvWriting(TextWriter text, CoordinateSystem? system)
{
    // A centimetre in degrees, a tenth of a millimetre in metres: a way there and back must not move a place.
    private const int DecimalsOfDegrees = 7;
    private const int DecimalsOfMetres = 4;

    private const int MostFaults = 10;

    private static readonly SearchValues<char> ToBeQuoted = SearchValues.Create(",;\t\"\r\n");

    private readonly WKTWriter _wkt = new(2);

    public void Write(IReadOnlyCollection<PlanFeature> features)
    {
        bool arePoints = true;
        var columns = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlanFeature feature in features)
        {
            arePoints &= feature.Geometry is Point { IsEmpty: false };
            foreach (KeyValuePair<string, PropertyValue> property in feature.AllProperties())
            {
                if (known.Add(property.Key))
                    columns.Add(property.Key);
            }
        }

        if (arePoints)
            RefuseOutside(features);
        var cells = new List<string>(!arePoints ? ["id", "wkt"] : system is null ? ["id", "lon", "lat"] : ["id", "x", "y"]);
        cells.AddRange(columns);
        WriteRecord(cells);
        foreach (PlanFeature feature in features)
        {
            cells.Clear();
            cells.Add(feature.Id.Text);
            if (arePoints)
            {
                (double x, double y) = Place(feature.Geometry.Coordinate);
                cells.Add(Number(x));
                cells.Add(Number(y));
            }
            else
            {
                cells.Add(feature.Geometry is GeometryCollection { NumGeometries: 0 } ? string.Empty : _wkt.Write(feature.Geometry));
            }

            FeatureProperties properties = feature.AllProperties();
            foreach (string column in columns)
                cells.Add(properties[column].ToString());
            WriteRecord(cells);
        }
    }

    // Before anything is written, and all that is wrong at once.
    private void RefuseOutside(IReadOnlyCollection<PlanFeature> features)
    {
        var faults = new List<string>();
        int more = 0;
        foreach (PlanFeature feature in features)
        {
            try
            {
                Place(feature.Geometry.Coordinate);
            }
            catch (ArgumentException fault)
            {
                if (faults.Count < MostFaults)
                    faults.Add($"feature \"{feature.Id}\": {fault.Message}");
                else
                    more++;
            }
        }

        if (more > 0)
            faults.Add($"and {more.ToString(CultureInfo.InvariantCulture)} more features outside the area");
        if (faults.Count > 0)
            throw new ArgumentException(string.Join('\n', faults));
    }

    private (double X, double Y) Place(Coordinate coordinate) => system is null
        ? (coordinate.X, coordinate.Y)
        : system.CoordinatesOf(new GeoPoint(coordinate.X, coordinate.Y));

    private string Number(double value)
    {
        int decimals = system is { IsGeographic: false } ? DecimalsOfMetres : DecimalsOfDegrees;
        return Math.Round(value, decimals).ToString("0.#######", CultureInfo.InvariantCulture);
    }

    private void WriteRecord(List<string> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Write(',');
            string cell = cells[i];
            bool isQuoted = cell.AsSpan().IndexOfAny(ToBeQuoted) >= 0 || (cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])));
            text.Write(isQuoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        text.WriteLine();
    }
}
