using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Sight;

/// <summary>A high of the terrain near the border, and what is seen from it.</summary>
/// <param name="Site">The high as a site where a post could be built.</param>
/// <param name="GroundMetres">Its height.</param>
/// <param name="BorderDistanceMetres">How far the border is.</param>
/// <param name="Sight">What a post there would see of the border.</param>
public sealed record ObservationPoint(CandidateSite Site, double GroundMetres, double BorderDistanceMetres, FacilitySight Sight);

/// <summary>
/// A question about a plan with terrain: from which highs near the border is most of it seen? The answer is candidate
/// sites, for siting to choose from.
/// </summary>
/// <remarks>
/// A high is a cell that no other within <see cref="ApartMetres"/> to its sides surpasses (in a square of twice that
/// width), and that rises at least <see cref="LeastRiseMetres"/> above the lowest of them. Of highs nearer to one another
/// than that, as on a plateau, one is kept.
/// </remarks>
/// <param name="Plan">The plan.</param>
public sealed record ObservationPoints(Plan Plan)
{
    private const double LeastMetres = 10;
    private const double MostMetres = 50_000;

    private readonly double _withinMetres = 3_000;
    private readonly double _apartMetres = 800;
    private readonly double _leastRiseMetres = 20;
    private readonly int _limit = 100;

    /// <summary>How far from the border a high may be, in metres; 10 to 50,000, and 3,000 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double WithinMetres
    {
        get => _withinMetres;
        init => _withinMetres = InRange(value, nameof(WithinMetres));
    }

    /// <summary>How far apart highs are, in metres; 10 to 50,000, and 800 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double ApartMetres
    {
        get => _apartMetres;
        init => _apartMetres = InRange(value, nameof(ApartMetres));
    }

    /// <summary>How far a high rises above the lowest ground about it, in metres; above 0, and 20 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public double LeastRiseMetres
    {
        get => _leastRiseMetres;
        init => _leastRiseMetres = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LeastRiseMetres), value, "A high rises by more than 0 metres; else it is none.");
    }

    /// <summary>How many to give, the best first; at least 1, and 100 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Limit
    {
        get => _limit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Limit));
            _limit = value;
        }
    }

    /// <summary>How a post there would see; a range is needed, and is 5,000 m where it is not given.</summary>
    public SightCoverage Model { get; init; } = new() { RangeMetres = 5_000 };

    /// <summary>What would be built.</summary>
    public FacilityKind Kind { get; init; } = FacilityKind.MilitiaPost;

    /// <summary>Finds the highs from which some border is seen, those first from which most of it is.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>None where the plan has no border or no terrain.</returns>
    /// <exception cref="InvalidOperationException">The model gives no range.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ImmutableArray<ObservationPoint> Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        double range = Model.RangeMetres
            ?? throw new InvalidOperationException("Highs have no radius of their own: the model has to give a range in metres.");
        var border = BorderLine.Of(Plan);
        var terrain = ElevationSurface.Of(Plan);
        if (border.LengthMetres <= 0 || terrain.IsEmpty)
            return [];
        ImmutableArray<TerrainHigh> highs = new TerrainHighs(terrain, border, this).Find(cancellationToken);
        ImmutableArray<Facility> posts = [.. highs.Select((high, i) => new Facility
        {
            Id = FeatureId.Of(i + 1),
            Kind = Kind,
            Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(high.Place.LongitudeDegrees, high.Place.LatitudeDegrees)),
        })];
        ImmutableArray<FacilitySight> sights = Model.Look(Plan, border, posts, progress, cancellationToken);
        return
        [
            .. sights.Select((sight, i) => (Sight: sight, High: highs[i]))
                .Where(found => found.Sight.SeenMetres > 0)
                .OrderByDescending(found => found.Sight.SeenMetres)
                .Take(Limit)
                .Select((found, i) => Described(found.Sight, found.High, range, i + 1)),
        ];
    }

    private ObservationPoint Described(FacilitySight sight, TerrainHigh high, double range, int number)
    {
        var site = new CandidateSite
        {
            Id = FeatureId.Of("high-" + number.ToString(CultureInfo.InvariantCulture)),
            Name = string.Create(CultureInfo.InvariantCulture, $"High {number}, {high.GroundMetres:0} m"),
            Geometry = sight.Facility.Geometry,
            Kind = Kind,
            CoverageRadiusMetres = range,
            ObserverHeightMetres = sight.ObserverHeightMetres,
            OtherProperties = FeatureProperties.Of(
            [
                KeyValuePair.Create("elevationMetres", PropertyValue.Of(Math.Round(high.GroundMetres, 1))),
                KeyValuePair.Create("seenMetres", PropertyValue.Of(Math.Round(sight.SeenMetres, 3))),
                KeyValuePair.Create("borderDistanceMetres", PropertyValue.Of(Math.Round(high.BorderDistanceMetres, 3))),
            ]),
        };
        return new ObservationPoint(site, high.GroundMetres, high.BorderDistanceMetres, sight);
    }

    private static double InRange(double metres, string name) => metres is >= LeastMetres and <= MostMetres
        ? metres
        : throw new ArgumentOutOfRangeException(name, metres, $"This distance is {LeastMetres:0} to {MostMetres:0} metres.");
}
