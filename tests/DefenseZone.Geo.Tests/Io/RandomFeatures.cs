using System.Globalization;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Io;

/// <summary>Features with everything that a file may hold, from a seed.</summary>
internal sealed class RandomFeatures(int seed)
{
    private static readonly string[] Texts =
        ["", "a", "Đồn biên phòng Sóc Giang", "\"quoted\"", "back\\slash", "line\nfeed", "tab\t", "\u0001", "🛰️", "</script>", "é", "\u2028", "0", "null", "a,b;c"];

    private static readonly string[] Numbers =
        ["0", "-0", "1.0", "1e5", "1E+5", "-2.50", "12345678901234567890", "0.1000000000000000055511151231257827", "1e400", "3.14", "1e-7", "100000", "0.00001"];

    private readonly Random _random = new(seed);

    /// <summary>A plan with some of every layer.</summary>
    public Plan Plan()
    {
        Plan plan = Geo.Model.Plan.Empty with
        {
            Name = Text() + "x",
            Description = Text(),
            OtherMembers = Properties("name", "description", "defaults"),
            Defaults = new PlanDefaults
            {
                MinimumGapMetres = _random.Next(3),
                OtherMembers = Properties("coverageRadiusMetres", "minimumGapMetres"),
                CoverageRadiiMetres = PlanDefaults.None.CoverageRadiiMetres.Add(FacilityKind.BorderGate, _random.Next(9000)),
            },
            BorderSegments = [.. Ids().Select(id => With(new BorderSegment { Id = id, Neighbour = Text(), Sequence = Maybe(_random.Next(99)) }, Line()))],
            DefensiveZones = [.. Ids().Select(id => With(new DefensiveZone { Id = id, Level = Any<ZoneLevel>(), Parent = Reference() }, Area()))],
            Facilities = [.. Enum.GetValues<FacilityKind>().SelectMany(kind => Ids().Select(id => With(Facility(id, kind), Place())))],
            PatrolRoads = [.. Ids().Select(id => With(Road(id), Line()))],
            CandidateSites = [.. Ids().Select(id => With(new CandidateSite { Id = id, Kind = Any<FacilityKind>(), Cost = Maybe(1.5), Zone = Reference() }, Place()))],
            HazardAreas = [.. Ids().Select(id => With(new HazardArea { Id = id, Kind = Text(), Season = Text() }, Area()))],
            Projects = [.. Ids().Select(id => With(new Project { Id = id, Kind = Text(), Status = Text() }, Geometry()))],
        };
        foreach (string layer in (string[])["watchers", "đường"])
            plan = plan with { OtherLayers = plan.OtherLayers.Add(layer, [.. Ids().Select(id => With(new OtherFeature { Id = id, Layer = layer }, Geometry()))]) };
        foreach (string layer in (string[])["watchers", "projects", "empty"])
            plan = plan with { LayerMembers = plan.LayerMembers.Add(layer, Properties("type", "features", "bbox", "crs", "id", "geometry", "properties", "coordinates", "geometries")) };
        return plan;
    }

    public IEnumerable<OtherFeature> Features(string layer) =>
        Ids().Select(id => With(new OtherFeature { Id = id, Layer = layer }, Geometry()));

    private Facility Facility(FeatureId id, FacilityKind kind)
    {
        var facility = new Facility
        {
            Id = id,
            Kind = kind,
            CoverageRadiusMetres = Maybe(_random.Next(100_000) / 8.0),
            ObserverHeightMetres = Maybe(_random.Next(100)),
            InServiceFrom = Date(2000),
            InServiceTo = Date(2100),
            Zone = Reference(),
            Cost = Maybe(_random.NextDouble() * 1e6),
        };
        return _random.Next(2) == 0 ? facility : facility with { Status = Any<LifecycleStatus>() };
    }

    private PatrolRoad Road(FeatureId id)
    {
        var road = new PatrolRoad { Id = id, Class = Text(), Surface = Text(), SpeedKmh = Maybe(40), WidthMetres = Maybe(3.5), InServiceFrom = Date(2000) };
        return _random.Next(2) == 0 ? road : road with { OneWay = _random.Next(2) == 0, Status = Any<LifecycleStatus>() };
    }

    private T With<T>(T feature, Geometry geometry)
        where T : PlanFeature => (T)(feature with
        {
            Geometry = geometry,
            Name = Text(),
            OtherProperties = Properties([.. feature.AllProperties().Select(property => property.Key), "name", "kind", "status"]),
            ForeignMembers = Properties("type", "id", "geometry", "properties", "bbox", "crs"),
        });

    private FeatureId[] Ids() =>
    [
        .. Enumerable.Range(0, _random.Next(4)).Select(i => _random.Next(3) switch
        {
            0 => FeatureId.Of(i),
            1 => FeatureId.OfNumber(i.ToString(CultureInfo.InvariantCulture) + ".50"),
            _ => FeatureId.Of(Text() + i),
        }),
    ];

    private FeatureProperties Properties(params string[] except) => FeatureProperties.Of(
        Enumerable.Range(0, _random.Next(5)).Select(i => KeyValuePair.Create(Text() + (i == 0 ? string.Empty : i.ToString(CultureInfo.InvariantCulture)), Value()))
            .Where(property => !except.Contains(property.Key)).ToArray());

    private PropertyValue Value() => _random.Next(6) switch
    {
        0 => PropertyValue.Null,
        1 => PropertyValue.Of(_random.Next(2) == 0),
        2 => PropertyValue.OfNumber(Numbers[_random.Next(Numbers.Length)]),
        3 => PropertyValue.Of(Text()),
        4 => PropertyValue.OfJson("""[1, {"a" : null, "b":[true,"x\u0041"]} ]"""),
        _ => PropertyValue.OfJson("{}"),
    };

    private FeatureId Reference() => _random.Next(3) switch
    {
        0 => FeatureId.None,
        1 => FeatureId.OfNumber("3.0"),
        _ => FeatureId.Of(Text()),
    };

    private ServiceDate? Date(int from) => _random.Next(3) switch
    {
        0 => null,
        1 => ServiceDate.OfYear(from + _random.Next(99)),
        _ => ServiceDate.OfDay(new DateOnly(from, 1, 1).AddDays(_random.Next(9999))),
    };

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private double? Maybe(double value) => _random.Next(2) == 0 ? null : value;

    private string Text() => Texts[_random.Next(Texts.Length)];

    private Point Place() => Wgs84Geometry.Factory.CreatePoint(Position(106, 22, _random.Next(4) == 0));

    private Coordinate Position(double longitude, double latitude, bool withHeight)
    {
        double x = Math.Round(longitude + _random.NextDouble(), 7);
        double y = Math.Round(latitude + _random.NextDouble(), 7);
        return withHeight ? new CoordinateZ(x, y, Math.Round(_random.NextDouble() * 2000, 2)) : new Coordinate(x, y);
    }

    private Geometry Line()
    {
        LineString One() => Wgs84Geometry.Factory.CreateLineString([.. Enumerable.Range(0, 2 + _random.Next(5)).Select(_ => Position(106, 22, false))]);
        return _random.Next(2) == 0 ? One() : Wgs84Geometry.Factory.CreateMultiLineString([One(), One()]);
    }

    // Convex outlines, wound either way; what is written is wound as the standard asks.
    private Geometry Area()
    {
        Polygon One(double longitude)
        {
            Coordinate[] ring = [new(longitude, 22), new(longitude + 0.5, 22.25), new(longitude + 0.5, 22.75), new(longitude, 22.5), new(longitude, 22)];
            return Wgs84Geometry.Factory.CreatePolygon(_random.Next(2) == 0 ? ring : [.. ring.Reverse()]);
        }

        return _random.Next(2) == 0 ? One(106) : Wgs84Geometry.Factory.CreateMultiPolygon([One(106), One(107)]);
    }

    private Geometry Geometry() => _random.Next(7) switch
    {
        0 => Place(),
        1 => Line(),
        2 => Area(),
        3 => Wgs84Geometry.Factory.CreateMultiPoint([Place(), Place()]),
        4 => Wgs84Geometry.Factory.CreateGeometryCollection([Place(), Line(), Area()]),
        5 => Wgs84Geometry.Empty,
        _ => Wgs84Geometry.Factory.CreatePoint(),
    };
}
