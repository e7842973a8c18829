using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>What a character of a profile shows.</summary>
internal enum ProfileInk
{
    /// <summary>Nothing, or an axis.</summary>
    Axis,

    /// <summary>Ground below the line of sight.</summary>
    Ground,

    /// <summary>Ground above the line of sight.</summary>
    Obstruction,

    /// <summary>The line of sight.</summary>
    Sight,
}

/// <summary>
/// The ground between two places in block characters, with the line of sight over it. A column shows the highest ground
/// in it, so that nothing that hides is lost.
/// </summary>
internal sealed record ProfileDrawing(ImmutableArray<ProfilePoint> Points)
{
    private const int Rows = 12;
    private const int LabelWidth = 7;
    private const char SightMark = '·';
    private const string Heights = " ▁▂▃▄▅▆▇█";

    /// <summary>No profile at all.</summary>
    public static ProfileDrawing Empty { get; } = new(ImmutableArray<ProfilePoint>.Empty);

    /// <summary>The drawing of a profile; empty where it has no length.</summary>
    public static ProfileDrawing Of(SightProfile profile) => profile.Points.Length < 2 || profile.LengthMetres <= 0 ? Empty : new(profile.Points);

    /// <summary>Draws the lines, each a run of characters with what they show, in so many columns in all.</summary>
    public ImmutableArray<ImmutableArray<(char Character, ProfileInk Ink)>> Draw(int width)
    {
        int columns = width - LabelWidth;
        (double[] ground, double[] sight) = Columns(columns);
        double highest = Math.Max(ground.Where(double.IsFinite).DefaultIfEmpty(0).Max(), sight.Max());
        double lowest = Math.Min(ground.Where(double.IsFinite).DefaultIfEmpty(highest).Min(), sight.Min());
        double step = Math.Max(highest - lowest, 1) * 1.06 / Rows;
        lowest -= step * 0.3;
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<(char, ProfileInk)>>(Rows + 1);
        for (int row = Rows - 1; row >= 0; row--)
        {
            double bottom = lowest + (row * step);
            string label = row is 0 or Rows - 1 || row == Rows / 2 ? (bottom + (step / 2)).ToString("#,0", CultureInfo.InvariantCulture) : string.Empty;
            var line = ImmutableArray.CreateBuilder<(char, ProfileInk)>(width);
            foreach (char character in label.PadLeft(LabelWidth - 1) + " ")
                line.Add((character, ProfileInk.Axis));
            for (int column = 0; column < columns; column++)
            {
                bool hides = ground[column] > sight[column] + SightConditions.ToleranceMetres && column > 0 && column < columns - 1;
                int eighths = double.IsNaN(ground[column]) ? 0 : Math.Clamp((int)Math.Round((ground[column] - bottom) / step * 8), 0, 8);
                bool isSight = sight[column] >= bottom && sight[column] < bottom + step;
                if (eighths > 0 && !(isSight && !hides && eighths < 3))
                    line.Add((Heights[eighths], hides && bottom + step > sight[column] ? ProfileInk.Obstruction : ProfileInk.Ground));
                else
                    line.Add(isSight ? (SightMark, ProfileInk.Sight) : (' ', ProfileInk.Axis));
            }

            lines.Add(line.MoveToImmutable());
        }

        lines.Add([.. Axis(columns).Select(character => (character, ProfileInk.Axis))]);
        return lines.ToImmutable();
    }

    /// <summary>For each column the highest ground, and the line of sight above it.</summary>
    private (double[] Ground, double[] Sight) Columns(int columns)
    {
        double length = Points[^1].DistanceMetres;
        double[] ground = new double[columns], sight = new double[columns];
        Array.Fill(ground, double.NaN);
        Array.Fill(sight, double.NaN);
        foreach (ProfilePoint point in Points)
        {
            int column = Math.Min((int)(point.DistanceMetres / length * columns), columns - 1);
            if (double.IsNaN(sight[column]) || point.ExcessMetres > ground[column] - sight[column] || double.IsNaN(ground[column]))
                (ground[column], sight[column]) = (point.GroundMetres, point.SightMetres);
        }

        // Fewer points than columns: what lies between two of them is drawn between them.
        int before = 0;
        for (int column = 1; column < columns; column++)
        {
            if (double.IsNaN(sight[column]))
                continue;
            for (int between = before + 1; between < column; between++)
            {
                double share = (between - before) / (double)(column - before);
                ground[between] = ground[before] + (share * (ground[column] - ground[before]));
                sight[between] = sight[before] + (share * (sight[column] - sight[before]));
            }

            before = column;
        }

        return (ground, sight);
    }

    private string Axis(int columns)
    {
        double length = Points[^1].DistanceMetres;
        string unit = length >= 2_000 ? " km" : " m";
        double scale = length >= 2_000 ? 1_000 : 1;
        var axis = new StringBuilder(new string(' ', columns));
        for (int tick = 0; tick <= 4; tick++)
        {
            string label = (length * tick / 4 / scale).ToString(scale > 1 ? "0.0" : "0", CultureInfo.InvariantCulture) + (tick == 4 ? unit : string.Empty);
            int column = Math.Clamp((int)(columns * tick / 4.0) - (tick == 0 ? 0 : label.Length / 2), 0, columns - label.Length);
            axis.Remove(column, label.Length).Insert(column, label);
        }

        return new string(' ', LabelWidth) + axis;
    }
}
