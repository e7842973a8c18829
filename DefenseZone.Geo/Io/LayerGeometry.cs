using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>The geometry types that a layer may have.</summary>
internal sealed class LayerGeometry
{
    private static readonly LayerGeometry Lines = new("a LineString or MultiLineString", OgcGeometryType.LineString, OgcGeometryType.MultiLineString);
    private static readonly LayerGeometry Areas = new("a Polygon or MultiPolygon", OgcGeometryType.Polygon, OgcGeometryType.MultiPolygon);
    private static readonly LayerGeometry Points = new("a Point", OgcGeometryType.Point);
    private static readonly LayerGeometry Sites = new("a Point, Polygon or MultiPolygon", OgcGeometryType.Point, OgcGeometryType.Polygon, OgcGeometryType.MultiPolygon);
    private static readonly LayerGeometry Any = new("any geometry");

    private readonly string _words;
    private readonly OgcGeometryType[] _types;

    private LayerGeometry(string words, params OgcGeometryType[] types)
    {
        _words = words;
        _types = types;
    }

    /// <summary>What a layer may have. A layer that the format does not know may have anything, and nothing.</summary>
    public static LayerGeometry Of(string layer) => layer switch
    {
        Vocabulary.BorderSegments or Vocabulary.PatrolRoads => Lines,
        Vocabulary.DefensiveZones or Vocabulary.HazardAreas => Areas,
        Vocabulary.CandidateSites => Points,
        _ when Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind) =>
            kind is FacilityKind.MilitiaPost or FacilityKind.CommandPost or FacilityKind.BorderGate ? Points : Sites,
        _ => Any,
    };

    /// <summary>Whether a draft's geometry may stand in the layer; if not, it is reported.</summary>
    public bool Check(FeatureDraft draft, JsonPath path, ProblemLog problems)
    {
        if (draft.Geometry is not { } geometry)
            return false;
        if (_types.Length == 0)
            return true;
        if (geometry.IsEmpty)
        {
            bool isNothing = geometry is GeometryCollection { OgcGeometryType: OgcGeometryType.GeometryCollection };
            problems.Error(path.With("geometry"), isNothing ? "the feature has no geometry" : "the geometry is empty", $"this layer's features have {_words}");
            return false;
        }

        if (Array.IndexOf(_types, geometry.OgcGeometryType) >= 0)
            return true;
        problems.Error(path.With("geometry"), $"the geometry is a {geometry.GeometryType}", $"this layer's features have {_words}");
        return false;
    }
}
