using System.Globalization;
using System.Security;
using System.Text;

namespace DefenseZone.Geo.Rendering.Charts;

/// <summary>What charts of the ground along a way have in common: the page, the axes and the ground itself.</summary>
internal sealed class ProfileFrame
{
    internal const double Left = 52;
    internal const double Right = 14;
    internal const double Bottom = 24;

    /// <summary>The line of letters above the chart.</summary>
    internal const double TopLine = 14;

    private const double LetterPixels = 6;

    private readonly StringBuilder _svg = new();
    private readonly int _width;
    private readonly int _height;

    /// <summary>Begins a page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is too small to hold its axes.</exception>
    internal ProfileFrame(string title, int widthPixels, int heightPixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 160);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPixels, 100);
        (_width, _height) = (widthPixels, heightPixels);
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {_width} {_height}\" width=\"{_width}\" height=\"{_height}\" role=\"img\" class=\"profile-chart\" font-family=\"'Noto Sans', sans-serif\" font-size=\"11\"><title>{Escaped(title)}</title>");
    }

    /// <summary>The width that is left for the ground, in pixels.</summary>
    internal double GroundWidth => _width - Left - Right;

    internal static string Escaped(string text) => SecurityElement.Escape(text) ?? string.Empty;

    /// <summary>Adds SVG text, its numbers as SVG has them.</summary>
    internal void Append(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Draws the axes with what they count.</summary>
    internal void Axes(ProfileScale scale, string kilometres, string metres, Quantities quantities)
    {
        Append($"<g class=\"axes\" fill=\"{MapColours.QuietInk}\">");
        foreach (double height in scale.HeightTicks())
        {
            double y = scale.Y(height);
            Append($"<line x1=\"{Left}\" x2=\"{_width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"{MapColours.LandBeyond}\"/>");
            Append($"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Escaped(quantities.Fixed(height, 0))}</text>");
        }

        foreach (AxisTick tick in KilometreAxis.Ticks(0, scale.LengthMetres, scale.WidthPixels, 60, quantities))
            Append($"<text x=\"{Left + tick.XPixels:0.#}\" y=\"{_height - 8}\" text-anchor=\"middle\">{Escaped(tick.Text)}</text>");
        Append($"<text x=\"4\" y=\"{_height - 8}\">{Escaped(kilometres)}</text><text x=\"4\" y=\"{TopLine}\">{Escaped(metres)}</text></g>");
    }

    /// <summary>Draws the ground; where its height is not known it is left open and dashed.</summary>
    internal void Ground(ProfileScale scale, IReadOnlyList<GroundPoint> points)
    {
        double floor = scale.FloorPixels;
        for (int i = 0; i < points.Count;)
        {
            int first = i;
            bool isKnown = double.IsFinite(points[i].HeightMetres);
            while (i < points.Count && double.IsFinite(points[i].HeightMetres) == isKnown)
                i++;
            double from = scale.X(points[first].ChainageMetres), to = scale.X(points[i - 1].ChainageMetres);
            if (!isKnown)
            {
                Append($"<line class=\"void\" x1=\"{from:0.#}\" x2=\"{to:0.#}\" y1=\"{floor:0.#}\" y2=\"{floor:0.#}\" stroke=\"{MapColours.Retired}\" stroke-dasharray=\"3 3\"/>");
                continue;
            }

            Append($"<path class=\"ground\" fill=\"{MapColours.ZoneEdge}\" stroke=\"{MapColours.QuietInk}\" d=\"M{from:0.#} {floor:0.#}");
            for (int k = first; k < i; k++)
                Append($"L{scale.X(points[k].ChainageMetres):0.#} {scale.Y(points[k].HeightMetres):0.#}");
            Append($"L{to:0.#} {floor:0.#}Z\"/>");
        }
    }

    /// <summary>Where the middle of a label stands that is to be above a place and still on the page.</summary>
    internal double LabelMiddle(string label, double x)
    {
        double half = label.Length * LetterPixels / 2;
        return Math.Clamp(x, Math.Min(half + 4, _width / 2.0), Math.Max(_width - half - 4, _width / 2.0));
    }

    /// <summary>Ends the page.</summary>
    internal string End() => _svg.Append("</svg>").ToString();
}
