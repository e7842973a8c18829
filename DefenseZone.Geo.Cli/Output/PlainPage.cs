using System.Collections.Immutable;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>Writes a page for a pipe: no colours and no drawing, columns apart by two spaces.</summary>
internal static class PlainPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, Page page)
    {
        output.WriteLine(PlainText.OneLine(page.Title));
        if (!page.Figures.IsEmpty)
        {
            output.WriteLine();
            WriteColumns(output, [.. page.Figures.Select(figure => new Row([figure.Label, figure.Value]))], [false, false]);
        }

        foreach (Table table in page.Tables)
        {
            output.WriteLine();
            if (table.Title.Length > 0)
                output.WriteLine(PlainText.OneLine(table.Title));
            Write(output, table);
        }

        if (!page.Notes.IsEmpty)
            output.WriteLine();
        foreach (string note in page.Notes)
            output.WriteLine(PlainText.OneLine(note));
    }

    /// <summary>Writes a table with its headings.</summary>
    public static void Write(TextWriter output, Table table)
    {
        var headings = new Row([.. table.Columns.Select(column => column.Title)]);
        WriteColumns(output, table.Rows.Insert(0, headings), [.. table.Columns.Select(column => column.IsNumber)]);
    }

    private static void WriteColumns(TextWriter output, ImmutableArray<Row> rows, ImmutableArray<bool> toTheRight)
    {
        int[] widths = new int[toTheRight.Length];
        string[][] texts = new string[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            texts[i] = new string[widths.Length];
            for (int column = 0; column < widths.Length; column++)
            {
                texts[i][column] = PlainText.OneLine(rows[i].Cells[column]);
                widths[column] = Math.Max(widths[column], PlainText.Width(texts[i][column]));
            }
        }

        foreach (string[] text in texts)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                string padding = new(' ', widths[column] - PlainText.Width(text[column]));
                bool last = column == widths.Length - 1;
                if (toTheRight[column])
                    output.Write(padding);
                output.Write(text[column]);
                if (!toTheRight[column] && !last)
                    output.Write(padding);
                output.Write(last ? "\n" : "  ");
            }
        }
    }
}
