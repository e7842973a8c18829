using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;

namespace DefenseZone.Geo.Rendering.Charts;

/// <summary>The ground at a place of a way.</summary>
/// <param name="ChainageMetres">Metres of way from the start.</param>
/// <param name="HeightMetres">The height of the ground; NaN where it is not known.</param>
public readonly record struct GroundPoint(double ChainageMetres, double HeightMetres);

/// <summary>What a chart of the ground along a way says, in the reader's language.</summary>
/// <param name="Title">What the chart shows; read to those who cannot see it.</param>
/// <param name="Kilometres">The unit of the lower axis.</param>
/// <param name="Metres">The unit of the upright axis.</param>
public sealed record GroundProfileLabels(string Title, string Kilometres, string Metres)
{
    /// <summary>What is said of a place that is marked; empty where none is.</summary>
    public string Mark { get; init; } = string.Empty;

    /// <summary>Where that is, in metres of way from the start.</summary>
    public double MarkMetres { get; init; }
}

/// <summary>Draws the ground along a road or a route as SVG. Where its height is not known it is left open and dashed.</summary>
public static class GroundProfileChart
{
    private const double Left = 52;
    private const double Right = 14;
    private const double Top = 24;
    private const double Bottom = 24;
    private const double LeastSpanMetres = 10;
    private const double LetterPixels = 6;

    /// <summary>The chart as one <c>svg</c> element, that can stand in a page or be a file of its own.</summary>
    /// <param name="points">The ground, by rising chainage.</param>
    /// <param name="labels">What is written.</param>
    /// <param name="quantities">How numbers are written.</param>
    /// <param name="widthPixels">Its width, at least 160.</param>
    /// <param name="heightPixels">Its height, at least 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The chart is too small to hold its axes.</exception>
    /// <returns>The chart; without ground where no height is known or the way has no length.</returns>
    public static string Svg(ImmutableArray<GroundPoint> points, GroundProfileLabels labels, Quantities quantities, int widthPixels = 640, int heightPixels = 180)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 160);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPixels, 100);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {widthPixels} {heightPixels}\" width=\"{widthPixels}\" height=\"{heightPixels}\" role=\"img\" class=\"profile-chart\" font-family=\"'Noto Sans', sans-serif\" font-size=\"11\">");
        svg.Append("<title>").Append(Escaped(labels.Title)).Append("</title>");
        double[] known = [.. points.Select(point => point.HeightMetres).Where(double.IsFinite)];
        if (known.Length > 0 && points[^1].ChainageMetres > 0)
        {
            ImmutableArray<GroundPoint> drawn = Thinned(points, (int)(widthPixels - Left - Right));
            double lowest = known.Min(), span = Math.Max(known.Max() - lowest, LeastSpanMetres);
            var scale = new ProfileScale(points[^1].ChainageMetres, lowest - (0.12 * span), lowest + span, Left, Top, widthPixels - Left - Right, heightPixels - Top - Bottom);
            Axes(svg, scale, labels, quantities, widthPixels, heightPixels);
            Ground(svg, scale, drawn);
            if (labels.Mark.Length > 0)
                Mark(svg, scale, points.MinBy(point => Math.Abs(point.ChainageMetres - labels.MarkMetres)), labels.Mark, widthPixels);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Axes(StringBuilder svg, ProfileScale scale, GroundProfileLabels labels, Quantities quantities, int width, int height)
    {
        svg.Append("<g class=\"axes\" fill=\"").Append(MapColours.QuietInk).Append("\">");
        foreach (double metres in scale.HeightTicks())
        {
            double y = scale.Y(metres);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"{MapColours.LandBeyond}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Escaped(quantities.Fixed(metres, 0))}</text>");
        }

        foreach (AxisTick tick in KilometreAxis.Ticks(0, scale.LengthMetres, scale.WidthPixels, 60, quantities))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + tick.XPixels:0.#}\" y=\"{height - 8}\" text-anchor=\"middle\">{Escaped(tick.Text)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"{height - 8}\">{Escaped(labels.Kilometres)}</text><text x=\"4\" y=\"14\">{Escaped(labels.Metres)}</text></g>");
    }

    private static void Ground(StringBuilder svg, ProfileScale scale, ImmutableArray<GroundPoint> points)
    {
        double floor = scale.FloorPixels;
        for (int i = 0; i < points.Length;)
        {
            int first = i;
            bool isKnown = double.IsFinite(points[i].HeightMetres);
            while (i < points.Length && double.IsFinite(points[i].HeightMetres) == isKnown)
                i++;
            if (!isKnown)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"void\" x1=\"{scale.X(points[first].ChainageMetres):0.#}\" x2=\"{scale.X(points[i - 1].ChainageMetres):0.#}\" y1=\"{floor:0.#}\" y2=\"{floor:0.#}\" stroke=\"{MapColours.Retired}\" stroke-dasharray=\"3 3\"/>");
                continue;
            }

            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ground\" fill=\"{MapColours.ZoneEdge}\" stroke=\"{MapColours.QuietInk}\" d=\"M{scale.X(points[first].ChainageMetres):0.#} {floor:0.#}");
            for (int k = first; k < i; k++)
                svg.Append(CultureInfo.InvariantCulture, $"L{scale.X(points[k].ChainageMetres):0.#} {scale.Y(points[k].HeightMetres):0.#}");
            svg.Append(CultureInfo.InvariantCulture, $"L{scale.X(points[i - 1].ChainageMetres):0.#} {floor:0.#}Z\"/>");
        }
    }

    private static void Mark(StringBuilder svg, ProfileScale scale, GroundPoint at, string label, int width)
    {
        double x = scale.X(at.ChainageMetres), half = label.Length * LetterPixels / 2;
        double y = double.IsFinite(at.HeightMetres) ? scale.Y(at.HeightMetres) : scale.FloorPixels;
        double middle = Math.Clamp(x, Math.Min(half + 4, width / 2.0), Math.Max(width - half - 4, width / 2.0));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"mark\"><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"18\" y2=\"{y:0.#}\" stroke=\"{MapColours.Ink}\" stroke-width=\"0.6\"/><circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3.5\" fill=\"{MapColours.Ink}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"14\" text-anchor=\"middle\" fill=\"{MapColours.Ink}\" font-weight=\"600\">{Escaped(label)}</text></g>");
    }

    // A column of pixels shows its lowest and its highest ground, in their order.
    private static ImmutableArray<GroundPoint> Thinned(ImmutableArray<GroundPoint> points, int columns)
    {
        if (points.Length <= 2 * columns)
            return points;
        double length = points[^1].ChainageMetres;
        return
        [
            .. points
                .GroupBy(point => (Column: (int)(point.ChainageMetres / length * columns), IsKnown: double.IsFinite(point.HeightMetres)))
                .SelectMany(column => column.Key.IsKnown
                    ? new[] { column.MinBy(point => point.HeightMetres), column.MaxBy(point => point.HeightMetres) }
                    : [column.First(), column.Last()])
                .Distinct()
                .OrderBy(point => point.ChainageMetres),
        ];
    }

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? string.Empty;
}
