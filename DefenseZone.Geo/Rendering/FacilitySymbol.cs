using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The symbol of a facility as SVG path data in a square box: its shape says the kind, its fill the status. The
/// same in legend, map, table, strip and report.
/// </summary>
/// <param name="SizePixels">The side of the box.</param>
/// <param name="Outline">What is stroked, and filled with the ground's colour.</param>
/// <param name="Solid">What is filled with <paramref name="Colour"/> by the even-odd rule; empty for a hollow symbol.</param>
/// <param name="Colour">The colour of stroke and fill.</param>
public sealed record FacilitySymbol(double SizePixels, string Outline, string Solid, string Colour)
{
    private const double Size = 14;
    private const double Margin = 1;

    private static readonly ImmutableArray<FacilitySymbol> Table =
    [
        .. from kind in Enum.GetValues<FacilityKind>()
           from status in Enum.GetValues<LifecycleStatus>()
           select Make(Shape(kind), status),
    ];

    /// <summary>The symbol of a site where something could be built: a small hollow ring.</summary>
    public static FacilitySymbol Candidate { get; } = Make(Regular(20, 0, 0.52), LifecycleStatus.Planned) with { Colour = MapColours.QuietInk };

    /// <summary>The symbol of a kind and a status.</summary>
    public static FacilitySymbol Of(FacilityKind kind, LifecycleStatus status) =>
        Table[((int)kind * Enum.GetValues<LifecycleStatus>().Length) + (int)status];

    private static FacilitySymbol Make(ImmutableArray<(double X, double Y)> shape, LifecycleStatus status)
    {
        string outline = Path(shape);
        return status switch
        {
            LifecycleStatus.Existing => new FacilitySymbol(Size, outline, outline, MapColours.Ink),
            LifecycleStatus.UnderConstruction => new FacilitySymbol(Size, outline, Path(LowerHalf(shape)), MapColours.Ink),
            LifecycleStatus.Planned => new FacilitySymbol(Size, outline, string.Empty, MapColours.Ink),
            _ => new FacilitySymbol(Size, "M3 3L11 11M11 3L3 11", string.Empty, MapColours.Retired),
        };
    }

    // Shapes live in a box from −1 to 1 with y downwards, as screens have it.
    private static ImmutableArray<(double X, double Y)> Shape(FacilityKind kind) => kind switch
    {
        FacilityKind.MilitiaPost => [(0, -0.95), (1, 0.85), (-1, 0.85)],
        FacilityKind.CombatBase => [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        FacilityKind.CommandPost => Regular(5, -90, 1),
        FacilityKind.BorderGate => [(-1, -0.42), (1, -0.42), (1, 0.42), (-1, 0.42)],
        FacilityKind.LogisticsBase => [(0, -0.72), (1, 0), (0, 0.72), (-1, 0)],
        FacilityKind.RearBase => Regular(4, -90, 1),
        FacilityKind.EvacuationArea => Roofed(),
        _ => Regular(6, 0, 0.95),
    };

    private static ImmutableArray<(double X, double Y)> Regular(int corners, double firstDegrees, double radius) =>
    [
        .. Enumerable.Range(0, corners).Select(i =>
        {
            (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(firstDegrees + (360.0 * i / corners)));
            return (cosine * radius, sine * radius);
        }),
    ];

    // A circle whose upper third is a roof: the eaves stand out on both sides.
    private static ImmutableArray<(double X, double Y)> Roofed() =>
    [
        (0, -1), (1, -0.15), (0.68, -0.15),
        .. Enumerable.Range(0, 13).Select(i =>
        {
            (double sine, double cosine) = Math.SinCos(Math.PI * i / 12);
            return (cosine * 0.68, 0.15 + (sine * 0.75));
        }),
        (-0.68, -0.15), (-1, -0.15),
    ];

    // What lies below the middle of the box (Sutherland and Hodgman's clip against one line).
    private static ImmutableArray<(double X, double Y)> LowerHalf(ImmutableArray<(double X, double Y)> shape)
    {
        double middle = (shape.Min(corner => corner.Y) + shape.Max(corner => corner.Y)) / 2;
        var clipped = ImmutableArray.CreateBuilder<(double X, double Y)>();
        for (int i = 0; i < shape.Length; i++)
        {
            (double X, double Y) from = shape[i];
            (double X, double Y) to = shape[(i + 1) % shape.Length];
            if (from.Y >= middle)
                clipped.Add(from);
            if (from.Y >= middle != to.Y >= middle)
                clipped.Add((from.X + ((to.X - from.X) * (middle - from.Y) / (to.Y - from.Y)), middle));
        }

        return clipped.DrainToImmutable();
    }

    private static string Path(ImmutableArray<(double X, double Y)> shape)
    {
        const double half = (Size / 2) - Margin;
        var path = new StringBuilder();
        foreach ((double x, double y) in shape)
        {
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{Math.Round((x * half) + (Size / 2), 2)} {Math.Round((y * half) + (Size / 2), 2)}");
        }

        return path.Append('Z').ToString();
    }
}
