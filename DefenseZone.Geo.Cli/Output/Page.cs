using System.Collections.Immutable;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>What a figure says, beyond its value.</summary>
internal enum Tone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Something is uncovered, or wrong.</summary>
    Gap,

    /// <summary>Something deserves a look.</summary>
    Warning,

    /// <summary>All is well.</summary>
    Good,
}

/// <summary>One figure of a summary.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value with its unit.</param>
/// <param name="Tone">What it says.</param>
internal sealed record Figure(string Label, string Value, Tone Tone = Tone.Plain);

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Numbers stand to the right.</param>
internal sealed record Column(string Title, bool IsNumber = false);

/// <summary>A row of a table, a text for each column.</summary>
/// <param name="Cells">The texts.</param>
/// <param name="Tone">What the row says.</param>
internal sealed record Row(ImmutableArray<string> Cells, Tone Tone = Tone.Plain);

/// <summary>A table for people.</summary>
/// <param name="Title">What it lists; may be empty.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record Table(string Title, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows);

/// <summary>An answer for people: a summary, the border as a strip, tables, and how it was obtained.</summary>
internal sealed record Page
{
    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The summary.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Makes the border to be drawn, which is asked for in a terminal only; nothing where there is none.</summary>
    public Func<BorderStrip> Strip { get; init; } = static () => BorderStrip.Empty;

    /// <summary>The ground along a line of sight, to be drawn in a terminal; nothing where there is none.</summary>
    public ProfileDrawing Profile { get; init; } = ProfileDrawing.Empty;

    /// <summary>The tables.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>How it was obtained, and what to know about it.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
