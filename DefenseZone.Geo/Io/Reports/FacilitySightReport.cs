using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>What each facility sees of the border as JSON, CSV and features; metres, and what is not known is null or empty.</summary>
public static class FacilitySightReport
{
    /// <summary>Writes one object: a member for each facility, and how it was obtained.</summary>
    public static void WriteJson(Utf8JsonWriter writer, ImmutableArray<FacilitySight> sights, SightCoverage model, ImmutableArray<string> notes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(model);
        writer.WriteStartObject();
        writer.WriteStartArray("facilities");
        foreach (FacilitySight sight in sights)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", sight.Facility.LayerName);
            writer.WriteId("id", sight.Facility.Id);
            writer.WriteString("name", sight.Facility.Name);
            writer.WriteString("ground", SightWords.Grounds[sight.Ground]);
            writer.WriteMetres("groundMetres", sight.GroundMetres);
            writer.WriteMetres("observerHeightMetres", sight.ObserverHeightMetres);
            writer.WriteMetres("rangeMetres", sight.RangeMetres);
            writer.WriteMetres("withinMetres", sight.WithinMetres);
            writer.WriteMetres("seenMetres", sight.SeenMetres);
            writer.WriteMetres("hiddenMetres", sight.HiddenMetres);
            writer.WriteMetres("unknownMetres", sight.UnknownMetres);
            writer.WriteRatio("seenRatio", sight.SeenRatio);
            writer.WriteStartArray("stretches");
            foreach (BorderStretch stretch in sight.Stretches)
            {
                writer.WriteStartObject();
                writer.WriteMetres("fromMetres", stretch.FromMetres);
                writer.WriteMetres("toMetres", stretch.ToMetres);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("method");
        writer.WriteString("model", model.Name);
        foreach (ModelParameter parameter in model.Parameters)
        {
            if (parameter.Value is { } value)
                writer.WriteNumber(parameter.Name, value);
            else
                writer.WriteNull(parameter.Name);
        }

        writer.WriteEndObject();
        ViewshedReportJson.WriteNotes(writer, notes);
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each facility, with the names of the JSON as headings.</summary>
    public static void WriteCsv(TextWriter output, ImmutableArray<FacilitySight> sights)
    {
        ArgumentNullException.ThrowIfNull(output);
        var row = new CsvRow(output);
        row.Headings(
            "layer", "id", "name", "ground", "groundMetres", "observerHeightMetres", "rangeMetres", "withinMetres", "seenMetres", "hiddenMetres", "unknownMetres", "seenRatio");
        foreach (FacilitySight sight in sights)
        {
            row.Add(sight.Facility.LayerName)
                .Add(sight.Facility.Id)
                .Add(sight.Facility.Name)
                .Add(SightWords.Grounds[sight.Ground])
                .Add(ReportNumbers.Metres(sight.GroundMetres))
                .Add(ReportNumbers.Metres(sight.ObserverHeightMetres))
                .Add(ReportNumbers.Metres(sight.RangeMetres))
                .Add(ReportNumbers.Metres(sight.WithinMetres))
                .Add(ReportNumbers.Metres(sight.SeenMetres))
                .Add(ReportNumbers.Metres(sight.HiddenMetres))
                .Add(ReportNumbers.Metres(sight.UnknownMetres))
                .Add(ReportNumbers.Ratio(sight.SeenRatio))
                .End();
        }
    }

    /// <summary>The stretches seen as lines, each with its facility.</summary>
    public static IEnumerable<PlanFeature> Features(ImmutableArray<FacilitySight> sights, BorderLine border)
    {
        ArgumentNullException.ThrowIfNull(border);
        return EachFeature(sights, border);
    }

    private static IEnumerable<PlanFeature> EachFeature(ImmutableArray<FacilitySight> sights, BorderLine border)
    {
        int number = 0;
        foreach (FacilitySight sight in sights)
        {
            foreach (BorderStretch stretch in sight.Stretches)
            {
                yield return new OtherFeature
                {
                    Layer = "sight",
                    Id = FeatureId.Of(++number),
                    Name = sight.Facility.Name,
                    Geometry = border.Shape(stretch.FromMetres, stretch.ToMetres),
                    OtherProperties = FeatureProperties.Of(
                    [
                        KeyValuePair.Create("layer", PropertyValue.Of(sight.Facility.LayerName)),
                        KeyValuePair.Create("facility", PropertyValue.Of(sight.Facility.Id.Text)),
                        KeyValuePair.Create("fromMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.FromMetres))),
                        KeyValuePair.Create("toMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.ToMetres))),
                        KeyValuePair.Create("lengthMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.LengthMetres))),
                    ]),
                };
            }
        }
    }
}
