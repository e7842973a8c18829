using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo roads check</c> for people.</summary>
internal static class RoadDiagnosisPage
{
    private const int MostRows = 20;

    /// <summary>The figures, and a table for each kind of finding; of long ones the gravest rows.</summary>
    public static Page Of(RoadDiagnosis diagnosis)
    {
        RoadNetworkReport report = diagnosis.Network.Report;
        int cutOff = diagnosis.CutOff.Length;
        var tables = ImmutableArray.CreateBuilder<Table>();
        Add(tables, "Something is wrong with these roads", [new("Road"), new("What")], report.Problems, problem => new Row([problem.Road.Text, problem.Message], Tone.Warning));
        Add(
            tables,
            "Parts that no road joins to the others",
            [new("Part", true), new("Roads", true), new("Facilities", true), new("Base"), new("Missing link", true), new("From road"), new("To road")],
            [.. diagnosis.Parts.Where(part => part.MissingLink is not null)],
            part => new Row(
                [
                    Figures.Count(part.Number), Figures.Length(part.RoadMetres), Figures.Count(part.Facilities.Length), part.HasBase ? "yes" : "no",
                    Figures.Length(part.MissingLink!.Value.LengthMetres), Road(diagnosis, part.MissingLink.Value.FromRoad), Road(diagnosis, part.MissingLink.Value.ToRoad),
                ],
                part.HasBase ? Tone.Plain : Tone.Gap));
        Add(tables, "Cut off from every base", [new("Facility"), new("Kind")], diagnosis.CutOff, i => new Row([RoadNotes.NameOf(diagnosis.Facilities[i]), diagnosis.Facilities[i].LayerName], Tone.Gap));
        Add(
            tables,
            "Roads that may not fail",
            [new("Road"), new("Length", true), new("Cuts off", true), new("Border served", true), new("Roads beyond", true)],
            diagnosis.CriticalEdges,
            edge => new Row([Road(diagnosis, edge.Road), Figures.Length(edge.LengthMetres), Figures.Count(edge.CutOff.Length), Figures.Length(edge.ServedBorderMetres), Figures.Length(edge.BeyondRoadMetres)]));
        Add(
            tables,
            "Junctions that may not fail",
            [new("Roads"), new("Cuts off", true)],
            diagnosis.CriticalNodes,
            node => new Row([string.Join(", ", node.Roads.Select(id => Road(diagnosis, id))), Figures.Count(node.CutOff.Length)]));
        Add(
            tables,
            "Ends that nearly meet a road",
            [new("Road"), new("Other road"), new("Apart", true)],
            report.NearMisses,
            miss => new Row([Road(diagnosis, miss.Road), Road(diagnosis, miss.Other), Figures.Length(miss.DistanceMetres)], Tone.Warning));
        Add(
            tables,
            "Ends that were moved onto a road",
            [new("Road"), new("Onto"), new("By", true)],
            report.Snapped,
            end => new Row([Road(diagnosis, end.Road), Road(diagnosis, end.Onto), Figures.Length(end.DistanceMetres)]));
        Add(
            tables,
            "Roads that cross on different levels and do not meet",
            [new("Road"), new("Other road")],
            report.GradeSeparations,
            crossing => new Row([Road(diagnosis, crossing.Road), Road(diagnosis, crossing.Other)]));
        return new Page
        {
            Title = RoadNotes.Title(diagnosis.Response.Problem.Plan, "roads"),
            Figures =
            [
                new Figure("Roads", Figures.Length(diagnosis.Network.LengthMetres)),
                new Figure("Junctions and ends", Figures.Count(diagnosis.Network.NodeCount)),
                new Figure("Parts", Figures.Count(diagnosis.Parts.Length), diagnosis.Parts.Length > 1 ? Tone.Warning : Tone.Good),
                new Figure("Cut off", Figures.Count(cutOff, "facility", "facilities"), cutOff > 0 ? Tone.Gap : Tone.Good),
                new Figure("May not fail", $"{Figures.Count(diagnosis.CriticalEdges.Length, "stretch", "stretches")}, {Figures.Count(diagnosis.CriticalNodes.Length, "junction")}"),
                new Figure("Dead ends", Figures.Count(diagnosis.DeadEnds.Length)),
                new Figure("Digitising", $"{Figures.Count(report.Snapped.Length)} snapped, {Figures.Count(report.Splits.Length)} split, {Figures.Count(report.NearMisses.Length)} nearly meet, {Figures.Count(report.GradeSeparations.Length)} over or under"),
            ],
            Tables = tables.ToImmutable(),
            Notes = RoadNotes.Of(diagnosis.Response.Problem.Plan, diagnosis.Network),
        };
    }

    private static void Add<T>(ImmutableArray<Table>.Builder tables, string title, ImmutableArray<Column> columns, ImmutableArray<T> items, Func<T, Row> row)
    {
        if (items.IsEmpty)
            return;
        string shown = items.Length > MostRows ? $"{title} ({MostRows} of {Figures.Count(items.Length)}; all of them with --format csv)" : title;
        tables.Add(new Table(shown, columns, [.. items.Take(MostRows).Select(row)]));
    }

    private static string Road(RoadDiagnosis diagnosis, FeatureId id)
    {
        PatrolRoad? road = diagnosis.Network.Roads.FirstOrDefault(one => one.Id == id);
        return road is { Name.Length: > 0 } ? $"{road.Name} ({id})" : id.Text;
    }
}
