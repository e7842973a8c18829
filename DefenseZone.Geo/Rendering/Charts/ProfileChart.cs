using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Rendering.Charts;

/// <summary>What a chart of a profile says, in the reader's language.</summary>
/// <param name="Title">What the chart shows; read to those who cannot see it.</param>
/// <param name="Observer">Over the observer's end.</param>
/// <param name="Target">Over the target's end.</param>
/// <param name="Obstruction">At the ground that hides the target; empty where nothing does.</param>
/// <param name="Kilometres">The unit of the lower axis.</param>
/// <param name="Metres">The unit of the upright axis.</param>
public sealed record ProfileChartLabels(string Title, string Observer, string Target, string Obstruction, string Kilometres, string Metres);

/// <summary>
/// Draws the ground under a line of sight as SVG: the ground as it is, the line bent by curvature and refraction, red
/// where the ground rises above it, and the worst of that marked. Voids are left open and dashed.
/// </summary>
public static class ProfileChart
{
    private const double Left = 52;
    private const double Right = 14;
    private const double Top = 40;

    // What hides is named in a line of its own, above what stands at the ends.
    private const double ObstructionLine = 14;
    private const double EndsLine = 29;
    private const double Bottom = 24;
    private const double LetterPixels = 6;

    // Letters stay readable where they stand on the ground or a line.
    private const string Halo = " stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";

    /// <summary>The chart as one <c>svg</c> element, that can stand in a page or be a file of its own.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="labels">What is written.</param>
    /// <param name="quantities">How numbers are written.</param>
    /// <param name="widthPixels">Its width, at least 160.</param>
    /// <param name="heightPixels">Its height, at least 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The chart is too small to hold its axes.</exception>
    /// <returns>The chart; without ground and line where the profile has no points or no length.</returns>
    public static string Svg(SightProfile profile, ProfileChartLabels labels, Quantities quantities, int widthPixels = 640, int heightPixels = 220)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 160);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPixels, 100);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {widthPixels} {heightPixels}\" width=\"{widthPixels}\" height=\"{heightPixels}\" role=\"img\" class=\"profile-chart\" font-family=\"'Noto Sans', sans-serif\" font-size=\"11\">");
        svg.Append("<title>").Append(Escaped(labels.Title)).Append("</title>");
        if (profile.Points.Length >= 2 && profile.LengthMetres > 0)
        {
            ImmutableArray<ProfilePoint> points = ProfileThinning.To(profile.Points, (int)(widthPixels - Left - Right));
            var scale = ProfileScale.Of(points, profile.LengthMetres, Left, Top, widthPixels - Left - Right, heightPixels - Top - Bottom);
            Axes(svg, scale, labels, quantities, widthPixels, heightPixels);
            Ground(svg, scale, points);
            Sight(svg, scale, points);
            Ends(svg, scale, points, labels);
            if (profile.Obstruction is { } obstruction)
                Mark(svg, scale, obstruction, labels.Obstruction, widthPixels);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Axes(StringBuilder svg, ProfileScale scale, ProfileChartLabels labels, Quantities quantities, int width, int height)
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
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"{height - 8}\">{Escaped(labels.Kilometres)}</text><text x=\"4\" y=\"{ObstructionLine}\">{Escaped(labels.Metres)}</text></g>");
    }

    private static void Ground(StringBuilder svg, ProfileScale scale, ImmutableArray<ProfilePoint> points)
    {
        double floor = scale.FloorPixels;
        int i = 0;
        while (i < points.Length)
        {
            int first = i;
            bool isVoid = double.IsNaN(points[i].GroundMetres);
            while (i < points.Length && double.IsNaN(points[i].GroundMetres) == isVoid)
                i++;
            if (isVoid)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"void\" x1=\"{scale.X(points[first].DistanceMetres):0.#}\" x2=\"{scale.X(points[i - 1].DistanceMetres):0.#}\" y1=\"{floor:0.#}\" y2=\"{floor:0.#}\" stroke=\"{MapColours.Retired}\" stroke-dasharray=\"3 3\"/>");
                continue;
            }

            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ground\" fill=\"{MapColours.ZoneEdge}\" stroke=\"{MapColours.QuietInk}\" d=\"M{scale.X(points[first].DistanceMetres):0.#} {floor:0.#}");
            for (int k = first; k < i; k++)
                svg.Append(CultureInfo.InvariantCulture, $"L{scale.X(points[k].DistanceMetres):0.#} {scale.Y(points[k].GroundMetres):0.#}");
            svg.Append(CultureInfo.InvariantCulture, $"L{scale.X(points[i - 1].DistanceMetres):0.#} {floor:0.#}Z\"/>");
        }
    }

    // The line in runs: below the ground it is drawn in the colour of gaps.
    private static void Sight(StringBuilder svg, ProfileScale scale, ImmutableArray<ProfilePoint> points)
    {
        int i = 0;
        while (i + 1 < points.Length)
        {
            int first = i;
            bool hidden = Hides(points[i]) || Hides(points[i + 1]);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(hidden ? "sight hidden" : "sight")}\" fill=\"none\" stroke=\"{(hidden ? MapColours.Gap : MapColours.CoveredThreeTimesOrMore)}\" stroke-width=\"1.5\" d=\"M{scale.X(points[first].DistanceMetres):0.#} {scale.Y(points[first].SightMetres):0.#}");
            while (i + 1 < points.Length && (Hides(points[i]) || Hides(points[i + 1])) == hidden)
            {
                i++;
                svg.Append(CultureInfo.InvariantCulture, $"L{scale.X(points[i].DistanceMetres):0.#} {scale.Y(points[i].SightMetres):0.#}");
            }

            svg.Append("\"/>");
        }
    }

    private static bool Hides(ProfilePoint point) => point.ExcessMetres > SightConditions.ToleranceMetres;

    private static void Ends(StringBuilder svg, ProfileScale scale, ImmutableArray<ProfilePoint> points, ProfileChartLabels labels)
    {
        foreach ((ProfilePoint point, string label, string anchor) in ((ProfilePoint, string, string)[])[(points[0], labels.Observer, "start"), (points[^1], labels.Target, "end")])
        {
            double x = scale.X(point.DistanceMetres), eye = scale.Y(point.SightMetres);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{scale.Y(point.GroundMetres):0.#}\" y2=\"{eye:0.#}\" stroke=\"{MapColours.Ink}\" stroke-width=\"2\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{eye:0.#}\" r=\"3\" fill=\"{MapColours.Ink}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{Math.Max(eye - 7, EndsLine):0.#}\" text-anchor=\"{anchor}\" fill=\"{MapColours.Ink}\"{Halo}>{Escaped(label)}</text>");
        }
    }

    private static void Mark(StringBuilder svg, ProfileScale scale, Obstruction obstruction, string label, int width)
    {
        double x = scale.X(obstruction.DistanceMetres), top = scale.Y(obstruction.GroundMetres), line = scale.Y(obstruction.GroundMetres - obstruction.ExcessMetres);
        double half = label.Length * LetterPixels / 2;
        double middle = Math.Clamp(x, Math.Min(half + 4, width / 2.0), Math.Max(width - half - 4, width / 2.0));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"obstruction\"><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{ObstructionLine + 4}\" y2=\"{top:0.#}\" stroke=\"{MapColours.Gap}\" stroke-width=\"0.5\"/><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{top:0.#}\" y2=\"{line:0.#}\" stroke=\"{MapColours.Gap}\" stroke-width=\"2\"/><circle cx=\"{x:0.#}\" cy=\"{top:0.#}\" r=\"4\" fill=\"{MapColours.Gap}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"{ObstructionLine}\" text-anchor=\"middle\" fill=\"{MapColours.Gap}\" font-weight=\"600\"{Halo}>{Escaped(label)}</text></g>");
    }

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? string.Empty;
}
