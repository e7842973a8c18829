using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>Writes an answer in the form that was asked for.</summary>
internal static class Answer
{
    /// <summary>Writes one JSON value and a line break; on a screen with a line for each member.</summary>
    public static void WriteJson(OutputTarget target, Action<Utf8JsonWriter> write, Shell shell)
    {
        bool isRead = target.IsStandardOutput && shell.Screen.IsTerminal;
        using (var writer = new Utf8JsonWriter(target.Stream, GeoJsonFeatures.WriterOptions with { Indented = isRead }))
            PlanFindingsJson.WriteWith(writer, target.Findings, write);
        target.Stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a GeoJSON FeatureCollection with the figures of the report, and how it was obtained, as its members.</summary>
    public static void WriteFeatures(OutputTarget target, IEnumerable<PlanFeature> features, CoverageReport report, string name, Shell shell)
    {
        var options = new GeoJsonWriteOptions { Name = name, Members = FeatureProperties.Of([.. CoverageReportJson.Members(report), .. PlanFindingsJson.Members(target.Findings)]) };
        GeoJsonFeatures.Write(target.Stream, features, options, shell.Cancellation);
    }

    /// <summary>Writes a GeoJSON FeatureCollection.</summary>
    public static void WriteFeatures(OutputTarget target, IEnumerable<PlanFeature> features, string name, Shell shell) => GeoJsonFeatures.Write(
        target.Stream, features, new GeoJsonWriteOptions { Name = name, Members = PlanFindingsJson.Members(target.Findings) }, shell.Cancellation);

    /// <summary>Writes CSV. It has no room for what the check of the plan found, which goes to the standard error.</summary>
    public static void WriteCsv(OutputTarget target, Action<TextWriter> write, Shell shell)
    {
        foreach (string line in FindingsNotes.Of(target.Findings))
            shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(line));
        WriteText(target, write);
    }

    /// <summary>Writes text as UTF-8.</summary>
    public static void WriteText(OutputTarget target, Action<TextWriter> write)
    {
        using var output = new StreamWriter(target.Stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        write(output);
    }

    /// <summary>Draws a page where the answer goes to a terminal, and writes it plainly anywhere else.</summary>
    public static void WritePage(OutputTarget target, Page page, Shell shell) => WriteText(target, output =>
    {
        Page whole = page with { Notes = page.Notes.AddRange(FindingsNotes.Of(target.Findings)) };
        if (target.IsStandardOutput && shell.Screen.IsTerminal)
            TerminalPage.Write(output, whole, shell.Screen);
        else
            PlainPage.Write(output, whole);
    });
}
