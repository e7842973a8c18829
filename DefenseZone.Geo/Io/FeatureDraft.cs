using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>A feature as its text has it, before it is known what its layer makes of it. One draft serves feature after feature.</summary>
internal sealed class FeatureDraft
{
    public FeatureId Id { get; set; }

    /// <summary>The geometry, empty where there is none; null where it is in error.</summary>
    public Geometry? Geometry { get; set; } = Wgs84Geometry.Empty;

    public PropertyBuffer Properties { get; } = new();

    public PropertyBuffer ForeignMembers { get; } = new();

    /// <summary>False where any part of it is in error, so that there will be no feature.</summary>
    public bool IsRight { get; set; } = true;

    public bool HasType { get; set; }

    public bool HasId { get; set; }

    public bool HasGeometry { get; set; }

    public bool HasProperties { get; set; }

    public void Clear()
    {
        Id = FeatureId.None;
        Geometry = Wgs84Geometry.Empty;
        Properties.Clear();
        ForeignMembers.Clear();
        IsRight = true;
        HasType = HasId = HasGeometry = HasProperties = false;
    }
}
