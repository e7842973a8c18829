using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo profile</c> for people.</summary>
internal static class ProfilePage
{
    private const int Rows = 20;

    /// <summary>The verdict with its obstruction, the drawing, and the ground at equal steps.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="terrain">The terrain, for what it says of itself.</param>
    /// <param name="hint">What to add where a place is outside the terrain; else empty.</param>
    public static Page Of(SightProfile profile, ElevationSurface terrain, string hint)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Method: a line of sight, eye {profile.Conditions.ObserverHeightMetres:0.###} m and target {profile.Conditions.TargetHeightMetres:0.###} m above the ground, refraction {profile.Conditions.Refraction:0.###}."));
        if (profile.VoidPoints > 0)
            notes.Add($"{Figures.Count(profile.VoidPoints)} of {Figures.Count(profile.Points.Length, "point")} lie in voids of the terrain, where nothing is known; nothing is taken to stand there.");
        if (hint.Length > 0)
            notes.Add(hint);
        notes.AddRange(terrain.Notes);
        return new Page
        {
            Title = "Line of sight: " + Verdict(profile),
            Figures = Summary(profile),
            Profile = ProfileDrawing.Of(profile),
            Tables = profile.Points.Length < 2 ? [] : [Ground(profile)],
            Notes = notes.ToImmutable(),
        };
    }

    private static string Verdict(SightProfile profile) => profile.Verdict switch
    {
        SightVerdict.Visible => "the target is seen",
        SightVerdict.Hidden => "the target is hidden",
        SightVerdict.ObserverWithoutGround => "the observer stands outside the terrain, or where it has no height",
        _ => "the target stands outside the terrain, or where it has no height",
    };

    private static ImmutableArray<Figure> Summary(SightProfile profile)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        figures.Add(new Figure("Length", Figures.Length(profile.LengthMetres)));
        if (profile.Points.IsEmpty)
            return figures.ToImmutable();
        figures.Add(new Figure("Observer's ground", Height(profile.Points[0].GroundMetres)));
        figures.Add(new Figure("Target's ground", Height(profile.Points[^1].GroundMetres)));
        if (profile.Obstruction is { } obstruction)
        {
            figures.Add(new Figure("Hidden by", $"{Height(obstruction.GroundMetres)} of ground at {Figures.Length(obstruction.DistanceMetres)}, {Figures.Length(obstruction.ExcessMetres)} too high", Tone.Gap));
            figures.Add(new Figure("Which is at", Place(obstruction.Place)));
            figures.Add(new Figure("Seen from a target's height of", Figures.Length(profile.VisibleFromHeightMetres)));
        }

        return figures.ToImmutable();
    }

    private static Table Ground(SightProfile profile)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        int last = profile.Points.Length - 1, steps = Math.Min(Rows, last);
        for (int step = 0; step <= steps; step++)
        {
            ProfilePoint point = profile.Points[(int)((long)last * step / steps)];
            rows.Add(new Row(
                [
                    Figures.Length(point.DistanceMetres),
                    double.IsNaN(point.GroundMetres) ? "void" : Height(point.GroundMetres),
                    Height(point.SightMetres),
                    double.IsNaN(point.GroundMetres) ? "-" : Height(-point.ExcessMetres),
                ],
                point.ExcessMetres > SightConditions.ToleranceMetres ? Tone.Gap : Tone.Plain));
        }

        return new Table(string.Empty, [new("Distance", true), new("Ground", true), new("Line of sight", true), new("Clear by", true)], rows.ToImmutable());
    }

    private static string Height(double metres) => metres.ToString("#,0.0", CultureInfo.InvariantCulture) + " m";

    private static string Place(GeoPoint place) => FormattableString.Invariant($"{place.LongitudeDegrees:0.00000}, {place.LatitudeDegrees:0.00000}");
}
