using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>The layers that follow from a report: features to draw, fetch and export.</summary>
public static class CoverageLayers
{
    /// <summary>The layer of stretches by depth.</summary>
    public const string Coverage = "coverage";

    /// <summary>The layer of gaps.</summary>
    public const string Gaps = "gaps";

    /// <summary>The layer of the facilities' coverage areas.</summary>
    public const string CoverageAreas = "coverage-areas";

    private const int VerticesOfACircle = 72;

    /// <summary>The names of the layers.</summary>
    public static ImmutableArray<string> LayerNames { get; } = [Coverage, Gaps, CoverageAreas];

    /// <summary>The features of the layer with that name.</summary>
    /// <exception cref="ArgumentException">There is no such derived layer.</exception>
    public static IEnumerable<OtherFeature> Of(CoverageReport report, string name) => name switch
    {
        Coverage => StretchFeatures(report),
        Gaps => GapFeatures(report),
        CoverageAreas => AreaFeatures(report),
        _ => throw new ArgumentException($"'{name}' is not a derived layer; there are {string.Join(", ", LayerNames)}.", nameof(name)),
    };

    /// <summary>
    /// The border cut where the covering facilities change: lines with <c>fromMetres</c>, <c>toMetres</c>,
    /// <c>lengthMetres</c>, <c>depth</c> and the covering facilities as <c>facilities</c> (layer/id).
    /// </summary>
    public static IEnumerable<OtherFeature> StretchFeatures(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        for (int i = 0; i < report.Stretches.Count; i++)
        {
            DepthStretch stretch = report.Stretches[i];
            yield return new OtherFeature
            {
                Layer = Coverage,
                Id = FeatureId.Of(i + 1),
                Geometry = report.Border.Shape(stretch.FromMetres, stretch.ToMetres),
                OtherProperties = FeatureProperties.Of(
                [
                    .. Chainages(stretch.FromMetres, stretch.ToMetres),
                    Entry("depth", PropertyValue.Of(stretch.Depth)),
                    Entry("facilities", PropertyValue.Of(Names(report, stretch.Facilities))),
                ]),
            };
        }
    }

    /// <summary>
    /// The gaps: lines with <c>number</c>, <c>fromMetres</c>, <c>toMetres</c>, <c>lengthMetres</c>, <c>minimumDepth</c>,
    /// <c>zone</c>, <c>zoneName</c>, <c>nearestFacility</c> (layer/id) and <c>nearestDistanceMetres</c>.
    /// </summary>
    public static IEnumerable<OtherFeature> GapFeatures(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (BorderGap gap in report.Gaps)
        {
            yield return new OtherFeature
            {
                Layer = Gaps,
                Id = FeatureId.Of(gap.Number),
                Geometry = report.Border.Shape(gap.FromMetres, gap.ToMetres),
                OtherProperties = FeatureProperties.Of(
                [
                    Entry("number", PropertyValue.Of(gap.Number)),
                    .. Chainages(gap.FromMetres, gap.ToMetres),
                    Entry("minimumDepth", PropertyValue.Of(gap.MinimumDepth)),
                    Entry("zone", PropertyValue.Of(gap.Zone?.Id.Text)),
                    Entry("zoneName", PropertyValue.Of(gap.Zone?.Name)),
                    Entry("nearestFacility", PropertyValue.Of(gap.NearestFacility is { } nearest ? Name(nearest) : null)),
                    Entry("nearestDistanceMetres", double.IsNaN(gap.NearestDistanceMetres) ? PropertyValue.Null : Metres(gap.NearestDistanceMetres)),
                ]),
            };
        }
    }

    /// <summary>
    /// The area within each facility's radius, where the model has one: polygons with <c>layer</c>, <c>facility</c>,
    /// <c>name</c>, <c>radiusMetres</c>, <c>coveredMetres</c> and <c>aloneMetres</c>. They are for drawing; nothing is
    /// counted by them.
    /// </summary>
    public static IEnumerable<OtherFeature> AreaFeatures(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int number = 0;
        foreach (FacilityCover cover in report.Facilities)
        {
            if (cover.RadiusMetres <= 0)
                continue;
            var centre = new GeoPoint(cover.Facility.Location.X, cover.Facility.Location.Y);
            yield return new OtherFeature
            {
                Layer = CoverageAreas,
                Id = FeatureId.Of(++number),
                Name = cover.Facility.Name,
                Geometry = GeodesicCircle.Outline(centre, cover.RadiusMetres, VerticesOfACircle),
                OtherProperties = FeatureProperties.Of(
                [
                    Entry("layer", PropertyValue.Of(cover.Facility.LayerName)),
                    Entry("facility", PropertyValue.Of(cover.Facility.Id.Text)),
                    Entry("radiusMetres", PropertyValue.Of(cover.RadiusMetres)),
                    Entry("coveredMetres", Metres(cover.CoveredMetres)),
                    Entry("aloneMetres", Metres(cover.AloneMetres)),
                ]),
            };
        }
    }

    private static KeyValuePair<string, PropertyValue>[] Chainages(double fromMetres, double toMetres) =>
    [
        Entry("fromMetres", Metres(fromMetres)),
        Entry("toMetres", Metres(toMetres)),
        Entry("lengthMetres", Metres(toMetres - fromMetres)),
    ];

    private static KeyValuePair<string, PropertyValue> Entry(string name, PropertyValue value) => KeyValuePair.Create(name, value);

    // Millimetres: what is behind them is noise.
    private static PropertyValue Metres(double metres) => PropertyValue.Of(Math.Round(metres, 3));

    private static string Names(CoverageReport report, ReadOnlySpan<int> facilities)
    {
        var names = new string[facilities.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = Name(report.ConsideredFacilities[facilities[i]]);
        return string.Join(' ', names);
    }

    private static string Name(Facility facility) => $"{facility.LayerName}/{facility.Id}";
}
