using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>A siting plan as rows of a table and as features to draw.</summary>
public static class SitingPlanRows
{
    /// <summary>The name of the layer of features.</summary>
    public const string LayerName = "siting";

    /// <summary>Writes a CSV row for each chosen site, with the names of the JSON as headings.</summary>
    public static void WriteCsv(TextWriter output, SitingPlan siting)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(siting);
        var row = new CsvRow(output);
        row.Headings("number", "id", "name", "kind", "lon", "lat", "addedMetres", "backupMetres", "cost", "required", "plannedNear", "plannedNearMetres", "plannedNearFrom");
        int number = 0;
        foreach (ChosenSite site in siting.Chosen)
        {
            PlannedNeighbour? planned = siting.PlannedNear[number].FirstOrDefault();
            row.Add(++number)
                .Add(site.Site.Id)
                .Add(site.Site.Name)
                .Add(Vocabulary.FacilityLayers[site.Site.Kind])
                .Add(ReportNumbers.Degrees(site.Site.Geometry.Coordinate.X))
                .Add(ReportNumbers.Degrees(site.Site.Geometry.Coordinate.Y))
                .Add(ReportNumbers.Metres(site.AddedMetres))
                .Add(ReportNumbers.Metres(site.BackupMetres))
                .Add(site.Cost)
                .Add(site.IsRequired ? "true" : "false")
                .Add(planned is null ? string.Empty : $"{planned.Facility.LayerName}/{planned.Facility.Id}")
                .Add(planned is null ? string.Empty : ReportNumbers.Metres(planned.DistanceMetres).ToString(CultureInfo.InvariantCulture))
                .Add(planned?.Facility.InServiceFrom?.ToString() ?? string.Empty)
                .End();
        }
    }

    /// <summary>
    /// The chosen sites as points (<c>what</c> is <c>site</c>), then the border that they newly cover as lines
    /// (<c>what</c> is <c>newly-covered</c>), each with the site that covers it first.
    /// </summary>
    public static IEnumerable<PlanFeature> Features(SitingPlan siting)
    {
        ArgumentNullException.ThrowIfNull(siting);
        return EachFeature(siting);
    }

    private static IEnumerable<PlanFeature> EachFeature(SitingPlan siting)
    {
        for (int i = 0; i < siting.Chosen.Length; i++)
        {
            ChosenSite site = siting.Chosen[i];
            yield return new OtherFeature
            {
                Layer = LayerName,
                Id = FeatureId.Of($"site/{site.Site.Id}"),
                Name = site.Site.Name,
                Geometry = site.Site.Geometry,
                OtherProperties = FeatureProperties.Of(
                [
                    Entry("what", PropertyValue.Of("site")),
                    Entry("number", PropertyValue.Of(i + 1)),
                    Entry("candidate", PropertyValue.Of(site.Site.Id.Text)),
                    Entry("kind", PropertyValue.Of(Vocabulary.FacilityLayers[site.Site.Kind])),
                    Entry("addedMetres", PropertyValue.Of(ReportNumbers.Metres(site.AddedMetres))),
                    Entry("cost", PropertyValue.Of(site.Cost)),
                    Entry("required", PropertyValue.Of(site.IsRequired)),
                ]),
            };
        }

        foreach (ChosenSite site in siting.Chosen)
        {
            for (int i = 0; i < site.Added.Length; i++)
            {
                BorderStretch stretch = site.Added[i];
                yield return new OtherFeature
                {
                    Layer = LayerName,
                    Id = FeatureId.Of($"newly-covered/{site.Site.Id}/{i + 1}"),
                    Name = site.Site.Name,
                    Geometry = siting.Border.Shape(stretch.FromMetres, stretch.ToMetres),
                    OtherProperties = FeatureProperties.Of(
                    [
                        Entry("what", PropertyValue.Of("newly-covered")),
                        Entry("candidate", PropertyValue.Of(site.Site.Id.Text)),
                        Entry("fromMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.FromMetres))),
                        Entry("toMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.ToMetres))),
                        Entry("lengthMetres", PropertyValue.Of(ReportNumbers.Metres(stretch.LengthMetres))),
                    ]),
                };
            }
        }
    }

    private static KeyValuePair<string, PropertyValue> Entry(string name, PropertyValue value) => KeyValuePair.Create(name, value);
}
