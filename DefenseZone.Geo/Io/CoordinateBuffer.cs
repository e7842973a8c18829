using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace DefenseZone.Geo.Io;

/// <summary>
/// The positions of one geometry as they come from the text, before its type need be known: all positions in a
/// row, where the arrays of them end (lines, rings), and where the arrays of those end (polygons).
/// </summary>
internal sealed class CoordinateBuffer
{
    private double[] _longitudes = new double[64];
    private double[] _latitudes = new double[64];
    private double[]? _heights;
    private bool _hasHeights;

    public int Count { get; private set; }

    /// <summary>How deep positions are nested: 1 for a Point, 2 for a line, 3 for a polygon; 0 where there are none.</summary>
    public int Nesting { get; set; }

    /// <summary>The number of positions at the end of each line or ring.</summary>
    public List<int> LineEnds { get; } = [];

    /// <summary>The number of lines at the end of each polygon.</summary>
    public List<int> PolygonEnds { get; } = [];

    public void Clear()
    {
        Count = 0;
        Nesting = 0;
        LineEnds.Clear();
        PolygonEnds.Clear();
        _hasHeights = false;
    }

    public void Add(double longitude, double latitude, double height)
    {
        if (Count == _longitudes.Length)
        {
            Array.Resize(ref _longitudes, Count * 2);
            Array.Resize(ref _latitudes, Count * 2);
        }

        _longitudes[Count] = longitude;
        _latitudes[Count] = latitude;
        if (_hasHeights || !double.IsNaN(height))
            AddHeight(height);
        Count++;
    }

    public double Longitude(int index) => _longitudes[index];

    public double Latitude(int index) => _latitudes[index];

    public bool Same(int first, int second) =>
        _longitudes[first] == _longitudes[second] && _latitudes[first] == _latitudes[second];

    /// <summary>The position at one place.</summary>
    public Coordinate Coordinate(int index)
    {
        double height = _hasHeights ? _heights![index] : double.NaN;
        return double.IsNaN(height)
            ? new Coordinate(_longitudes[index], _latitudes[index])
            : new CoordinateZ(_longitudes[index], _latitudes[index], height);
    }

    /// <summary>The positions from one place up to, not including, another. All have heights where any has.</summary>
    public CoordinateSequence Sequence(int from, int to)
    {
        bool withHeights = false;
        for (int i = from; _hasHeights && i < to && !withHeights; i++)
            withHeights = !double.IsNaN(_heights![i]);
        int dimension = withHeights ? 3 : 2;
        var numbers = new double[(to - from) * dimension];
        int at = 0;
        for (int i = from; i < to; i++)
        {
            numbers[at++] = _longitudes[i];
            numbers[at++] = _latitudes[i];
            if (withHeights)
                numbers[at++] = _heights![i];
        }

        return new PackedDoubleCoordinateSequence(numbers, dimension, 0);
    }

    private void AddHeight(double height)
    {
        if (_heights is null || _heights.Length < _longitudes.Length)
            Array.Resize(ref _heights, _longitudes.Length);
        if (!_hasHeights)
            Array.Fill(_heights, double.NaN, 0, Count);
        _hasHeights = true;
        _heights[Count] = height;
    }
}
