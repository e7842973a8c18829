using System.Collections.Immutable;

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
    private const double Top = 24;
    private const double LeastSpanMetres = 10;

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
        var frame = new ProfileFrame(labels.Title, widthPixels, heightPixels);
        double[] known = [.. points.Select(point => point.HeightMetres).Where(double.IsFinite)];
        if (known.Length > 0 && points[^1].ChainageMetres > 0)
        {
            double lowest = known.Min(), span = Math.Max(known.Max() - lowest, LeastSpanMetres);
            var scale = new ProfileScale(points[^1].ChainageMetres, lowest - (0.12 * span), lowest + span, ProfileFrame.Left, Top, frame.GroundWidth, heightPixels - Top - ProfileFrame.Bottom);
            frame.Axes(scale, labels.Kilometres, labels.Metres, quantities);
            frame.Ground(scale, Thinned(points, (int)frame.GroundWidth));
            if (labels.Mark.Length > 0)
                Mark(frame, scale, points.MinBy(point => Math.Abs(point.ChainageMetres - labels.MarkMetres)), labels.Mark);
        }

        return frame.End();
    }

    private static void Mark(ProfileFrame frame, ProfileScale scale, GroundPoint at, string label)
    {
        double x = scale.X(at.ChainageMetres), middle = frame.LabelMiddle(label, x);
        double y = double.IsFinite(at.HeightMetres) ? scale.Y(at.HeightMetres) : scale.FloorPixels;
        frame.Append($"<g class=\"mark\"><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"18\" y2=\"{y:0.#}\" stroke=\"{MapColours.Ink}\" stroke-width=\"0.6\"/><circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3.5\" fill=\"{MapColours.Ink}\"/>");
        frame.Append($"<text x=\"{middle:0.#}\" y=\"{ProfileFrame.TopLine}\" text-anchor=\"middle\" fill=\"{MapColours.Ink}\" font-weight=\"600\">{ProfileFrame.Escaped(label)}</text></g>");
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
}
