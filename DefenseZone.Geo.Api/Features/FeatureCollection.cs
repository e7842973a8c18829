using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// A collection of features, of a layer of the plan or derived from it. Its features are had, and its indexes
/// built, when they are first needed; after that it only gets read. Order is that of the plan.
/// </summary>
/// <param name="id">The name in addresses.</param>
/// <param name="title">What people call it.</param>
/// <param name="description">What it holds.</param>
/// <param name="features">Has its features.</param>
/// <param name="known">The properties that have a meaning.</param>
/// <param name="outline">What is told of it without having its features; none where they are to be had cheaply.</param>
/// <param name="isDerived">Whether it follows from the plan, and is no layer of it.</param>
internal sealed class FeatureCollection(
    string id,
    string title,
    string description,
    Func<IReadOnlyList<PlanFeature>> features,
    ImmutableArray<LayerProperty> known,
    CollectionOutline? outline = null,
    bool isDerived = false)
{
    private readonly Lazy<Content> _content = new(() => new Content(features(), known));

    /// <summary>The name in addresses.</summary>
    public string Id { get; } = id;

    /// <summary>How much work it is to have its features, where they are not there yet.</summary>
    public Func<WorkClass> Class { get; init; } = static () => WorkClass.Quick;

    /// <summary>Whether its features are there.</summary>
    public bool IsReady => _content.IsValueCreated;

    /// <summary>True for what follows from the plan, and is no layer of it.</summary>
    public bool IsDerived { get; } = isDerived;

    /// <summary>What people call it.</summary>
    public string Title { get; } = title;

    public string Description { get; } = description;

    /// <summary>The features, in their order.</summary>
    public IReadOnlyList<PlanFeature> Features => _content.Value.Features;

    /// <summary>The properties that the format gives a meaning, then all others that features have.</summary>
    public ImmutableArray<LayerProperty> Properties => outline is null ? _content.Value.Properties : known;

    /// <summary>The bounds in degrees; null (empty) where no feature has a geometry.</summary>
    public Envelope Bounds => outline is null ? _content.Value.Index.Bounds : outline.Bounds;

    /// <summary>The GeoJSON types of geometry that occur.</summary>
    public ImmutableArray<string> GeometryTypes => outline is null ? _content.Value.GeometryTypes : [outline.GeometryType];

    /// <summary>The earliest start and the latest end of service, where any is known.</summary>
    public (ServiceDate? From, ServiceDate? To, bool IsKnown) Service => outline is null ? _content.Value.Service : default;

    /// <summary>How many features there are, in words: of what takes work to have, it is not said before it was asked for.</summary>
    public string Counted => outline is null || _content.IsValueCreated ? $"{Features.Count}" : "as many as are derived";

    /// <summary>All properties of a feature.</summary>
    public FeatureProperties PropertiesOf(int place) => _content.Value.PropertiesOf[place];

    /// <summary>The places of the features that a query asks for, rising; of all its pages.</summary>
    public ReadOnlyMemory<int> Matching(FeatureQuery query)
    {
        Content content = _content.Value;
        ReadOnlyMemory<int> places = query.Box is { } box ? content.Index.Within(box) : content.AllPlaces;
        if (query.Interval is null && query.Filters.IsEmpty)
            return places;
        var kept = new List<int>();
        foreach (int place in places.Span)
        {
            if (query.Interval is { } interval && !IsInService(content.Features[place], interval))
                continue;
            FeatureProperties properties = content.PropertiesOf[place];
            if (query.Filters.All(filter => filter.Matches(properties)))
                kept.Add(place);
        }

        return kept.ToArray();
    }

    /// <summary>The first of the matching places that belongs to the page, as an index into them.</summary>
    public int IndexOfFirst(ReadOnlySpan<int> matching, PageStart start)
    {
        if (start.After.IsNone || !_content.Value.PlaceOf.TryGetValue(start.After, out int after))
            return Math.Min(start.Skip, matching.Length);
        int at = matching.BinarySearch(after);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The place of a feature by its id as an address has it. Where a string and a number read alike, the string.</summary>
    public bool TryFind(string featureId, out int place)
    {
        Dictionary<FeatureId, int> places = _content.Value.PlaceOf;
        if (places.TryGetValue(FeatureId.Of(featureId), out place))
            return true;
        return FeatureId.TryOfNumber(featureId, out FeatureId number) && places.TryGetValue(number, out place);
    }

    /// <summary>A feature as GeoJSON text in UTF-8, written once and kept.</summary>
    public ReadOnlyMemory<byte> GeoJson(int place)
    {
        byte[]?[] written = _content.Value.Written;
        return written[place] ??= Write(_content.Value.Features[place]);
    }

    private static byte[] Write(PlanFeature feature)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
            GeoJsonFeatures.WriteFeature(json, feature);
        return buffer.WrittenSpan.ToArray();
    }

    private static bool IsInService(PlanFeature feature, DatetimeInterval interval) => feature switch
    {
        Facility facility => interval.Meets(facility.InServiceFrom, facility.InServiceTo),
        PatrolRoad road => interval.Meets(road.InServiceFrom, road.InServiceTo),

        // What has no dates of its own belongs to every time.
        _ => true,
    };

    private sealed class Content
    {
        public Content(IReadOnlyList<PlanFeature> features, ImmutableArray<LayerProperty> known)
        {
            Features = features;
            Index = new SpatialIndex(features);
            Written = new byte[]?[features.Count];
            PropertiesOf = new FeatureProperties[features.Count];
            var allPlaces = new int[features.Count];
            var kinds = new Dictionary<string, ValueKind>(StringComparer.Ordinal);
            List<string> names = [.. known.Select(property => property.Name)];
            var types = new SortedSet<string>(StringComparer.Ordinal);
            for (int place = 0; place < features.Count; place++)
            {
                PlanFeature feature = features[place];
                allPlaces[place] = place;
                PlaceOf.TryAdd(feature.Id, place);
                PropertiesOf[place] = feature.AllProperties();
                if (!feature.Geometry.IsEmpty)
                    types.Add(feature.Geometry.GeometryType);
                foreach ((string name, PropertyValue value) in PropertiesOf[place])
                {
                    if (!names.Contains(name))
                        names.Add(name);
                    if (!value.IsNull)
                        kinds[name] = LayerProperty.Widen(kinds.GetValueOrDefault(name, LayerProperty.KindOf(value)), LayerProperty.KindOf(value));
                }
            }

            AllPlaces = allPlaces;
            GeometryTypes = [.. types];
            Service = ServiceOf(features);
            Properties =
            [
                .. names.Select(name => known.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal))
                    ?? new LayerProperty(name, kinds.GetValueOrDefault(name, ValueKind.Any))),
            ];
        }

        public IReadOnlyList<PlanFeature> Features { get; }

        public SpatialIndex Index { get; }

        public ReadOnlyMemory<int> AllPlaces { get; }

        public FeatureProperties[] PropertiesOf { get; }

        public byte[]?[] Written { get; }

        public Dictionary<FeatureId, int> PlaceOf { get; } = [];

        public ImmutableArray<LayerProperty> Properties { get; }

        public ImmutableArray<string> GeometryTypes { get; }

        public (ServiceDate? From, ServiceDate? To, bool IsKnown) Service { get; }

        private static (ServiceDate? From, ServiceDate? To, bool IsKnown) ServiceOf(IReadOnlyList<PlanFeature> features)
        {
            bool isKnown = false, openStart = false, openEnd = false;
            ServiceDate? first = null, last = null;
            foreach (PlanFeature feature in features)
            {
                (ServiceDate? from, ServiceDate? to) = feature switch
                {
                    Facility facility => (facility.InServiceFrom, facility.InServiceTo),
                    PatrolRoad road => (road.InServiceFrom, road.InServiceTo),
                    _ => (null, null),
                };
                isKnown |= from is not null || to is not null;
                openStart |= from is null;
                openEnd |= to is null;
                if (from is { } start && (first is not { } earliest || start.Earliest < earliest.Earliest))
                    first = start;
                if (to is { } end && (last is not { } latest || end.Latest > latest.Latest))
                    last = end;
            }

            return (openStart ? null : first, openEnd ? null : last, isKnown);
        }
    }
}

/// <summary>What is known of a collection without having its features.</summary>
/// <param name="Bounds">A box in degrees that holds all of it.</param>
/// <param name="GeometryType">The GeoJSON type of its geometries.</param>
internal sealed record CollectionOutline(Envelope Bounds, string GeometryType);
