using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>The layers that follow from roads: features to draw, fetch and export. Seconds and metres, to the millisecond and millimetre.</summary>
public static class RoadLayers
{
    /// <summary>The layer of the border by response time.</summary>
    public const string ResponseTimes = "response-times";

    /// <summary>The layer of areas and roads by the time within which they are reached.</summary>
    public const string Isochrones = "isochrones";

    /// <summary>The layer of what is wrong with roads and where they are weak.</summary>
    public const string Diagnosis = "road-diagnosis";

    /// <summary>The layer of what is wrong with roads that is a place, where points and lines are kept apart.</summary>
    public const string DiagnosisPoints = "road-diagnosis-points";

    /// <summary>The layer of routes and rounds.</summary>
    public const string Routes = "routes";

    /// <summary>
    /// The border cut where another facility is first or another road is left: lines with <c>fromMetres</c>, <c>toMetres</c>,
    /// <c>lengthMetres</c>, <c>fromSeconds</c>, <c>toSeconds</c>, <c>leastSeconds</c>, <c>mostSeconds</c> (all null where
    /// nobody comes), <c>facility</c> (layer/id) and <c>road</c>.
    /// </summary>
    public static IEnumerable<OtherFeature> ResponseFeatures(ResponseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int number = 0;
        foreach (ResponseStretch stretch in report.Stretches)
        {
            yield return Feature(
                ResponseTimes,
                ++number,
                report.Border.Shape(stretch.FromMetres, stretch.ToMetres),
                Entry("fromMetres", Number(stretch.FromMetres)),
                Entry("toMetres", Number(stretch.ToMetres)),
                Entry("lengthMetres", Number(stretch.LengthMetres)),
                Entry("fromSeconds", Number(stretch.FromSeconds)),
                Entry("toSeconds", Number(stretch.ToSeconds)),
                Entry("leastSeconds", Number(stretch.LeastSeconds)),
                Entry("mostSeconds", Number(stretch.MostSeconds)),
                Entry("facility", PropertyValue.Of(stretch.Facility >= 0 ? NameOf(report.Facilities[stretch.Facility]) : null)),
                Entry("road", stretch.Edge >= 0 ? RoadOf(report.Network, stretch.Edge) : PropertyValue.Null));
        }
    }

    /// <summary>Areas with <c>minutes</c>, <c>roadMetres</c> and <c>areaSquareMetres</c>, the largest first, so that it is drawn below the others.</summary>
    public static IEnumerable<OtherFeature> AreaFeatures(ImmutableArray<Isochrone> isochrones)
    {
        int number = 0;
        foreach (Isochrone isochrone in isochrones.OrderByDescending(one => one.Minutes))
        {
            yield return Feature(
                Isochrones,
                ++number,
                isochrone.Area,
                Entry("minutes", Number(isochrone.Minutes)),
                Entry("roadMetres", Number(isochrone.RoadMetres)),
                Entry("areaSquareMetres", Number(isochrone.AreaSquareMetres)));
        }
    }

    /// <summary>The stretches of road that are reached: lines with <c>minutes</c> (the least of the times asked for), <c>road</c> and <c>lengthMetres</c>.</summary>
    public static IEnumerable<OtherFeature> RoadFeatures(RoadNetwork network, ImmutableArray<Isochrone> isochrones)
    {
        ArgumentNullException.ThrowIfNull(network);
        var shapes = new RouteShapes(network);
        int number = 0;
        Isochrone? before = null;
        foreach (Isochrone isochrone in isochrones.OrderBy(one => one.Minutes))
        {
            ILookup<int, ReachedRoad> had = (before?.Roads ?? []).ToLookup(road => road.Edge);
            foreach (ReachedRoad road in isochrone.Roads)
            {
                foreach ((double from, double to) in Besides(road, had[road.Edge]))
                {
                    yield return Feature(
                        Isochrones,
                        ++number,
                        Line([.. shapes.Part(road.Edge, from, to)]),
                        Entry("minutes", Number(isochrone.Minutes)),
                        Entry("road", RoadOf(network, road.Edge)),
                        Entry("lengthMetres", Number((to - from) * network.Edge(road.Edge).LengthMetres)));
                }
            }

            before = isochrone;
        }
    }

    /// <summary>
    /// Roads as lines with <c>road</c>, <c>lengthMetres</c>, <c>part</c>, <c>servedBorderMetres</c>, <c>isCritical</c>,
    /// <c>cutOffCount</c>; then what is wrong as points and lines, each with <c>problem</c> (<c>missing-link</c>,
    /// <c>critical-junction</c>, <c>dead-end</c>, <c>near-miss</c>, <c>cut-off</c>) and what belongs to it.
    /// </summary>
    public static IEnumerable<OtherFeature> DiagnosisFeatures(RoadDiagnosis diagnosis) => new DiagnosisFeatures(diagnosis).All();

    /// <summary>The legs of a route or round: lines with <c>leg</c>, <c>road</c> (null on foot), <c>lengthMetres</c>, <c>seconds</c>, <c>climbMetres</c>, <c>descentMetres</c>.</summary>
    public static IEnumerable<OtherFeature> LegFeatures(RoadNetwork network, ImmutableArray<RouteLeg> legs)
    {
        ArgumentNullException.ThrowIfNull(network);
        for (int i = 0; i < legs.Length; i++)
        {
            RouteLeg leg = legs[i];
            yield return Feature(
                Routes,
                i + 1,
                Line(leg.Shape),
                Entry("leg", Number(i + 1)),
                Entry("road", leg.IsOnFoot ? PropertyValue.Null : IdOf(network.Roads[leg.Road].Id)),
                Entry("lengthMetres", Number(leg.LengthMetres)),
                Entry("seconds", Number(leg.Seconds)),
                Entry("climbMetres", Number(leg.ClimbMetres)),
                Entry("descentMetres", Number(leg.DescentMetres)));
        }
    }

    internal static OtherFeature Feature(string layer, int number, Geometry geometry, params ReadOnlySpan<KeyValuePair<string, PropertyValue>> properties) => new()
    {
        Layer = layer,
        Id = FeatureId.Of(number),
        Geometry = geometry,
        OtherProperties = FeatureProperties.OfDistinct(properties.ToArray()),
    };

    internal static KeyValuePair<string, PropertyValue> Entry(string name, PropertyValue value) => KeyValuePair.Create(name, value);

    internal static PropertyValue Number(double value) => double.IsFinite(value) ? PropertyValue.Of(Math.Round(value, 3) + 0.0) : PropertyValue.Null;

    internal static PropertyValue IdOf(FeatureId id) => id.IsNone ? PropertyValue.Null : id.IsNumber ? PropertyValue.OfNumber(id.Text) : PropertyValue.Of(id.Text);

    internal static PropertyValue RoadOf(RoadNetwork network, int edge) => IdOf(network.Roads[network.Edge(edge).Road].Id);

    internal static string NameOf(Facility facility) => $"{facility.LayerName}/{facility.Id}";

    /// <summary>A line, cut where it crosses the antimeridian.</summary>
    internal static Geometry Line(ImmutableArray<GeoPoint> points)
    {
        var lines = new List<LineString>();
        AntimeridianCut.Add(points, lines);
        return lines.Count == 1 ? lines[0] : Wgs84Geometry.Factory.CreateMultiLineString([.. lines]);
    }

    /// <summary>What a stretch has besides others of its edge.</summary>
    private static IEnumerable<(double From, double To)> Besides(ReachedRoad road, IEnumerable<ReachedRoad> others)
    {
        double from = road.FromFraction;
        foreach (ReachedRoad other in others)
        {
            if (other.FromFraction > from && other.FromFraction < road.ToFraction)
                yield return (from, other.FromFraction);
            from = Math.Max(from, other.ToFraction);
        }

        if (from < road.ToFraction)
            yield return (from, road.ToFraction);
    }
}
