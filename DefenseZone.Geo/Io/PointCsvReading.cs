using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>One reading of a CSV text: the header, then a feature a record.</summary>
internal sealed class PointCsvReading(LayerContent content, CsvRecords records, Func<double, double, GeoPoint>? toWgs84)
{
    private static readonly string[] TextColumns =
        [PropertyNames.Name, PropertyNames.Neighbour, PropertyNames.Class, PropertyNames.Surface, PropertyNames.Season, PropertyNames.InServiceFrom, PropertyNames.InServiceTo];

    private static readonly string[] Meanings =
    [
        PropertyNames.Name, PropertyNames.CoverageRadiusMetres, PropertyNames.ObserverHeightMetres, PropertyNames.Status, PropertyNames.InServiceFrom,
        PropertyNames.InServiceTo, PropertyNames.Zone, PropertyNames.Cost, PropertyNames.Kind,
    ];

    private readonly List<string> _cells = [];
    private readonly JsonPath _path = new();
    private string[] _columns = [];
    private int _id = -1;
    private int _x = -1;
    private int _y = -1;

    private ProblemLog Problems => content.Problems;

    public void Read(CancellationToken cancellationToken)
    {
        if (!TryReadHeader())
            return;
        var draft = new FeatureDraft();
        for (int row = 0; records.TryRead(_cells); row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Problems.FeatureIndex = row;
            int problemsBefore = Problems.Count;
            draft.Clear();
            if (records.Fault.Length > 0)
                Fault(draft, 1, records.Fault, "quote a field that holds a comma, a quote or a line end, and double the quotes within");
            else if (_cells.Count > _columns.Length)
                Fault(draft, _columns.Length + 1, $"the record has {_cells.Count} fields, the header {_columns.Length}", "quote a field that holds a comma, or name the column");
            else
                Fill(draft);
            content.Take(draft, _path, problemsBefore);
            Problems.Locate(problemsBefore, records.Line, ColumnOf);
        }

        Problems.FeatureIndex = -1;
    }

    // A problem of a property is told by its column, not by a path into JSON that is not there.
    private int ColumnOf(string jsonPath)
    {
        const string Start = "$.properties.";
        if (jsonPath.StartsWith(Start, StringComparison.Ordinal))
            return Array.IndexOf(_columns, jsonPath[Start.Length..]) + 1;
        return jsonPath.EndsWith(".id", StringComparison.Ordinal) ? _id + 1 : 0;
    }

    private bool TryReadHeader()
    {
        if (!records.TryRead(_cells))
        {
            Problems.ErrorAt(1, 1, "the file is empty", "the first line names the columns: id,lon,lat,name,…");
            return false;
        }

        bool isRight = true;
        _columns = new string[_cells.Count];
        for (int i = 0; i < _columns.Length; i++)
        {
            string name = _cells[i].Trim().TrimStart('\uFEFF');
            _columns[i] = name;
            if (name.Length == 0)
                continue;
            for (int j = 0; j < i; j++)
            {
                if (!string.Equals(_columns[j], name, StringComparison.OrdinalIgnoreCase))
                    continue;
                Problems.ErrorAt(records.Line, i + 1, $"the column \"{name}\" stands twice", "give each column a name of its own");
                isRight = false;
            }

            Place(i, name);
        }

        if (_x >= 0 && _y >= 0)
            return isRight;
        (string x, string y) = toWgs84 is null ? ("lon", "lat") : ("x", "y");
        Problems.ErrorAt(
            records.Line, 1, $"there are no columns \"{x}\" and \"{y}\"",
            toWgs84 is null ? "name them in the first line; for x and y, say in which coordinate system they are" : "name them in the first line");
        return false;
    }

    private void Place(int column, string name)
    {
        if (name.Equals("id", StringComparison.OrdinalIgnoreCase))
            _id = column;
        else if (IsOneOf(name, toWgs84 is null ? "lon" : "x", toWgs84 is null ? "longitude" : "easting"))
            _x = column;
        else if (IsOneOf(name, toWgs84 is null ? "lat" : "y", toWgs84 is null ? "latitude" : "northing"))
            _y = column;
        foreach (string meaning in Meanings)
        {
            if (meaning.Equals(name, StringComparison.OrdinalIgnoreCase))
                _columns[column] = meaning;
        }
    }

    private static bool IsOneOf(string name, string first, string second) =>
        name.Equals(first, StringComparison.OrdinalIgnoreCase) || name.Equals(second, StringComparison.OrdinalIgnoreCase);

    private void Fill(FeatureDraft draft)
    {
        if (_id >= 0 && _id < _cells.Count && _cells[_id].Length > 0)
            draft.Id = IsJsonNumber(_cells[_id]) ? FeatureId.OfNumber(_cells[_id]) : FeatureId.Of(_cells[_id]);
        for (int i = 0; i < _cells.Count; i++)
        {
            if (i != _id && i != _x && i != _y && _columns[i].Length > 0 && _cells[i].Length > 0)
                draft.Properties.Add(_columns[i], Value(_columns[i], _cells[i]));
        }

        double? x = Ordinate(draft, _x);
        double? y = Ordinate(draft, _y);
        if (x is { } east && y is { } north)
            draft.Geometry = PointAt(draft, east, north);
    }

    private Point? PointAt(FeatureDraft draft, double x, double y)
    {
        var place = new GeoPoint(x, y);
        if (toWgs84 is not null)
        {
            try
            {
                place = toWgs84(x, y);
            }
            catch (ArgumentException error)
            {
                Fault(draft, _x + 1, error.Message.TrimEnd('.'), "give x (east) and y (north) in the unit of the coordinate system");
                return null;
            }
        }

        if (Math.Abs(place.LongitudeDegrees) <= 180 && Math.Abs(place.LatitudeDegrees) <= 90)
            return Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));
        bool isSwapped = toWgs84 is null && Math.Abs(x) <= 90 && Math.Abs(y) <= 180;
        Fault(
            draft, _x + 1, $"[{x}, {y}] is out of range",
            isSwapped ? $"longitude and latitude look swapped: [{y}, {x}] would be within range"
                : toWgs84 is null ? "longitudes are −180 to 180, latitudes −90 to 90; if these are metres, name the columns x and y and the coordinate system"
                : "give x (east) and y (north) in the unit of the coordinate system");
        return null;
    }

    private double? Ordinate(FeatureDraft draft, int column)
    {
        string cell = column < _cells.Count ? _cells[column].Trim() : string.Empty;
        if (cell.Length > 0 && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            return value;
        Fault(
            draft, column + 1, cell.Length == 0 ? $"there is no {_columns[column]}" : $"\"{(cell.Length > 40 ? cell[..40] + "…" : cell)}\" is not a number",
            cell.Contains(',', StringComparison.Ordinal) ? "write a point, not a comma, before the decimals" : "give a number such as 106.25");
        return null;
    }

    private static PropertyValue Value(string column, string cell)
    {
        if (Array.IndexOf(TextColumns, column) >= 0)
            return PropertyValue.Of(cell);
        if (cell is "true" or "false")
            return PropertyValue.Of(cell == "true");
        return IsJsonNumber(cell) ? PropertyValue.OfNumber(cell) : PropertyValue.Of(cell);
    }

    // What JSON would not write as a number, such as 007 or +84, is a name or a code.
    private static bool IsJsonNumber(string cell)
    {
        if (cell.Length > 32 || !double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            return false;
        int first = cell[0] == '-' ? 1 : 0;
        bool hasLeadingZero = cell.Length > first + 1 && cell[first] == '0' && char.IsAsciiDigit(cell[first + 1]);
        int point = cell.IndexOf('.', StringComparison.Ordinal);
        return char.IsAsciiDigit(cell[first]) && !hasLeadingZero && (point < 0 || (point + 1 < cell.Length && char.IsAsciiDigit(cell[point + 1])));
    }

    private void Fault(FeatureDraft draft, int column, string message, string remedy)
    {
        Problems.ErrorAt(records.Line, column, message, remedy);
        draft.IsRight = false;
        draft.Geometry = null;
    }
}
