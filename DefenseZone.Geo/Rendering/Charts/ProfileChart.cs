using System.Collections.Immutable;
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
    private const double Top = 40;

    // What hides is named in the top line, above what stands at the ends.
    private const double EndsLine = 29;

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
        var frame = new ProfileFrame(labels.Title, widthPixels, heightPixels);
        if (profile.Points.Length >= 2 && profile.LengthMetres > 0)
        {
            ImmutableArray<ProfilePoint> points = ProfileThinning.To(profile.Points, (int)frame.GroundWidth);
            var scale = ProfileScale.Of(points, profile.LengthMetres, ProfileFrame.Left, Top, frame.GroundWidth, heightPixels - Top - ProfileFrame.Bottom);
            frame.Axes(scale, labels.Kilometres, labels.Metres, quantities);
            frame.Ground(scale, [.. points.Select(point => new GroundPoint(point.DistanceMetres, point.GroundMetres))]);
            Sight(frame, scale, points);
            Ends(frame, scale, points, labels);
            if (profile.Obstruction is { } obstruction)
                Mark(frame, scale, obstruction, labels.Obstruction);
        }

        return frame.End();
    }

    // The line in runs: below the ground it is drawn in the colour of gaps.
    private static void Sight(ProfileFrame frame, ProfileScale scale, ImmutableArray<ProfilePoint> points)
    {
        int i = 0;
        while (i + 1 < points.Length)
        {
            int first = i;
            bool hidden = Hides(points[i]) || Hides(points[i + 1]);
            frame.Append($"<path class=\"{(hidden ? "sight hidden" : "sight")}\" fill=\"none\" stroke=\"{(hidden ? MapColours.Gap : MapColours.CoveredThreeTimesOrMore)}\" stroke-width=\"1.5\" d=\"M{scale.X(points[first].DistanceMetres):0.#} {scale.Y(points[first].SightMetres):0.#}");
            while (i + 1 < points.Length && (Hides(points[i]) || Hides(points[i + 1])) == hidden)
            {
                i++;
                frame.Append($"L{scale.X(points[i].DistanceMetres):0.#} {scale.Y(points[i].SightMetres):0.#}");
            }

            frame.Append($"\"/>");
        }
    }

    private static bool Hides(ProfilePoint point) => point.ExcessMetres > SightConditions.ToleranceMetres;

    private static void Ends(ProfileFrame frame, ProfileScale scale, ImmutableArray<ProfilePoint> points, ProfileChartLabels labels)
    {
        foreach ((ProfilePoint point, string label, string anchor) in ((ProfilePoint, string, string)[])[(points[0], labels.Observer, "start"), (points[^1], labels.Target, "end")])
        {
            double x = scale.X(point.DistanceMetres), eye = scale.Y(point.SightMetres);
            frame.Append($"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{scale.Y(point.GroundMetres):0.#}\" y2=\"{eye:0.#}\" stroke=\"{MapColours.Ink}\" stroke-width=\"2\"/>");
            frame.Append($"<circle cx=\"{x:0.#}\" cy=\"{eye:0.#}\" r=\"3\" fill=\"{MapColours.Ink}\"/>");
            frame.Append($"<text x=\"{x:0.#}\" y=\"{Math.Max(eye - 7, EndsLine):0.#}\" text-anchor=\"{anchor}\" fill=\"{MapColours.Ink}\"{Halo}>{ProfileFrame.Escaped(label)}</text>");
        }
    }

    private static void Mark(ProfileFrame frame, ProfileScale scale, Obstruction obstruction, string label)
    {
        double x = scale.X(obstruction.DistanceMetres), top = scale.Y(obstruction.GroundMetres), line = scale.Y(obstruction.GroundMetres - obstruction.ExcessMetres);
        double middle = frame.LabelMiddle(label, x);
        frame.Append($"<g class=\"obstruction\"><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{ProfileFrame.TopLine + 4}\" y2=\"{top:0.#}\" stroke=\"{MapColours.Gap}\" stroke-width=\"0.5\"/><line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{top:0.#}\" y2=\"{line:0.#}\" stroke=\"{MapColours.Gap}\" stroke-width=\"2\"/><circle cx=\"{x:0.#}\" cy=\"{top:0.#}\" r=\"4\" fill=\"{MapColours.Gap}\"/>");
        frame.Append($"<text x=\"{middle:0.#}\" y=\"{ProfileFrame.TopLine}\" text-anchor=\"middle\" fill=\"{MapColours.Gap}\" font-weight=\"600\"{Halo}>{ProfileFrame.Escaped(label)}</text></g>");
    }
}
