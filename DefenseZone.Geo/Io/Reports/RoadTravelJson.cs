using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Routes, rounds and isochrones as JSON and CSV.</summary>
public static class RoadTravelJson
{
    /// <summary>Writes a route as one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="route">The route.</param>
    /// <param name="network">Its network.</param>
    /// <param name="closure">What is closed.</param>
    /// <param name="before">The route without closures; none where nothing is closed.</param>
    public static void WriteRoute(Utf8JsonWriter writer, RoadRoute route, RoadNetwork network, RoadClosure closure, RoadRoute? before = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(route);
        writer.WriteStartObject();
        WriteRouteFigures(writer, route);
        if (before is not null)
        {
            writer.WriteStartObject("before");
            WriteRouteFigures(writer, before);
            writer.WriteEndObject();
        }

        writer.WriteLegs(network, route.Legs);
        writer.WriteRoadMethod(network, closure);
        writer.WriteEndObject();
    }

    /// <summary>Writes a round as one object.</summary>
    public static void WriteRound(Utf8JsonWriter writer, PatrolRound round, RoadNetwork network, RoadClosure closure)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(round);
        writer.WriteStartObject();
        writer.WriteBoolean("found", round.IsFound);
        writer.WriteString("reason", round.Reason);
        writer.WriteSeconds("seconds", round.Seconds);
        writer.WriteSeconds("boundSeconds", round.BoundSeconds);
        writer.WriteRatio("gap", round.Gap);
        writer.WriteBoolean("isOptimal", round.IsOptimal);
        writer.WriteMetres("lengthMetres", round.LengthMetres);
        writer.WriteSeconds("shiftSeconds", round.ShiftSeconds ?? double.NaN);
        writer.WriteBoolean("fitsShift", round.FitsShift);
        writer.WriteBoolean("noRoundFits", round.NoRoundFits);
        writer.WriteArray("stops", round.Stops.Zip(round.ArrivalSeconds), stop =>
        {
            writer.WriteString("layer", stop.First.LayerName);
            writer.WriteId("id", stop.First.Id);
            writer.WriteString("name", stop.First.Name);
            writer.WriteSeconds("arrivalSeconds", stop.Second);
        });
        writer.WriteLegs(network, round.Legs);
        writer.WriteRoadMethod(network, closure);
        writer.WriteEndObject();
    }

    /// <summary>Writes the figures of isochrones as one object.</summary>
    public static void WriteIsochrones(Utf8JsonWriter writer, ImmutableArray<Isochrone> isochrones, RoadNetwork network, RoadClosure closure)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(network);
        writer.WriteStartObject();
        writer.WriteArray("isochrones", isochrones, isochrone =>
        {
            writer.WriteNumber("minutes", isochrone.Minutes);
            writer.WriteMetres("roadMetres", isochrone.RoadMetres);
            writer.WriteMetres("areaSquareMetres", isochrone.AreaSquareMetres);
            writer.WritePropertyName("area");
            GeoJsonFeatures.WriteGeometry(writer, isochrone.Area);
            writer.WriteArray("roads", isochrone.Roads, road =>
            {
                writer.WriteId("road", network.Roads[network.Edge(road.Edge).Road].Id);
                writer.WritePoint("from", network.PointAt(road.Edge, road.FromFraction));
                writer.WritePoint("to", network.PointAt(road.Edge, road.ToFraction));
                writer.WriteMetres("lengthMetres", (road.ToFraction - road.FromFraction) * network.Edge(road.Edge).LengthMetres);
            });
        });
        writer.WriteRoadMethod(network, closure);
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each leg.</summary>
    public static void WriteLegsCsv(TextWriter output, RoadNetwork network, ImmutableArray<RouteLeg> legs)
    {
        ArgumentNullException.ThrowIfNull(network);
        var row = new CsvRow(output);
        row.Headings("leg", "road", "name", "lengthMetres", "seconds", "climbMetres", "descentMetres");
        for (int i = 0; i < legs.Length; i++)
        {
            RouteLeg leg = legs[i];
            row.Add(i + 1)
                .Add(leg.IsOnFoot ? FeatureId.None : network.Roads[leg.Road].Id)
                .Add(leg.IsOnFoot ? string.Empty : network.Roads[leg.Road].Name)
                .Add(ReportNumbers.Metres(leg.LengthMetres))
                .Add(ReportNumbers.Metres(leg.Seconds))
                .Add(ReportNumbers.Metres(leg.ClimbMetres))
                .Add(ReportNumbers.Metres(leg.DescentMetres))
                .End();
        }
    }

    /// <summary>Writes a row for each isochrone.</summary>
    public static void WriteIsochronesCsv(TextWriter output, ImmutableArray<Isochrone> isochrones)
    {
        var row = new CsvRow(output);
        row.Headings("minutes", "roadMetres", "areaSquareMetres");
        foreach (Isochrone isochrone in isochrones)
            row.Add(isochrone.Minutes).Add(ReportNumbers.Metres(isochrone.RoadMetres)).Add(ReportNumbers.Metres(isochrone.AreaSquareMetres)).End();
    }

    private static void WriteRouteFigures(Utf8JsonWriter writer, RoadRoute route)
    {
        writer.WriteBoolean("found", route.IsFound);
        writer.WriteString("reason", route.Reason);
        writer.WriteSeconds("seconds", route.Seconds);
        writer.WriteMetres("lengthMetres", route.LengthMetres);
        writer.WriteMetres("climbMetres", route.ClimbMetres);
        writer.WriteMetres("descentMetres", route.DescentMetres);
    }
}
