using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace DefenseZone.Geo.Model;

/// <summary>The one geometry factory of the project: WGS84 (SRID 4326), double precision, OverlayNG.</summary>
public static class Wgs84Geometry
{
    /// <summary>
    /// Makes every geometry here. NetTopologySuite would overlay with its legacy algorithm unless told otherwise,
    /// so its services are built once, in this place.
    /// </summary>
    public static GeometryFactory Factory { get; } = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance,
        PrecisionModel.Floating.Value,
        4326,
        GeometryOverlay.NG,
        new CoordinateEqualityComparer()).CreateGeometryFactory();

    /// <summary>The geometry of what has none.</summary>
    public static GeometryCollection Empty { get; } = Factory.CreateGeometryCollection();
}
