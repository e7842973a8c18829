using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// Finds the features of a layer that truly intersect a box, not only by their envelopes. Built once, then read by
/// many threads. Edges are straight in longitude and latitude, as RFC 7946 has them.
/// </summary>
internal sealed class SpatialIndex
{
    // Below this a plain look at every edge is faster than an index of them.
    private const int PreparedFrom = 64;

    private readonly STRtree<Shape> _tree = new();
    private readonly List<int> _withoutGeometry = [];

    /// <summary>Indexes the features by their places in the list.</summary>
    public SpatialIndex(IReadOnlyList<PlanFeature> features)
    {
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Geometry.IsEmpty)
                _withoutGeometry.Add(i);
            else
                Insert(features[i].Geometry, i);
        }

        // Trees and prepared geometries build themselves at the first question, which must not be asked by two
        // threads at once: ask it here.
        _tree.Build();
    }

    /// <summary>The bounds of all geometries; null (empty) where there are none.</summary>
    public Envelope Bounds { get; } = new();

    /// <summary>The places of the features that intersect the box, and of those without a geometry, rising.</summary>
    public int[] Within(BoundingBox box)
    {
        var found = new HashSet<int>(_withoutGeometry);
        if (!Bounds.IsNull)
        {
            foreach (Envelope part in box.Parts)
            {
                Geometry rectangle = Wgs84Geometry.Factory.ToGeometry(part);
                foreach (Shape shape in _tree.Query(part))
                {
                    if (!found.Contains(shape.Feature) && shape.Intersects(part, rectangle))
                        found.Add(shape.Feature);
                }
            }
        }

        int[] places = [.. found];
        Array.Sort(places);
        return places;
    }

    // The members of a collection are looked at one by one: a predicate on a mixed collection is not defined.
    private void Insert(Geometry geometry, int feature)
    {
        if (geometry is GeometryCollection collection)
        {
            foreach (Geometry member in collection.Geometries.Where(member => !member.IsEmpty))
                Insert(member, feature);
            return;
        }

        Bounds.ExpandToInclude(geometry.EnvelopeInternal);
        _tree.Insert(geometry.EnvelopeInternal, new Shape(feature, geometry));
    }

    private sealed class Shape
    {
        private readonly Geometry _geometry;
        private readonly IPreparedGeometry? _prepared;

        public Shape(int feature, Geometry geometry)
        {
            Feature = feature;
            _geometry = geometry;
            if (geometry.NumPoints < PreparedFrom)
                return;
            _prepared = PreparedGeometryFactory.Prepare(geometry);
            Envelope bounds = geometry.EnvelopeInternal;
            _prepared.Intersects(Wgs84Geometry.Factory.ToGeometry(new Envelope(
                bounds.Centre.X, bounds.Centre.X + (bounds.Width / 1e6), bounds.Centre.Y, bounds.Centre.Y + (bounds.Height / 1e6))));
        }

        public int Feature { get; }

        public bool Intersects(Envelope box, Geometry rectangle) =>
            box.Contains(_geometry.EnvelopeInternal)
            || (box.Intersects(_geometry.EnvelopeInternal) && (_prepared?.Intersects(rectangle) ?? _geometry.Intersects(rectangle)));
    }
}
