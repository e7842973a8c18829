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
            write(writer);
        target.Stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a GeoJSON FeatureCollection with the figures of the report, and how it was obtained, as its members.</summary>
    public static void WriteFeatures(OutputTarget target, IEnumerable<PlanFeature> features, CoverageReport report, string name, Shell shell)
    {
        var options = new GeoJsonWriteOptions { Name = name, Members = CoverageReportJson.Members(report) };
        GeoJsonFeatures.Write(target.Stream, features, options, shell.Cancellation);
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
        if (target.IsStandardOutput && shell.Screen.IsTerminal)
            TerminalPage.Write(output, page, shell.Screen);
        else
            PlainPage.Write(output, page);
    });
}
