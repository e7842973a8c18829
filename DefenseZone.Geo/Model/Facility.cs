using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Model;

/// <summary>A post, base, gate or area: a Point, or for bases and areas also a Polygon or MultiPolygon.</summary>
public sealed record Facility : PlanFeature
{
    // A point inside a polygon takes a scan of it, and every analysis asks for it again.
    private static readonly ConditionalWeakTable<Geometry, Coordinate> PointsInside = [];

    // What the plan does not say is not written either.
    private readonly LifecycleStatus? _status;

    // A point's own numbers, kept beside what else is asked of thousands of facilities at once: the way from a feature
    // over its geometry to a coordinate leads through five objects, each somewhere else in memory.
    private double _longitude = double.NaN;
    private double _latitude = double.NaN;

    /// <summary>What it is.</summary>
    public required FacilityKind Kind { get; init; }

    /// <inheritdoc/>
    public override Geometry Geometry
    {
        get => base.Geometry;
        init
        {
            base.Geometry = value;
            (_longitude, _latitude) = value is Point { IsEmpty: false } point ? (point.X, point.Y) : (double.NaN, double.NaN);
        }
    }

    /// <summary>
    /// The radius in metres on the ellipsoid within which it covers the border; none where it is left to the
    /// plan's defaults.
    /// </summary>
    public double? CoverageRadiusMetres { get; init; }

    /// <summary>The observer's height above the ground, in metres.</summary>
    public double? ObserverHeightMetres { get; init; }

    /// <summary>How far it has come; existing where the plan does not say.</summary>
    public LifecycleStatus Status
    {
        get => _status ?? LifecycleStatus.Existing;
        init => _status = value;
    }

    /// <summary>The first year or day of service, where it is known.</summary>
    public ServiceDate? InServiceFrom { get; init; }

    /// <summary>The last year or day of service, where there is one.</summary>
    public ServiceDate? InServiceTo { get; init; }

    /// <summary>The id of the zone that it belongs to; none where it is not given.</summary>
    public FeatureId Zone { get; init; }

    /// <summary>The cost, in the plan's own unit of money.</summary>
    public double? Cost { get; init; }

    /// <summary>
    /// Where it stands, longitude before latitude, in degrees: the point itself, or a point inside the polygon.
    /// Null coordinates (NaN) where the geometry is empty.
    /// </summary>
    public Coordinate Location => Geometry switch
    {
        Point { IsEmpty: false } point => point.Coordinate,
        { IsEmpty: false } area => PointsInside.GetValue(area, static geometry => geometry.InteriorPoint.Coordinate),
        _ => new Coordinate(Coordinate.NullOrdinate, Coordinate.NullOrdinate),
    };

    /// <summary>The same as <see cref="Location"/>, without an object.</summary>
    internal (double Longitude, double Latitude) Place
    {
        get
        {
            if (!double.IsNaN(_longitude))
                return (_longitude, _latitude);
            Coordinate location = Location;
            return (location.X, location.Y);
        }
    }

    /// <summary>Whether it stands anywhere at all.</summary>
    internal bool HasPlace => !double.IsNaN(_longitude) || !Geometry.IsEmpty;

    /// <inheritdoc/>
    public override string LayerName => Vocabulary.FacilityLayers[Kind];

    private protected override void DescribeTo(List<KeyValuePair<string, PropertyValue>> list)
    {
        Add(list, PropertyNames.CoverageRadiusMetres, CoverageRadiusMetres);
        Add(list, PropertyNames.ObserverHeightMetres, ObserverHeightMetres);
        if (_status is { } status)
            Add(list, PropertyNames.Status, Vocabulary.Statuses[status]);
        Add(list, PropertyNames.InServiceFrom, InServiceFrom);
        Add(list, PropertyNames.InServiceTo, InServiceTo);
        Add(list, PropertyNames.Zone, Zone);
        Add(list, PropertyNames.Cost, Cost);
    }
}
