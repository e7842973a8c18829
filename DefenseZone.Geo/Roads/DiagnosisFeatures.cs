using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>The features of <see cref="RoadLayers.DiagnosisFeatures"/>.</summary>
internal sealed class DiagnosisFeatures(RoadDiagnosis diagnosis)
{
    private int _number;

    internal IEnumerable<OtherFeature> All() =>
        [.. Roads(), .. Links(), .. Junctions(), .. DeadEnds(), .. NearMisses(), .. CutOff()];

    private IEnumerable<OtherFeature> Roads()
    {
        RoadNetwork network = diagnosis.Network;
        Dictionary<int, CriticalEdge> critical = diagnosis.CriticalEdges.ToDictionary(one => one.Edge);
        for (int i = 0; i < network.EdgeCount; i++)
        {
            RoadEdge edge = network.Edge(i);
            bool isCritical = critical.TryGetValue(i, out CriticalEdge weak);
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                RoadLayers.Line(network.Shape(i)),
                RoadLayers.Entry("road", RoadLayers.RoadOf(network, i)),
                RoadLayers.Entry("lengthMetres", RoadLayers.Number(edge.LengthMetres)),
                RoadLayers.Entry("part", PropertyValue.Of(network.ComponentOf(edge.From))),
                RoadLayers.Entry("isClosed", PropertyValue.Of(network.IsClosed(i))),
                RoadLayers.Entry("servedBorderMetres", RoadLayers.Number(diagnosis.ServedBorderMetres(i))),
                RoadLayers.Entry("isCritical", PropertyValue.Of(isCritical)),
                RoadLayers.Entry("cutOffCount", PropertyValue.Of(isCritical ? weak.CutOff.Length : 0)),
                RoadLayers.Entry("cutOff", PropertyValue.Of(isCritical && weak.CutOff.Length > 0 ? Names(weak.CutOff) : null)));
        }
    }

    private IEnumerable<OtherFeature> Links()
    {
        foreach (NetworkPart part in diagnosis.Parts)
        {
            if (part.MissingLink is not { } link)
                continue;
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                RoadLayers.Line([link.From, link.To]),
                Problem("missing-link"),
                RoadLayers.Entry("road", RoadLayers.IdOf(link.FromRoad)),
                RoadLayers.Entry("otherRoad", RoadLayers.IdOf(link.ToRoad)),
                RoadLayers.Entry("lengthMetres", RoadLayers.Number(link.LengthMetres)),
                RoadLayers.Entry("part", PropertyValue.Of(part.Number)),
                RoadLayers.Entry("otherPart", PropertyValue.Of(link.ToPart)));
        }
    }

    private IEnumerable<OtherFeature> Junctions()
    {
        foreach (CriticalNode node in diagnosis.CriticalNodes)
        {
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                Point(node.Place),
                Problem("critical-junction"),
                RoadLayers.Entry("roads", PropertyValue.Of(string.Join(' ', node.Roads))),
                RoadLayers.Entry("cutOffCount", PropertyValue.Of(node.CutOff.Length)),
                RoadLayers.Entry("cutOff", PropertyValue.Of(Names(node.CutOff))));
        }
    }

    private IEnumerable<OtherFeature> DeadEnds()
    {
        foreach (DeadEnd end in diagnosis.DeadEnds)
        {
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                Point(end.Place),
                Problem("dead-end"),
                RoadLayers.Entry("road", RoadLayers.IdOf(end.Road)),
                RoadLayers.Entry("lengthMetres", RoadLayers.Number(end.LengthMetres)));
        }
    }

    private IEnumerable<OtherFeature> NearMisses()
    {
        foreach (NearMiss miss in diagnosis.Network.Report.NearMisses)
        {
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                RoadLayers.Line([miss.Place, miss.OtherPlace]),
                Problem("near-miss"),
                RoadLayers.Entry("road", RoadLayers.IdOf(miss.Road)),
                RoadLayers.Entry("otherRoad", RoadLayers.IdOf(miss.Other)),
                RoadLayers.Entry("distanceMetres", RoadLayers.Number(miss.DistanceMetres)));
        }
    }

    private IEnumerable<OtherFeature> CutOff()
    {
        foreach (int facility in diagnosis.CutOff)
        {
            Coordinate location = diagnosis.Facilities[facility].Location;
            yield return RoadLayers.Feature(
                RoadLayers.Diagnosis,
                ++_number,
                Point(new GeoPoint(location.X, location.Y)),
                Problem("cut-off"),
                RoadLayers.Entry("facility", PropertyValue.Of(RoadLayers.NameOf(diagnosis.Facilities[facility]))));
        }
    }

    private static KeyValuePair<string, PropertyValue> Problem(string what) => RoadLayers.Entry("problem", PropertyValue.Of(what));

    private static Point Point(GeoPoint place) => Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));

    private string Names(ImmutableArray<int> facilities) => string.Join(' ', facilities.Select(i => RoadLayers.NameOf(diagnosis.Facilities[i])));
}
