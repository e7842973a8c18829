using System.Text.Json;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// The bounding box of geometries as RFC 7946 §5 has it: west, south, east, north in degrees, the shortest way round,
/// so that west is greater than east where it crosses the antimeridian.
/// </summary>
/// <remarks>
/// A line's edge that spans more than half the globe in longitude is taken to go the other way round, since edges of
/// lines are geodesics; an area is taken as it stands, since the standard has areas cut at the antimeridian.
/// </remarks>
public sealed class GeoJsonBoundingBox
{
    private readonly List<(double West, double East)> _spans = [];
    private int _mergeAt = 256;
    private double _south = double.PositiveInfinity;
    private double _north = double.NegativeInfinity;

    /// <summary>True while nothing was added that has a place.</summary>
    public bool IsEmpty => _spans.Count == 0;

    /// <summary>West, south, east and north, in degrees.</summary>
    /// <exception cref="InvalidOperationException">Nothing was added that has a place.</exception>
    public (double West, double South, double East, double North) Bounds
    {
        get
        {
            if (IsEmpty)
                throw new InvalidOperationException("An empty bounding box has no bounds.");
            Merge();
            (double west, double east) = Around();
            return (west, _south, east, _north);
        }
    }

    /// <summary>Widens the box so that it holds a geometry.</summary>
    public void Add(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        switch (geometry)
        {
            case GeometryCollection parts:
                for (int i = 0; i < parts.NumGeometries; i++)
                    Add(parts.GetGeometryN(i));
                break;
            case Point { IsEmpty: false } point:
                Add(point.CoordinateSequence, isLine: false);
                break;
            case LineString { IsEmpty: false } line:
                Add(line.CoordinateSequence, isLine: true);
                break;
            case Polygon { IsEmpty: false } area:
                Add(area.ExteriorRing.CoordinateSequence, isLine: false);
                break;
        }

        // What overlaps is one span: the list stays short however many features there are.
        if (_spans.Count > _mergeAt)
        {
            Merge();
            _mergeAt = Math.Max(256, 2 * _spans.Count);
        }
    }

    /// <summary>Writes the four numbers as an array.</summary>
    public void Write(Utf8JsonWriter writer, int decimals = 7)
    {
        ArgumentNullException.ThrowIfNull(writer);
        (double west, double south, double east, double north) = Bounds;
        writer.WriteStartArray();
        Span<byte> text = stackalloc byte[32];
        foreach (double number in (ReadOnlySpan<double>)[west, south, east, north])
            writer.WriteRawValue(text[..DecimalText.Format(number, decimals, text)], skipInputValidation: true);
        writer.WriteEndArray();
    }

    private void Add(CoordinateSequence positions, bool isLine)
    {
        double at = positions.GetX(0);
        double west = at;
        double east = at;
        for (int i = 0; i < positions.Count; i++)
        {
            double longitude = positions.GetX(i);
            if (isLine)
                longitude += 360 * Math.Round((at - longitude) / 360);
            at = longitude;
            west = Math.Min(west, longitude);
            east = Math.Max(east, longitude);
            _south = Math.Min(_south, positions.GetY(i));
            _north = Math.Max(_north, positions.GetY(i));
        }

        // A line starts within range, so that one of its ends is within range however it runs.
        if (east - west >= 360)
        {
            _spans.Add((-180, 180));
        }
        else if (east > 180)
        {
            _spans.Add((west, 180));
            _spans.Add((-180, east - 360));
        }
        else if (west < -180)
        {
            _spans.Add((west + 360, 180));
            _spans.Add((-180, east));
        }
        else
        {
            _spans.Add((west, east));
        }
    }

    private void Merge()
    {
        _spans.Sort();
        int kept = 0;
        for (int i = 1; i < _spans.Count; i++)
        {
            if (_spans[i].West <= _spans[kept].East)
                _spans[kept] = (_spans[kept].West, Math.Max(_spans[kept].East, _spans[i].East));
            else
                _spans[++kept] = _spans[i];
        }

        if (kept + 1 < _spans.Count)
            _spans.RemoveRange(kept + 1, _spans.Count - kept - 1);
    }

    // The box is what the widest empty stretch of longitude leaves; between equals, the one that does not cross.
    private (double West, double East) Around()
    {
        double widest = _spans[0].West + 360 - _spans[^1].East;
        (double West, double East) box = (_spans[0].West, _spans[^1].East);
        for (int i = 1; i < _spans.Count; i++)
        {
            double empty = _spans[i].West - _spans[i - 1].East;
            if (empty > widest)
            {
                widest = empty;
                box = (_spans[i].West, _spans[i - 1].East);
            }
        }

        return box;
    }
}
