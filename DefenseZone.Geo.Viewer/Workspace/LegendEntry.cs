using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A layer as the legend lists it: its swatch is what the map draws it with.</summary>
/// <param name="Key">What it is called.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Amount">How many or how much there is.</param>
/// <param name="Swatch">How it looks.</param>
public sealed record LegendEntry(string Key, string Name, string Amount, LegendSwatch Swatch);

/// <summary>How a layer looks: as a line, an area, a symbol or in words only.</summary>
public abstract record LegendSwatch
{
    private LegendSwatch()
    {
    }

    /// <summary>A line, with a broader one beneath where there is one.</summary>
    public sealed record Line(string Colour, double Width, string Dash = "", string Casing = "", double CasingWidth = 0) : LegendSwatch;

    /// <summary>An area.</summary>
    public sealed record Area(string Fill, string Stroke, bool IsRound = false, string Dash = "") : LegendSwatch;

    /// <summary>A symbol.</summary>
    public sealed record Symbol(FacilitySymbol Drawing) : LegendSwatch;

    /// <summary>Letters.</summary>
    public sealed record Letters(string Text) : LegendSwatch;
}

/// <summary>The legend of a workspace: only what the plan has.</summary>
public static class Legend
{
    /// <summary>All of it: what the open tab shows, the border by depth, and what the plan has.</summary>
    public static IEnumerable<LegendEntry> Of(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return
        [
            .. workspace.Tab.Legend,
            .. workspace.Tab.Replaces.Contains(MapLayers.Border) ? [] : Depths(workspace),
            .. workspace.Tabs.SelectMany(tab => tab.CommonLegend),
            .. Layers(workspace).Where(entry => !workspace.Tab.Replaces.Contains(entry.Key)),
        ];
    }

    /// <summary>The border by depth.</summary>
    public static IEnumerable<LegendEntry> Depths(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ViewerTexts texts = workspace.Texts;
        CoverageReport report = workspace.Report;
        int required = report.Problem.RequiredDepth;
        string gaps = required == 1 ? texts.GapLayer : string.Format(null, texts.GapLayerBelow, required);
        yield return Depth(DepthClass.Gap, gaps, workspace.Quantities.Count(report.GapCount));
        if (required <= 1)
            yield return Depth(DepthClass.Once, texts.Once, workspace.Quantities.Length(report.MetresAtDepth(1)));
        if (required <= 2)
            yield return Depth(DepthClass.Twice, texts.Twice, workspace.Quantities.Length(report.MetresAtDepth(2)));
        yield return Depth(DepthClass.ThreeOrMore, texts.ThreeOrMore, workspace.Quantities.Length(report.MetresAtLeast(3)));
    }

    /// <summary>What the plan has.</summary>
    public static IEnumerable<LegendEntry> Layers(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Plan plan = workspace.Plan;
        Quantities quantities = workspace.Quantities;
        Language language = workspace.Language;
        ViewerTexts texts = workspace.Texts;

        // Who responds by road has no circle.
        if (workspace.Report.Facilities.Count(cover => cover.RadiusMetres > 0) is > 0 and var circles)
            yield return new LegendEntry(LayerKey.Circles, texts.Circles, quantities.Count(circles), new LegendSwatch.Area("rgba(31,111,120,0.15)", "rgba(31,111,120,0.6)", IsRound: true));
        foreach (IGrouping<FacilityKind, Facility> kind in plan.Facilities.GroupBy(facility => facility.Kind).OrderBy(kind => kind.Key))
            yield return new LegendEntry(LayerKey.Of(kind.Key), kind.Key.Name(language), quantities.Count(kind.Count()), new LegendSwatch.Symbol(FacilitySymbol.Of(kind.Key, LifecycleStatus.Existing)));
        if (!plan.CandidateSites.IsEmpty)
            yield return new LegendEntry(Vocabulary.CandidateSites, texts.CandidateSites, quantities.Count(plan.CandidateSites.Length), new LegendSwatch.Symbol(FacilitySymbol.Candidate));
        if (!plan.PatrolRoads.IsEmpty)
            yield return new LegendEntry(Vocabulary.PatrolRoads, texts.Roads, quantities.Length(RoadLengths.Of(plan)), new LegendSwatch.Line(MapColours.Road, 2));
        foreach (IGrouping<ZoneLevel, DefensiveZone> level in plan.DefensiveZones.GroupBy(zone => zone.Level).OrderBy(level => level.Key))
            yield return new LegendEntry(LayerKey.Of(level.Key), level.Key.PluralName(language), quantities.Count(level.Count()), new LegendSwatch.Line(MapColours.ZoneEdge, 2.4 - (0.4 * (int)level.Key), "6 4"));
        if (!plan.HazardAreas.IsEmpty)
            yield return new LegendEntry(Vocabulary.HazardAreas, texts.HazardAreas, quantities.Count(plan.HazardAreas.Length), new LegendSwatch.Area("rgba(120,110,160,0.14)", "#9A92B8", Dash: "2 3"));
        if (!plan.Projects.IsEmpty)
            yield return new LegendEntry(Vocabulary.Projects, texts.Projects, quantities.Count(plan.Projects.Length), new LegendSwatch.Area("rgba(120,120,110,0.14)", "#98968A"));
        foreach ((string name, ImmutableArray<OtherFeature> features) in plan.OtherLayers)
            yield return new LegendEntry(name, name, quantities.Count(features.Length), new LegendSwatch.Area("rgba(120,120,110,0.14)", "#98968A"));
        yield return new LegendEntry(LayerKey.Names, texts.Names, string.Empty, new LegendSwatch.Letters("Ab"));
        yield return new LegendEntry(LayerKey.Basemap, texts.Basemap, string.Empty, new LegendSwatch.Area(MapColours.Land, "#CFC7B6"));
    }

    /// <summary>The statuses that facilities of the plan have, as their fill says them.</summary>
    public static IEnumerable<(LifecycleStatus Status, int Count, FacilitySymbol Symbol)> Statuses(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Plan.Facilities
            .GroupBy(facility => facility.Status)
            .OrderBy(status => status.Key)
            .Select(status => (status.Key, status.Count(), FacilitySymbol.Of(FacilityKind.MilitiaPost, status.Key)));
    }

    private static LegendEntry Depth(DepthClass depth, string name, string amount) =>
        new(LayerKey.Of(depth), name, amount, new LegendSwatch.Line(MapColours.Of(depth), depth == DepthClass.Gap ? 7 : 4.5));
}
