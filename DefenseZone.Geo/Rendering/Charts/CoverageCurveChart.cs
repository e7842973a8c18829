using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Rendering.Charts;

/// <summary>What a chart of cost and coverage says, in the reader's language.</summary>
/// <param name="Title">What the chart shows; read to those who cannot see it.</param>
/// <param name="Across">Under the lower axis: the number of sites, or the cost with its unit.</param>
/// <param name="Kilometres">Over the upright axis: the covered border in kilometres.</param>
/// <param name="Knee">At the knee of the curve, with {0} for its number of sites.</param>
public sealed record CoverageCurveLabels(string Title, string Across, string Kilometres, string Knee);

/// <summary>
/// Draws a curve of cost and coverage as SVG: sites or cost to the right, covered kilometres upwards, the knee marked.
/// Where a point is not proven, a whisker reaches up to its bound.
/// </summary>
public static class CoverageCurveChart
{
    private const double Left = 56;
    private const double Right = 16;
    private const double Top = 24;
    private const double Bottom = 40;
    private const double TickPixels = 56;
    private const double LetterPixels = 6.6;
    private const double KneeGap = 8;

    /// <summary>The chart as one <c>svg</c> element, that can stand in a page or be a file of its own.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="labels">What is written.</param>
    /// <param name="quantities">How numbers are written.</param>
    /// <param name="byCost">True for the cost across in place of the number of sites.</param>
    /// <param name="widthPixels">Its width, at least 160.</param>
    /// <param name="heightPixels">Its height, at least 100.</param>
    /// <returns>The chart; without a curve where it has no points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The chart is too small to hold its axes.</exception>
    public static string Svg(
        CostCoverageCurve curve, CoverageCurveLabels labels, Quantities quantities, bool byCost = false, int widthPixels = 480, int heightPixels = 260)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 160);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPixels, 100);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {widthPixels} {heightPixels}\" width=\"{widthPixels}\" height=\"{heightPixels}\" role=\"img\" class=\"coverage-curve\" font-family=\"'Noto Sans', sans-serif\" font-size=\"11\">");
        svg.Append("<title>").Append(Escaped(labels.Title)).Append("</title>");
        if (!curve.Points.IsEmpty)
        {
            var frame = Frame.Of(curve, byCost, widthPixels, heightPixels);
            Axes(svg, frame, labels, quantities, byCost);
            Curve(svg, frame, curve);
            Knee(svg, frame, curve, labels, quantities);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Where the points of a curve stand on its chart, in pixels from the left and from the top: for whoever lays something over it.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="byCost">As the chart was drawn.</param>
    /// <param name="widthPixels">As the chart was drawn.</param>
    /// <param name="heightPixels">As the chart was drawn.</param>
    public static ImmutableArray<(double X, double Y)> Places(CostCoverageCurve curve, bool byCost = false, int widthPixels = 480, int heightPixels = 260)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (curve.Points.IsEmpty)
            return [];
        var frame = Frame.Of(curve, byCost, widthPixels, heightPixels);
        return [.. curve.Points.Select(point => (frame.X(point), frame.Y(point.CoveredMetres)))];
    }

    private static void Axes(StringBuilder svg, Frame frame, CoverageCurveLabels labels, Quantities quantities, bool byCost)
    {
        svg.Append("<g class=\"axes\" fill=\"").Append(MapColours.QuietInk).Append("\">");
        double step = frame.CoveredStep;
        for (double metres = frame.Foot; metres <= frame.Head + (step / 2); metres += step)
        {
            double y = frame.Y(metres);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{frame.Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"{MapColours.LandBeyond}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Escaped(quantities.Fixed(metres / 1000, step < 1000 ? 1 : 0))}</text>");
        }

        double across = KilometreAxis.RoundStep(Math.Max((frame.Last - frame.First) * TickPixels / (frame.Width - Left - Right), 1e-9));
        if (!byCost)
            across = Math.Max(1, Math.Ceiling(across));

        // Adding 0 makes the negative zero that rounding up can give the plain one.
        for (double at = (Math.Ceiling((frame.First / across) - 1e-9) * across) + 0.0; at <= frame.Last + (across * 1e-9); at += across)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{frame.X(at):0.#}\" y=\"{frame.Height - Bottom + 16:0.#}\" text-anchor=\"middle\">{Escaped(quantities.Fixed(at, across < 1 ? 1 : 0))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{frame.Width - Right}\" y=\"{frame.Height - 6}\" text-anchor=\"end\">{Escaped(labels.Across)}</text><text x=\"4\" y=\"13\">{Escaped(labels.Kilometres)}</text></g>");
    }

    private static void Curve(StringBuilder svg, Frame frame, CostCoverageCurve curve)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"curve\" fill=\"none\" stroke=\"{MapColours.CoveredThreeTimesOrMore}\" stroke-width=\"2\" d=\"");
        for (int i = 0; i < curve.Points.Length; i++)
            svg.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{frame.X(curve.Points[i]):0.#} {frame.Y(curve.Points[i].CoveredMetres):0.#}");
        svg.Append("\"/>");
        foreach (CurvePoint point in curve.Points)
        {
            double x = frame.X(point), y = frame.Y(point.CoveredMetres);
            if (point.BoundMetres > point.CoveredMetres)
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"bound\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{y:0.#}\" y2=\"{frame.Y(point.BoundMetres):0.#}\" stroke=\"{MapColours.QuietInk}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"2.5\" fill=\"{MapColours.CoveredThreeTimesOrMore}\"/>");
        }
    }

    private static void Knee(StringBuilder svg, Frame frame, CostCoverageCurve curve, CoverageCurveLabels labels, Quantities quantities)
    {
        CurvePoint knee = curve.Points.FirstOrDefault(point => point.Sites == curve.KneeSites, curve.Points[0]);
        double x = frame.X(knee), y = frame.Y(knee.CoveredMetres);
        string text = string.Format(CultureInfo.InvariantCulture, labels.Knee, quantities.Count(knee.Sites));

        // Behind the knee the curve flattens and leaves room beneath it; before it, it would run through the words.
        bool isBehind = x + KneeGap + (text.Length * LetterPixels) <= frame.Width - Right;
        double at = isBehind ? x + KneeGap : x - KneeGap;
        string anchor = isBehind ? "start" : "end";
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"knee\"><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{y:0.#}\" y2=\"{frame.Height - Bottom:0.#}\" stroke=\"{MapColours.Ink}\" stroke-dasharray=\"3 3\"/><circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"5\" fill=\"{MapColours.CoveredOnce}\" stroke=\"{MapColours.Ink}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{at:0.#}\" y=\"{Math.Min(y + (isBehind ? 20 : 34), frame.Height - Bottom - 4):0.#}\" text-anchor=\"{anchor}\" fill=\"{MapColours.Ink}\" font-weight=\"600\">{Escaped(text)}</text></g>");
    }

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? string.Empty;

    /// <summary>Where things stand on the chart.</summary>
    private sealed record Frame(double First, double Last, double Foot, double Head, double CoveredStep, int Width, int Height, bool ByCost)
    {
        public static Frame Of(CostCoverageCurve curve, bool byCost, int width, int height)
        {
            double first = curve.Points.Min(point => byCost ? point.Cost : point.Sites), last = curve.Points.Max(point => byCost ? point.Cost : point.Sites);
            double low = curve.Points.Min(point => point.CoveredMetres), high = curve.Points.Max(point => point.BoundMetres);
            double step = KilometreAxis.RoundStep(Math.Max(1, (high - low) / 4));
            double foot = Math.Floor(low / step) * step;
            return new Frame(first, last > first ? last : first + 1, foot, Math.Max(foot + step, Math.Ceiling(high / step) * step), step, width, height, byCost);
        }

        public double X(CurvePoint point) => X(ByCost ? point.Cost : point.Sites);

        public double X(double across) => Left + ((across - First) / (Last - First) * (Width - Left - Right));

        public double Y(double metres) => Height - Bottom - ((metres - Foot) / (Head - Foot) * (Height - Top - Bottom));
    }
}
