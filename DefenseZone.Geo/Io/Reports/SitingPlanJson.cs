using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// Writes a siting plan as one JSON object: how good it is known to be, what was chosen and what each site adds, what
/// is out of reach and why, and how it was obtained. Lengths are metres on the WGS84 ellipsoid, chainages metres along
/// the border, costs in the plan's unit of money.
/// </summary>
public static class SitingPlanJson
{
    /// <summary>Writes the object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="siting">The plan.</param>
    /// <param name="curve">What each further site buys, as member <c>curve</c>; none to leave it out.</param>
    public static void Write(Utf8JsonWriter writer, SitingPlan siting, CostCoverageCurve? curve = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(siting);
        writer.WriteStartObject();
        WriteFigures(writer, siting);
        writer.WriteStartArray("chosen");
        for (int i = 0; i < siting.Chosen.Length; i++)
            WriteChosen(writer, siting.Chosen[i], siting.PlannedNear[i]);
        writer.WriteEndArray();
        WriteChanges(writer, siting);
        WriteStretches(writer, "newlyCovered", siting.NewlyCovered);
        WriteUnreachable(writer, siting);
        WriteDropped(writer, siting);
        writer.WriteStartArray("conflicts");
        foreach (string conflict in siting.Conflicts)
            writer.WriteStringValue(conflict);
        writer.WriteEndArray();
        if (curve is not null)
            WriteCurve(writer, curve);
        WriteMethod(writer, siting);
        writer.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter writer, SitingPlan siting)
    {
        writer.WriteString("status", SitingWords.Statuses[siting.Status]);
        writer.WriteMetres("borderMetres", siting.Border.LengthMetres);
        writer.WriteMetres("existingCoveredMetres", siting.ExistingCoveredMetres);
        writer.WriteMetres("coveredMetres", siting.CoveredMetres);
        writer.WriteMetres("newlyCoveredMetres", siting.NewlyCoveredMetres);
        writer.WriteRatio("coverageRatio", siting.Border.LengthMetres > 0 ? siting.CoveredMetres / siting.Border.LengthMetres : 0);
        writer.WriteMetres("backupMetres", siting.BackupMetres);
        writer.WriteMetres("longestGapMetres", siting.LongestGapMetres);
        writer.WriteMetres("worstLossMetres", siting.WorstLossMetres);
        writer.WriteNumber("cost", siting.Cost);
        if (siting.HasPlan)
        {
            WriteAmount(writer, "objective", siting.ObjectiveValue, siting.Unit);
            WriteAmount(writer, "bound", siting.Bound, siting.Unit);
        }

        writer.WriteRatio("relativeGap", siting.RelativeGap);
        writer.WriteNumber("seconds", Math.Round(siting.Seconds, 6));
    }

    // The unit is in the name: boundMetres, boundSites or boundCost.
    private static void WriteAmount(Utf8JsonWriter writer, string name, double value, SitingUnit unit)
    {
        if (unit == SitingUnit.Metres)
            writer.WriteMetres(name + "Metres", value);
        else if (double.IsFinite(value))
            writer.WriteNumber(name + (unit == SitingUnit.Sites ? "Sites" : "Cost"), value);
    }

    private static void WriteChosen(Utf8JsonWriter writer, ChosenSite site, ImmutableArray<PlannedNeighbour> planned)
    {
        writer.WriteStartObject();
        writer.WriteId("id", site.Site.Id);
        writer.WriteString("name", site.Site.Name);
        writer.WriteString("kind", Vocabulary.FacilityLayers[site.Site.Kind]);
        writer.WritePlace("place", new(site.Site.Geometry.Coordinate.X, site.Site.Geometry.Coordinate.Y));
        writer.WriteMetres("addedMetres", site.AddedMetres);
        writer.WriteMetres("backupMetres", site.BackupMetres);
        writer.WriteNumber("cost", site.Cost);
        writer.WriteBoolean("required", site.IsRequired);
        WriteStretches(writer, "added", site.Added);
        WritePlanned(writer, planned);
        writer.WriteEndObject();
    }

    private static void WritePlanned(Utf8JsonWriter writer, ImmutableArray<PlannedNeighbour> planned)
    {
        writer.WriteStartArray("plannedNear");
        foreach (PlannedNeighbour neighbour in planned)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", neighbour.Facility.LayerName);
            writer.WriteId("id", neighbour.Facility.Id);
            writer.WriteString("name", neighbour.Facility.Name);
            writer.WriteString("status", Vocabulary.Statuses[neighbour.Facility.Status]);
            if (neighbour.Facility.InServiceFrom is { } from)
                writer.WriteString("inServiceFrom", from.ToString());
            else
                writer.WriteNull("inServiceFrom");
            writer.WriteMetres("distanceMetres", neighbour.DistanceMetres);
            writer.WriteMetres("sharedMetres", neighbour.SharedMetres);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStretches(Utf8JsonWriter writer, string name, ImmutableArray<BorderStretch> stretches)
    {
        writer.WriteStartArray(name);
        foreach (BorderStretch stretch in stretches)
        {
            writer.WriteStartObject();
            writer.WriteMetres("fromMetres", stretch.FromMetres);
            writer.WriteMetres("toMetres", stretch.ToMetres);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter writer, SitingPlan siting)
    {
        writer.WriteStartArray("closed");
        foreach (Facility facility in siting.Closed)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", facility.LayerName);
            writer.WriteId("id", facility.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("moved");
        foreach (MovedFacility moved in siting.Moved)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", moved.Facility.LayerName);
            writer.WriteId("id", moved.Facility.Id);
            writer.WriteId("to", moved.To.Id);
            writer.WriteNumber("cost", moved.Cost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUnreachable(Utf8JsonWriter writer, SitingPlan siting)
    {
        writer.WriteStartArray("unreachable");
        foreach (UnreachableStretch stretch in siting.Unreachable)
        {
            writer.WriteStartObject();
            writer.WriteMetres("fromMetres", stretch.FromMetres);
            writer.WriteMetres("toMetres", stretch.ToMetres);
            writer.WriteMetres("lengthMetres", stretch.LengthMetres);
            writer.WriteId("nearestSite", stretch.NearestSite?.Id ?? FeatureId.None);
            writer.WriteMetres("smallestRadiusMetres", stretch.SmallestRadiusMetres);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDropped(Utf8JsonWriter writer, SitingPlan siting)
    {
        writer.WriteStartArray("dropped");
        foreach (DroppedCandidate dropped in siting.Dropped)
        {
            writer.WriteStartObject();
            writer.WriteId("id", dropped.Site.Id);
            writer.WriteString("reason", SitingWords.DropReasons[dropped.Reason]);
            if (dropped.By is { } better)
                writer.WriteId("by", better.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCurve(Utf8JsonWriter writer, CostCoverageCurve curve)
    {
        writer.WriteStartObject("curve");
        writer.WriteNumber("kneeSites", curve.KneeSites);
        writer.WriteBoolean("isProven", curve.IsProven);
        writer.WriteStartArray("points");
        foreach (CurvePoint point in curve.Points)
        {
            writer.WriteStartObject();
            writer.WriteNumber("sites", point.Sites);
            writer.WriteMetres("coveredMetres", point.CoveredMetres);
            writer.WriteMetres("boundMetres", point.BoundMetres);
            writer.WriteNumber("cost", point.Cost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMethod(Utf8JsonWriter writer, SitingPlan siting)
    {
        SitingProblem problem = siting.Problem;
        writer.WriteStartObject("method");
        writer.WriteString("objective", problem.Objective.Name);
        writer.WriteString("formulation", problem.Objective.Formulation);
        writer.WriteString("model", problem.Model.Name);
        foreach (ModelParameter parameter in problem.Model.Parameters)
        {
            if (parameter.Value is { } value)
                writer.WriteNumber(parameter.Name, value);
            else
                writer.WriteNull(parameter.Name);
        }

        if (problem.MaximumSites is { } most)
            writer.WriteNumber("maximumSites", most);
        else
            writer.WriteNull("maximumSites");
        if (problem.Budget is { } budget)
            writer.WriteNumber("budget", budget);
        else
            writer.WriteNull("budget");
        writer.WriteBoolean("ignoreExisting", problem.IgnoreExisting);
        if (problem.PlannedBy is { } plannedBy)
            writer.WriteNumber("plannedBy", plannedBy);
        else
            writer.WriteNull("plannedBy");
        writer.WriteNumber("existingFacilities", siting.Method.ExistingFacilities);
        writer.WriteNumber("candidates", siting.Method.Candidates);
        writer.WriteNumber("searchedCandidates", siting.Method.SearchedCandidates);
        writer.WriteNumber("atoms", siting.Method.Atoms);
        writer.WriteString("proof", siting.Method.Proof);
        writer.WriteNumber("seed", problem.Limits.Seed);
        writer.WriteString("ellipsoid", "WGS84");
        writer.WriteEndObject();
    }
}
