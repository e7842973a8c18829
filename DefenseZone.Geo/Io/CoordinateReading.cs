using System.Text.Json;

namespace DefenseZone.Geo.Io;

/// <summary>Reads the <c>coordinates</c> of a geometry, of whatever type, and reports what is wrong with them.</summary>
internal sealed class CoordinateReading(ProblemLog problems, JsonPath path)
{
    private const int DeepestPosition = 4;

    private readonly int[] _items = new int[DeepestPosition + 2];
    private int _faults;
    private int _outOfRange;
    private int _swappable;
    private string _outOfRangePath = string.Empty;
    private (double Longitude, double Latitude) _outOfRangePosition;
    private int _dropped;
    private string _droppedPath = string.Empty;

    /// <summary>
    /// Reads the array at whose start the tokens stand, up to its end.
    /// </summary>
    /// <returns>False where there was an error; all of it is read in any case.</returns>
    public bool Read(ref JsonTokens tokens, CoordinateBuffer into)
    {
        into.Clear();
        _faults = _outOfRange = _swappable = _dropped = 0;
        if (tokens.Type != JsonTokenType.StartArray)
        {
            Fault([], $"coordinates are {Called(tokens.Type)}, not an array", "give an array of numbers: [longitude, latitude]");
            tokens.Skip();
            return false;
        }

        ReadArrays(ref tokens, into);
        if (_outOfRange > 0)
            ReportRange();
        if (_dropped > 0)
        {
            problems.Warn(
                _droppedPath, $"a position has more than three numbers ({_dropped} such), which are not kept",
                "a position is [longitude, latitude] or [longitude, latitude, height]");
        }

        if (_faults > 1)
            problems.Error(path.ToString(), $"{_faults - 1} more faults of this kind in the same geometry", "see the first");
        return _faults == 0 && _outOfRange == 0;
    }

    public static string Called(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    private void ReadArrays(ref JsonTokens tokens, CoordinateBuffer into)
    {
        int depth = 1;
        int numbers = 0;
        bool isSpoiled = false;
        double longitude = 0;
        double latitude = 0;
        double height = double.NaN;
        _items[1] = 0;
        while (depth > 0)
        {
            tokens.ReadOn();
            switch (tokens.Type)
            {
                case JsonTokenType.Number:
                    double number = DecimalText.Parse(tokens.Bytes);
                    if (numbers == 0)
                        longitude = number;
                    else if (numbers == 1)
                        latitude = number;
                    else if (numbers == 2)
                        height = number;
                    else if (numbers == 3 && _dropped++ == 0)
                        _droppedPath = path.With(_items.AsSpan(1, depth - 1));
                    numbers++;
                    break;

                case JsonTokenType.EndArray:
                    if (numbers > 0 && !isSpoiled)
                        EndPosition(into, depth, numbers, longitude, latitude, height);
                    else if (!isSpoiled)
                        EndArray(into, depth);
                    isSpoiled = false;
                    bool isPosition = numbers > 0;
                    numbers = 0;
                    height = double.NaN;
                    depth--;
                    _items[depth]++;
                    if (isPosition && depth > 0 && into.Nesting == depth + 1)
                        _items[depth] += tokens.ReadPlainPositions(into);
                    break;

                case JsonTokenType.StartArray when numbers == 0 && depth < DeepestPosition:
                    depth++;
                    _items[depth] = 0;
                    break;

                case JsonTokenType.StartArray:
                    Fault(
                        _items.AsSpan(1, depth), numbers > 0 ? "an array stands among the numbers of a position" : "arrays are nested too deep",
                        "a MultiPolygon's positions are four arrays deep, no geometry's are deeper");
                    tokens.Skip();
                    isSpoiled = numbers > 0;
                    _items[depth]++;
                    break;

                default:
                    string what = tokens.Type == JsonTokenType.String ? "a string" : Called(tokens.Type);
                    Fault(
                        [.. _items.AsSpan(1, depth - 1), numbers > 0 ? numbers : _items[depth]],
                        $"{what} stands where a number belongs", "write numbers without quotes, and leave out positions that are not known");
                    tokens.Skip();
                    isSpoiled = numbers > 0 || depth == into.Nesting;
                    _items[depth]++;
                    break;
            }
        }
    }

    private void EndPosition(CoordinateBuffer into, int depth, int numbers, double longitude, double latitude, double height)
    {
        ReadOnlySpan<int> items = _items.AsSpan(1, depth - 1);
        if (into.Nesting == 0)
            into.Nesting = depth;
        if (into.Nesting != depth)
        {
            Fault(items, "positions of one geometry are nested to different depths", "nest all of them alike, as the geometry's type asks");
            return;
        }

        if (numbers < 2)
        {
            Fault(items, "a position has one number only", "a position is [longitude, latitude]");
            return;
        }

        if (!(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90))
            OutOfRange(items, longitude, latitude);
        if (numbers >= 3 && !double.IsFinite(height))
            Fault(items, "a position's height is not a finite number", "give metres above the ellipsoid, or leave it out");
        into.Add(longitude, latitude, height);
    }

    private void EndArray(CoordinateBuffer into, int depth)
    {
        bool isEmpty = _items[depth] == 0;
        if (isEmpty && depth > 1)
        {
            Fault(_items.AsSpan(1, depth - 1), "an array of positions is empty", "leave the empty array out, or fill it");
            return;
        }

        if (into.Nesting == 0)
            return;
        if (depth == into.Nesting - 1)
            into.LineEnds.Add(into.Count);
        else if (depth == into.Nesting - 2)
            into.PolygonEnds.Add(into.LineEnds.Count);
    }

    private void OutOfRange(ReadOnlySpan<int> items, double longitude, double latitude)
    {
        if (!double.IsFinite(longitude) || !double.IsFinite(latitude))
        {
            Fault(items, "a position's number is too large to be finite", "longitudes are −180 to 180, latitudes −90 to 90");
            return;
        }

        if (_outOfRange++ == 0)
        {
            _outOfRangePath = path.With(items);
            _outOfRangePosition = (longitude, latitude);
        }

        if (Math.Abs(latitude) <= 180 && Math.Abs(longitude) <= 90)
            _swappable++;
    }

    private void ReportRange()
    {
        (double longitude, double latitude) = _outOfRangePosition;
        string remedy = _swappable == _outOfRange
            ? $"longitude comes first: latitude and longitude look swapped, [{latitude}, {longitude}] would be within range"
            : Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 540
                ? $"longitudes are −180 to 180: {longitude} is {Math.IEEERemainder(longitude, 360)}, and a line or area that crosses the 180th meridian is cut there"
                : "give WGS84 degrees, longitude −180 to 180 before latitude −90 to 90; convert projected coordinates (metres) first";
        string more = _outOfRange > 1 ? $" ({_outOfRange} such positions in this geometry)" : string.Empty;
        problems.Error(_outOfRangePath, $"the position [{longitude}, {latitude}] is out of range{more}", remedy);
    }

    private void Fault(ReadOnlySpan<int> items, string message, string remedy)
    {
        if (_faults++ == 0)
            problems.Error(path.With(items), message, remedy);
    }
}
