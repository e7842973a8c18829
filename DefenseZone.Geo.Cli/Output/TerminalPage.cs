using System.Collections.Immutable;
using Spectre.Console;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>Draws a page in a terminal. Nothing else touches Spectre.Console, so that no other output waits for it to load.</summary>
internal static class TerminalPage
{
    private const int StripLabelWidth = 7;
    private const int WidestStrip = 160;
    private const int FigureDistance = 3;

    // The colours of depth are those of the map.
    private static readonly Color[] DepthColours = [new(200, 16, 46), new(242, 165, 65), new(103, 176, 168), new(31, 111, 120)];

    /// <summary>Draws the page.</summary>
    public static void Write(TextWriter output, Page page, Screen screen)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = screen.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = screen.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = screen.Width;
        console.Profile.Capabilities.Unicode = true;

        console.Write(new Text(PlainText.OneLine(page.Title) + "\n", new Style(decoration: Decoration.Bold)));
        WriteFigures(console, page.Figures, screen.Width);
        BorderStrip strip = page.Strip();
        if (strip.LengthMetres > 0)
            WriteStrip(console, strip, screen.Width);
        if (!page.Profile.Points.IsEmpty)
            WriteProfile(console, page.Profile, screen.Width);
        if (!page.Tables.IsEmpty || !page.Notes.IsEmpty)
            console.WriteLine();
        foreach (Table table in page.Tables)
            WriteTable(console, table);
        foreach (string note in page.Notes)
            console.Write(new Text(PlainText.OneLine(note) + "\n", new Style(decoration: Decoration.Dim)));
    }

    // A figure stays on one line with its label, so the lines are broken here.
    private static void WriteFigures(IAnsiConsole console, ImmutableArray<Figure> figures, int screenWidth)
    {
        var text = new Paragraph();
        int column = 0;
        foreach (Figure figure in figures)
        {
            int width = PlainText.Width(figure.Label) + 1 + PlainText.Width(figure.Value);
            if (column > 0)
            {
                bool fits = column + FigureDistance + width <= screenWidth;
                text.Append(fits ? new string(' ', FigureDistance) : "\n");
                column = fits ? column + FigureDistance : 0;
            }

            text.Append(figure.Label + " ", new Style(decoration: Decoration.Dim));
            text.Append(figure.Value, StyleOf(figure.Tone, Decoration.Bold));
            column += width;
        }

        if (column > 0)
            console.Write(text.Append("\n"));
    }

    private static void WriteStrip(IAnsiConsole console, BorderStrip strip, int screenWidth)
    {
        int columns = Math.Clamp(screenWidth - StripLabelWidth - 1, 10, WidestStrip);
        StripDrawing drawing = strip.Draw(columns);
        var dim = new Style(decoration: Decoration.Dim);
        var text = new Paragraph("\n");
        text.Append("depth  ", dim);
        for (int i = 0; i < columns; i++)
            text.Append(drawing.Depths[i].ToString(), new Style(DepthColours[drawing.Classes[i]]));
        text.Append("\ngaps   ", dim);
        text.Append(drawing.Gaps, new Style(DepthColours[0]));
        text.Append("\nkm     ", dim);
        text.Append(drawing.Axis, dim);
        text.Append("\n       ");
        text.Append("■ ", new Style(DepthColours[1])).Append("once  ", dim);
        text.Append("■ ", new Style(DepthColours[2])).Append("twice  ", dim);
        text.Append("■ ", new Style(DepthColours[3])).Append("three or more  ", dim);
        text.Append($"{BorderStrip.GapMark} ", new Style(DepthColours[0])).Append("gap  ", dim);
        text.Append($"{BorderStrip.ShortGapMark} ", new Style(DepthColours[0])).Append("short gap\n", dim);
        console.Write(text);
    }

    private static void WriteProfile(IAnsiConsole console, ProfileDrawing profile, int screenWidth)
    {
        var text = new Paragraph("\n");
        foreach (ImmutableArray<(char Character, ProfileInk Ink)> line in profile.Draw(Math.Clamp(screenWidth - 1, 30, WidestStrip)))
        {
            foreach ((char character, ProfileInk ink) in line)
            {
                text.Append(character.ToString(), ink switch
                {
                    ProfileInk.Ground => new Style(DepthColours[3]),
                    ProfileInk.Obstruction => new Style(DepthColours[0]),
                    ProfileInk.Sight => new Style(DepthColours[1]),
                    _ => new Style(decoration: Decoration.Dim),
                });
            }

            text.Append("\n");
        }

        console.Write(text);
    }

    private static void WriteTable(IAnsiConsole console, Table table)
    {
        var drawn = new Spectre.Console.Table { Border = TableBorder.Simple };
        foreach (Column column in table.Columns)
        {
            var drawnColumn = new TableColumn(new Text(column.Title, new Style(decoration: Decoration.Bold)));
            drawn.AddColumn(column.IsNumber ? drawnColumn.RightAligned().NoWrap() : drawnColumn);
        }

        foreach (Row row in table.Rows)
            drawn.AddRow(row.Cells.Select(cell => new Text(PlainText.OneLine(cell), StyleOf(row.Tone, Decoration.None))));
        if (table.Title.Length > 0)
            console.Write(new Text(PlainText.OneLine(table.Title) + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(drawn);
    }

    private static Style StyleOf(Tone tone, Decoration decoration) => tone switch
    {
        Tone.Gap => new Style(Color.Red, decoration: decoration),
        Tone.Warning => new Style(Color.Yellow, decoration: decoration),
        Tone.Good => new Style(Color.Green, decoration: decoration),
        _ => new Style(decoration: decoration),
    };
}
