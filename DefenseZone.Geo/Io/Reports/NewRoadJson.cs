using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>What the reports on new roads have in common: ends, courses, what they bring, what is built and where it may not go.</summary>
internal static class NewRoadJson
{
    /// <summary>Money, to the hundredth; null where it is not finite.</summary>
    internal static void WriteCost(this Utf8JsonWriter writer, string name, double cost)
    {
        if (double.IsFinite(cost))
            writer.WriteNumber(name, Cost(cost));
        else
            writer.WriteNull(name);
    }

    /// <summary>Money, to the hundredth.</summary>
    internal static double Cost(double cost) => Math.Round(cost, 2) + 0.0;

    internal static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>An end: its name and its place; the place is null for the existing roads.</summary>
    internal static void WriteEnd(this Utf8JsonWriter writer, string name, RoadEnd end)
    {
        writer.WriteStartObject(name);
        writer.WriteString("name", end.Name);
        if (end.Place is { } place)
            writer.WritePoint("place", place);
        else
            writer.WriteNull("place");
        writer.WriteEndObject();
    }

    /// <summary>The members of a course in an object that has been begun.</summary>
    internal static void WriteCourse(this Utf8JsonWriter writer, SitedRoad road)
    {
        writer.WriteMetres("lengthMetres", road.LengthMetres);
        writer.WriteCost("cost", road.Cost);
        writer.WriteMetres("climbMetres", road.ClimbMetres);
        writer.WriteMetres("descentMetres", road.DescentMetres);
        writer.WriteRatio("worstGrade", road.WorstGrade);
        writer.WritePoint("steepestPlace", road.Steepest.Place);
        writer.WriteNumber("hairpins", road.HairpinCount);
        writer.WriteRatio("overlapRatio", road.OverlapRatio);
        if (road.Gain is { } gain)
            writer.WriteGain("gain", gain);
        writer.WriteArray("costParts", road.CostParts, part =>
        {
            writer.WriteString("name", part.Name);
            writer.WriteMetres("lengthMetres", part.LengthMetres);
            writer.WriteCost("cost", part.Cost);
        });
        writer.WriteArray("profile", road.Profile, point =>
        {
            writer.WriteMetres("chainageMetres", point.ChainageMetres);
            writer.WriteMetres("elevationMetres", point.ElevationMetres);
            writer.WriteRatio("grade", point.Grade);
            writer.WritePoint("place", point.Place);
        });
    }

    internal static void WriteGain(this Utf8JsonWriter writer, string name, BorderGain gain)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("minutes", gain.Minutes);
        writer.WriteMetres("beforeMetres", gain.BeforeMetres);
        writer.WriteMetres("afterMetres", gain.AfterMetres);
        writer.WriteMetres("gainedMetres", gain.GainedMetres);
        writer.WriteRatio("gainedKilometresPerMillion", gain.GainedKilometresPerMillion);
        writer.WriteEndObject();
    }

    internal static void WriteStandard(this Utf8JsonWriter writer, RoadStandard standard)
    {
        writer.WriteRatio("maximumGrade", standard.MaximumGrade);
        writer.WriteArray("slopeClasses", standard.SlopeClasses, slope =>
        {
            writer.WriteString("name", slope.Name);
            if (double.IsFinite(slope.UpToSlope))
                writer.WriteRatio("upToSlope", slope.UpToSlope);
            else
                writer.WriteNull("upToSlope");
            writer.WriteCost("costPerKilometre", slope.CostPerKilometre);
        });
        writer.WriteCost("waterCostPerMetre", standard.WaterCostPerMetre);
        writer.WriteRatio("hazardFactor", standard.HazardFactor);
        writer.WriteCost("hairpinCost", standard.HairpinCost);
        writer.WriteString("class", standard.Class);
        writer.WriteString("surface", standard.Surface);
        writer.WriteMetres("widthMetres", standard.WidthMetres ?? double.NaN);
        writer.WriteMetres("speedKmh", standard.SpeedKmh ?? double.NaN);
    }

    internal static void WriteObstacles(this Utf8JsonWriter writer, RoadObstacles obstacles)
    {
        writer.WriteBoolean("avoidsProjects", obstacles.AvoidsProjects);
        writer.WriteIds("forbiddenZones", obstacles.ForbiddenZones);
        writer.WriteTexts("forbiddenHazards", obstacles.ForbiddenHazards);
        writer.WriteTexts("waterHazards", obstacles.WaterHazards);
        writer.WriteTexts("waterLayers", obstacles.WaterLayers);
    }

    internal static void WriteResponders(this Utf8JsonWriter writer, Coverage.FacilityFilter facilities, Roads.RoadNetworkOptions roads, double minutes)
    {
        Coverage.FacilityFilter responding = new Roads.ResponseCoverage(minutes).Participants(facilities);
        writer.WriteTexts("kinds", responding.Kinds.Select(kind => Vocabulary.FacilityLayers[kind]));
        writer.WriteTexts("statuses", responding.Statuses.Select(status => Vocabulary.Statuses[status]));
        writer.WriteRoads(roads);
    }

    internal static void WriteRoads(this Utf8JsonWriter writer, Roads.RoadNetworkOptions roads)
    {
        writer.WriteString("season", roads.Season == Roads.RoadSeason.Wet ? "wet" : "dry");
        if (roads.Year is { } year)
            writer.WriteNumber("year", year);
        else
            writer.WriteNull("year");
        writer.WriteTexts("roadStatuses", (roads.Statuses.IsDefaultOrEmpty ? [] : roads.Statuses).Select(status => Vocabulary.Statuses[status]));
        writer.WriteNumber("snapMetres", roads.SnapMetres);
    }
}
