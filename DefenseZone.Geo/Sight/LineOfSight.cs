using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Sight;

/// <summary>A question about two places of a terrain: does the one see the other?</summary>
/// <remarks>
/// The line runs straight in the grid of the terrain (within 1 m of the geodesic over 10 km at 22° north); lengths are
/// geodesic. The ground under each end is bilinear between the four cells around it, and between the ends it is looked
/// at where the line crosses the columns of the grid, or its rows if it crosses more of those. Ground that touches the
/// line hides nothing; nor does a void, but it is counted.
/// </remarks>
/// <param name="Terrain">The terrain.</param>
/// <param name="From">Where the observer stands.</param>
/// <param name="To">Where the target stands.</param>
public sealed record LineOfSight(ElevationSurface Terrain, GeoPoint From, GeoPoint To)
{
    /// <summary>The longest line, in metres.</summary>
    public const double LargestLengthMetres = 500_000;

    /// <summary>How high eye and target stand, and how light bends.</summary>
    public SightConditions Conditions { get; init; } = SightConditions.Standard;

    /// <summary>Answers the question.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A coordinate is not on the Earth, or the line longer than <see cref="LargestLengthMetres"/>.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public SightProfile Solve(CancellationToken cancellationToken = default)
    {
        double length = Length();
        GridFrame frame = Terrain.Frame;
        (double Column, double Row) from = frame.Locate(From), to = frame.Locate(To);
        if (!IsInside(frame, from))
            return Nothing(SightVerdict.ObserverWithoutGround, length);
        if (!IsInside(frame, to))
            return Nothing(SightVerdict.TargetWithoutGround, length);
        from = Within(frame, from);
        to = Within(frame, to);

        int west = (int)Math.Min(from.Column, to.Column), north = (int)Math.Min(from.Row, to.Row);
        int columns = (int)Math.Ceiling(Math.Max(from.Column, to.Column)) - west + 1, rows = (int)Math.Ceiling(Math.Max(from.Row, to.Row)) - north + 1;
        ElevationGrid window = Terrain.ReadWindow(west, north, columns, rows, cancellationToken);
        return Profile(window, length, (from.Column - west, from.Row - north), (to.Column - west, to.Row - north));
    }

    private double Length()
    {
        double length = Geodesic.Inverse(From, To).DistanceMetres;
        return length <= LargestLengthMetres
            ? length
            : throw new ArgumentOutOfRangeException(nameof(To), length, $"A line of sight is at most {LargestLengthMetres:0} metres long.");
    }

    private static bool IsInside(GridFrame frame, (double Column, double Row) place) =>
        !frame.IsEmpty && place.Column >= -0.5 && place.Column <= frame.Columns - 0.5 && place.Row >= -0.5 && place.Row <= frame.Rows - 0.5;

    // In the half cell beyond the outermost centres the ground is that of the nearest place between centres.
    private static (double Column, double Row) Within(GridFrame frame, (double Column, double Row) place) =>
        (Math.Clamp(place.Column, 0, frame.Columns - 1), Math.Clamp(place.Row, 0, frame.Rows - 1));

    private SightProfile Profile(ElevationGrid window, double length, (double Column, double Row) from, (double Column, double Row) to)
    {
        double groundFrom = window.Bilinear(from.Column, from.Row), groundTo = window.Bilinear(to.Column, to.Row);
        if (double.IsNaN(groundFrom) || double.IsNaN(groundTo))
            return Nothing(double.IsNaN(groundFrom) ? SightVerdict.ObserverWithoutGround : SightVerdict.TargetWithoutGround, length);
        double eye = groundFrom + Conditions.ObserverHeightMetres, rise = groundTo + Conditions.TargetHeightMetres - eye;
        var line = new GroundLine(window.Samples, window.Columns, from.Column, from.Row, to.Column, to.Row);
        var points = ImmutableArray.CreateBuilder<ProfilePoint>(line.Count + 2);
        points.Add(new ProfilePoint(0, From, groundFrom, eye));
        Obstruction? obstruction = null;
        int voids = 0;
        double least = 0;
        for (int i = 0; i < line.Count; i++)
        {
            double share = line.Share(i), ground = line.Ground(i);
            double bulge = Conditions.BulgeMetres(share * length, (1 - share) * length);
            GeoPoint place = window.Frame.Place(from.Column + (share * (to.Column - from.Column)), from.Row + (share * (to.Row - from.Row)));
            var point = new ProfilePoint(share * length, place, ground, eye + (share * rise) - bulge);
            points.Add(point);
            voids += double.IsNaN(ground) ? 1 : 0;
            if (point.ExcessMetres > Math.Max(SightConditions.ToleranceMetres, obstruction?.ExcessMetres ?? 0))
                obstruction = new Obstruction(point.DistanceMetres, place, ground, point.ExcessMetres);
            if (!double.IsNaN(ground))
                least = Math.Max(least, eye + ((ground + bulge - eye) / share) - groundTo);
        }

        points.Add(new ProfilePoint(length, To, groundTo, eye + rise));
        return new SightProfile
        {
            From = From,
            To = To,
            Conditions = Conditions,
            LengthMetres = length,
            Verdict = obstruction is null ? SightVerdict.Visible : SightVerdict.Hidden,
            Obstruction = obstruction,
            Points = points.DrainToImmutable(),
            VoidPoints = voids,
            VisibleFromHeightMetres = least,
        };
    }

    private SightProfile Nothing(SightVerdict verdict, double length) => new()
    {
        From = From,
        To = To,
        Conditions = Conditions,
        Verdict = verdict,
        LengthMetres = length,
    };
}
