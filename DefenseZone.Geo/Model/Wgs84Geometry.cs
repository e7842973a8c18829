using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace DefenseZone.Geo.Model;

/// <summary>The one geometry factory of the project: WGS84 (SRID 4326), double precision, OverlayNG.</summary>
public static class Wgs84Geometry
{
    /// <summary>
    /// Makes every geometry here. NetTopologySuite would overlay with its legacy algorithm unless told otherwise,
    /// so its services are built once, in this place. Lines and rings are packed: read them through their
    /// <see cref="CoordinateSequence"/>, since <c>Coordinates</c> makes an object of every position.
    /// </summary>
    public static GeometryFactory Factory { get; } = new NtsGeometryServices(
        CompactSequenceFactory.Instance,
        PrecisionModel.Floating.Value,
        4326,
        GeometryOverlay.NG,
        new CoordinateEqualityComparer()).CreateGeometryFactory();

    /// <summary>The geometry of what has none.</summary>
    public static GeometryCollection Empty { get; } = Factory.CreateGeometryCollection();

    /// <summary>
    /// The positions of a line or ring as longitude, latitude, longitude, latitude, …: the packed numbers themselves
    /// where there are no heights between them, else a copy. Not to be written to.
    /// </summary>
    internal static double[] Positions(CoordinateSequence sequence)
    {
        if (sequence is PackedDoubleCoordinateSequence { Dimension: 2 } packed)
            return packed.GetRawCoordinates();
        var positions = new double[sequence.Count * 2];
        for (int i = 0; i < sequence.Count; i++)
            (positions[2 * i], positions[(2 * i) + 1]) = (sequence.GetX(i), sequence.GetY(i));
        return positions;
    }
}
