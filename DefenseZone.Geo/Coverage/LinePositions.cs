using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>The vertices of one line of the border in the order in which it is walked, read where the line has them.</summary>
internal readonly struct LinePositions
{
    private readonly double[] _positions;
    private readonly bool _reversed;

    internal LinePositions(CoordinateSequence line, bool reversed)
    {
        _positions = Wgs84Geometry.Positions(line);
        _reversed = reversed;
    }

    internal LinePositions(double[] positions) => _positions = positions;

    internal int Count => _positions.Length / 2;

    /// <summary>The steps in <see cref="Numbers"/> from one vertex to the next.</summary>
    internal int Step => _reversed ? -2 : 2;

    /// <summary>Longitude and latitude by turns.</summary>
    internal double[] Numbers => _positions;

    /// <summary>Where in <see cref="Numbers"/> the longitude of a vertex stands.</summary>
    internal int At(int vertex) => 2 * (_reversed ? Count - 1 - vertex : vertex);

    /// <summary>Writes out longitudes and latitudes.</summary>
    internal void CopyTo(Span<double> longitudes, Span<double> latitudes)
    {
        int at = At(0), step = Step;
        for (int i = 0; i < Count; i++, at += step)
            (longitudes[i], latitudes[i]) = (_positions[at], _positions[at + 1]);
    }
}
