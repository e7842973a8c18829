using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A mark of an axis.</summary>
/// <param name="At">Where it stands, in pixels.</param>
/// <param name="Text">What is written at it.</param>
public readonly record struct CurveTick(double At, string Text);

/// <summary>A point of the curve on the chart.</summary>
/// <param name="Point">The point.</param>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from above.</param>
public readonly record struct CurveMark(CurvePoint Point, double X, double Y);

/// <summary>The layout of the chart of a cost–coverage curve: sites to the right, covered kilometres upwards.</summary>
public sealed record CurveChart
{
    /// <summary>The width of the chart, in pixels.</summary>
    public const double Width = 316;

    /// <summary>The height of the chart, in pixels.</summary>
    public const double Height = 158;

    /// <summary>The room on the left, for numbers.</summary>
    public const double Left = 40;

    /// <summary>The room on the right.</summary>
    public const double Right = 10;

    /// <summary>The room above.</summary>
    public const double Top = 18;

    /// <summary>The room beneath, for numbers.</summary>
    public const double Bottom = 32;

    /// <summary>The points that can be chosen.</summary>
    public required ImmutableArray<CurveMark> Marks { get; init; }

    /// <summary>The marks of the horizontal axis.</summary>
    public required ImmutableArray<CurveTick> Sites { get; init; }

    /// <summary>The marks of the vertical axis.</summary>
    public required ImmutableArray<CurveTick> Covered { get; init; }

    /// <summary>The curve as SVG path data.</summary>
    public required string Path { get; init; }

    /// <summary>Where the knee is.</summary>
    public required double KneeX { get; init; }

    /// <summary>How wide a point is to a pointer.</summary>
    public required double HitWidth { get; init; }

    /// <summary>Lays out a curve.</summary>
    public static CurveChart Of(CostCoverageCurve curve, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(quantities);
        ImmutableArray<CurvePoint> points = curve.Points;
        int first = points.IsEmpty ? 0 : points[0].Sites, last = Math.Max(first + 1, points.IsEmpty ? 1 : points[^1].Sites);
        double low = points.IsEmpty ? 0 : points.Min(point => point.CoveredMetres), high = points.IsEmpty ? 1 : points.Max(point => point.CoveredMetres);
        double step = KilometreAxis.RoundStep(Math.Max(1, (high - low) / 4));
        double foot = Math.Floor(low / step) * step, head = Math.Max(foot + step, Math.Ceiling(high / step) * step);
        double X(double sites) => Left + ((sites - first) / (last - first) * (Width - Left - Right));
        double Y(double metres) => Height - Bottom - ((metres - foot) / (head - foot) * (Height - Top - Bottom));
        var path = new StringBuilder();
        foreach (CurvePoint point in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{X(point.Sites):0.##} {Y(point.CoveredMetres):0.##}");
        int every = Math.Max(1, (int)KilometreAxis.RoundStep(Math.Max(1, (last - first) / 8.0)));
        return new CurveChart
        {
            Marks = [.. points.Select(point => new CurveMark(point, X(point.Sites), Y(point.CoveredMetres)))],
            Sites = [.. Enumerable.Range(first, last - first + 1).Where(sites => sites % every == 0).Select(sites => new CurveTick(X(sites), quantities.Count(sites)))],
            Covered =
            [
                .. Enumerable.Range(0, (int)Math.Round((head - foot) / step) + 1)
                    .Select(i => foot + (i * step))
                    .Select(metres => new CurveTick(Y(metres), quantities.Fixed(metres / 1000, step < 1000 ? 1 : 0))),
            ],
            Path = path.ToString(),
            KneeX = X(curve.KneeSites),
            HitWidth = Math.Min(26, (Width - Left - Right) / (last - first)),
        };
    }
}
