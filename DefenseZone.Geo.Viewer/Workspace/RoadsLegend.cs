using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The legend of the tab of roads: the border by time, the roads by what hangs on them, and what was asked for.</summary>
internal static class RoadsLegend
{
    /// <summary>Its entries.</summary>
    public static IEnumerable<LegendEntry> Of(RoadsTab tab)
    {
        var words = tab.Words;
        Quantities quantities = tab.Workspace.Quantities;
        if (tab.Answer is { } answer)
        {
            foreach (ResponseSpeed speed in Enum.GetValues<ResponseSpeed>())
                yield return new LegendEntry(RoadsDrawings.KeyOf(speed), words.Name(speed, answer.Minutes, quantities), quantities.Length(answer.MetresOf(speed)), Line(RoadsDrawings.StyleOf(speed)));
            if (!answer.Lost.IsEmpty)
                yield return new LegendEntry(RoadsDrawings.LostLayer, words.LostBorder, quantities.Length(answer.Lost.Sum(stretch => stretch.LengthMetres)), new LegendSwatch.Line(MapColours.CoveredOnce, 4, Casing: MapColours.Ink, CasingWidth: 9));
            foreach (RoadWeight weight in RoadsDrawings.DrawnOf(tab.Part is not null))
            {
                int count = answer.Importance.Count(road => road.Weight == weight);
                if (count > 0)
                    yield return new LegendEntry(RoadsDrawings.KeyOf(weight), words.Name(weight), quantities.Count(count), Line(RoadsDrawings.StyleOf(weight)));
            }

            if (!answer.CutOff.IsEmpty && tab.ShowsCutOff)
                yield return new LegendEntry(RoadsDrawings.CutOffLayer, words.CutOffFacilities, quantities.Count(answer.CutOff.Length), new LegendSwatch.Area("none", RoadsDrawings.CutOffColour, IsRound: true));
        }

        if (tab.Route.Answer is { Route.IsFound: true } route)
            yield return new LegendEntry(RoadsDrawings.RouteLayer, words.RouteTab, quantities.Length(route.Route.LengthMetres), new LegendSwatch.Line(MapColours.Selection, 4));
        if (tab.Courses is { Report.IsFound: true } courses)
            yield return new LegendEntry(RoadsDrawings.NewLayer, words.NewRoad, quantities.Count(courses.Report.Roads.Length), new LegendSwatch.Line(RoadsDrawings.NewColour, 4));
        foreach (LegendEntry entry in tab.Part?.Legend ?? [])
            yield return entry;
    }

    private static LegendSwatch.Line Line(Cartography.MapStyle style) =>
        new(style.Stroke!, Math.Min(style.Width, 5), style.Dash is { } dash ? string.Join(' ', dash) : string.Empty);
}
