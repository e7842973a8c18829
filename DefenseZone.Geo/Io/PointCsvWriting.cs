using System.Buffers;
using System.Globalization;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Io;

/// <summary>Writes features as CSV.</summary>
internal sealed class PointCsvWriting(TextWriter text)
{
    private const int Decimals = 7;
    private static readonly SearchValues<char> ToBeQuoted = SearchValues.Create(",;\t\"\r\n");

    private readonly WKTWriter _wkt = new(2) { PrecisionModel = new PrecisionModel(1e7) };

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

        var cells = new List<string>(arePoints ? ["id", "lon", "lat"] : ["id", "wkt"]);
        cells.AddRange(columns);
        WriteRecord(cells);
        foreach (PlanFeature feature in features)
        {
            cells.Clear();
            cells.Add(feature.Id.Text);
            if (arePoints)
            {
                cells.Add(Number(feature.Geometry.Coordinate.X));
                cells.Add(Number(feature.Geometry.Coordinate.Y));
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

    private static string Number(double degrees) => Math.Round(degrees, Decimals).ToString("0.#######", CultureInfo.InvariantCulture);

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
