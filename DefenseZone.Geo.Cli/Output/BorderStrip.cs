using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>A stretch of the border in a strip.</summary>
/// <param name="FromMetres">Where it begins.</param>
/// <param name="ToMetres">Where it ends.</param>
/// <param name="Depth">How many cover it.</param>
internal readonly record struct StripStretch(double FromMetres, double ToMetres, int Depth);

/// <summary>
/// The border as a straight line of block characters: depth as height, gaps hanging below the line, kilometres
/// under them. A gap is never lost, however short: its column is marked.
/// </summary>
/// <param name="LengthMetres">The length of the border.</param>
/// <param name="Stretches">All of the border, in order.</param>
/// <param name="Gaps">The gaps, in order; their depth is not looked at.</param>
internal sealed record BorderStrip(double LengthMetres, ImmutableArray<StripStretch> Stretches, ImmutableArray<StripStretch> Gaps)
{
    /// <summary>The mark of a column that is mostly gap.</summary>
    public const char GapMark = '▀';

    /// <summary>The mark of a column that holds a gap shorter than half of it.</summary>
    public const char ShortGapMark = '▘';

    private const string Heights = " ▁▂▃▄▅▆▇█";

    /// <summary>No border at all.</summary>
    public static BorderStrip Empty { get; } = new(0, [], []);

    /// <summary>Draws the strip in so many columns.</summary>
    public StripDrawing Draw(int columns)
    {
        double[] depthMetres = new double[columns];
        int deepest = 4;
        foreach (StripStretch stretch in Stretches)
        {
            deepest = Math.Max(deepest, stretch.Depth);
            Spread(stretch, depthMetres, stretch.Depth);
        }

        double[] gapMetres = new double[columns];
        foreach (StripStretch gap in Gaps)
            Spread(gap, gapMetres, 1);

        double columnMetres = LengthMetres / columns;
        var depths = new StringBuilder(columns);
        var gaps = new StringBuilder(columns);
        var classes = ImmutableArray.CreateBuilder<int>(columns);
        for (int i = 0; i < columns; i++)
        {
            double mean = depthMetres[i] / columnMetres;
            depths.Append(Heights[mean <= 0 ? 0 : Math.Clamp((int)Math.Round(mean * 8 / Math.Min(deepest, 8)), 1, 8)]);
            classes.Add(mean <= 0 ? 0 : Math.Clamp((int)Math.Round(mean), 1, 3));
            gaps.Append(gapMetres[i] <= 0 ? ' ' : gapMetres[i] >= columnMetres / 2 ? GapMark : ShortGapMark);
        }

        return new StripDrawing(depths.ToString(), classes.MoveToImmutable(), gaps.ToString(), Axis(columns));
    }

    private void Spread(StripStretch stretch, double[] columns, double weight)
    {
        double columnMetres = LengthMetres / columns.Length;
        int first = Math.Clamp((int)(stretch.FromMetres / columnMetres), 0, columns.Length - 1);
        int last = Math.Clamp((int)Math.Ceiling(stretch.ToMetres / columnMetres) - 1, first, columns.Length - 1);
        for (int i = first; i <= last; i++)
        {
            double from = Math.Max(stretch.FromMetres, i * columnMetres);
            double to = Math.Min(stretch.ToMetres, (i + 1) * columnMetres);
            columns[i] += Math.Max(to - from, 0) * weight;
        }
    }

    // Ticks at 1, 2 or 5 times a power of ten, at least twelve columns apart.
    private string Axis(int columns)
    {
        double least = LengthMetres / 1000 / columns * 12;
        double step = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (int factor in (ReadOnlySpan<int>)[1, 2, 5, 10])
        {
            if (step * factor >= least)
            {
                step *= factor;
                break;
            }
        }

        var axis = new StringBuilder(new string(' ', columns));
        for (int tick = 0; ; tick++)
        {
            string label = (tick * step).ToString("#,0.###", CultureInfo.InvariantCulture);
            int column = (int)Math.Round(tick * step * 1000 / LengthMetres * columns);
            if (column + label.Length + 1 > columns)
                break;
            axis[column] = '╵';
            axis.Remove(column + 1, label.Length).Insert(column + 1, label);
        }

        return axis.ToString();
    }
}

/// <summary>A strip as drawn: four lines of the same width.</summary>
/// <param name="Depths">Depth as the height of a block.</param>
/// <param name="Classes">For each column 0 (uncovered), 1, 2 or 3 (three or more).</param>
/// <param name="Gaps">The marks of the gaps.</param>
/// <param name="Axis">Kilometres.</param>
internal sealed record StripDrawing(string Depths, ImmutableArray<int> Classes, string Gaps, string Axis);
