using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A facility covers the border within a geodesic distance of it. No polygon, no projection: in geocentric
/// coordinates the geodesic radius s becomes the chord 2R·sin(s/2R), with R the mean radius of curvature at the
/// facility, and the part of a border edge within it is the solution of one quadratic.
/// </summary>
/// <remarks>
/// Against exact geodesic circles a radius comes out within 1 mm up to 50 km, 1 cm up to 100 km and 1 m up to
/// <see cref="LargestRadiusMetres"/>, anywhere on Earth; see docs/methods/radius-coverage.md.
/// </remarks>
public sealed record RadiusCoverage : CoverageModel
{
    /// <summary>The largest radius, in metres, that a facility may have.</summary>
    public const double LargestRadiusMetres = 500_000;

    private const int FacilitiesWorthAThread = 200;

    private readonly double? _radiusMetres;

    /// <summary>Each facility by its own radius, or the plan's default for its kind.</summary>
    public static RadiusCoverage OwnRadius { get; } = new();

    /// <summary>One radius in metres for all facilities; none where each has its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and up to <see cref="LargestRadiusMetres"/>.</exception>
    public double? RadiusMetres
    {
        get => _radiusMetres;
        init
        {
            if (value is { } radius)
                ThrowIfOutOfRange(radius, nameof(RadiusMetres));
            _radiusMetres = value;
        }
    }

    /// <inheritdoc/>
    public override string Name => "radius";

    /// <inheritdoc/>
    public override string Description => RadiusMetres is { } metres
        ? string.Create(CultureInfo.InvariantCulture, $"a radius of {metres:#,0.###} m for all")
        : "each facility's own radius";

    /// <inheritdoc/>
    public override ImmutableArray<ModelParameter> Parameters => [new("radiusMetres", RadiusMetres)];

    /// <summary>The radius in metres that a facility covers under this model; 0 where it has none.</summary>
    public double RadiusOf(Plan plan, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return RadiusMetres ?? plan.CoverageRadiusMetres(facility) ?? 0;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The facility's radius is negative, not a number or too large.</exception>
    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(border);
        ArgumentNullException.ThrowIfNull(facility);
        ThrowIfOutOfRange(plan, facility);
        var stretches = new List<BorderStretch>();
        Add(plan, border, facility, stretches);
        return [.. stretches];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A facility's radius is negative, not a number or too large.</exception>
    public override CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(border);

        // Asked here, so that a bad radius is thrown as itself and not from inside the parallel loop.
        foreach (Facility facility in facilities)
            ThrowIfOutOfRange(plan, facility);
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 2, facilities.Length / FacilitiesWorthAThread));
        var found = new List<CoverStretch>[blocks];
        int done = 0;

        void Block(int block)
        {
            int first = (int)((long)facilities.Length * block / blocks);
            int end = (int)((long)facilities.Length * (block + 1) / blocks);
            var stretches = new List<BorderStretch>();
            var mine = new List<CoverStretch>((end - first) * 4);
            for (int i = first; i < end; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                stretches.Clear();
                Add(plan, border, facilities[i], stretches);
                foreach (BorderStretch stretch in stretches)
                    mine.Add(new CoverStretch(i, stretch.FromMetres, stretch.ToMetres));
            }

            found[block] = mine;
            progress?.Report(Interlocked.Add(ref done, end - first) / (double)facilities.Length);
        }

        SharedWork.Do(blocks, Block);
        return Joined(found);
    }

    private static CoverStretch[] Joined(List<CoverStretch>[] blocks)
    {
        int count = 0;
        foreach (List<CoverStretch> block in blocks)
            count += block.Count;
        var joined = new CoverStretch[count];
        int at = 0;
        foreach (List<CoverStretch> block in blocks)
        {
            block.CopyTo(joined, at);
            at += block.Count;
        }

        return joined;
    }

    private void Add(Plan plan, BorderLine border, Facility facility, List<BorderStretch> stretches)
    {
        double radius = RadiusOf(plan, facility);
        (double longitude, double latitude) = facility.Place;
        if (radius == 0 || double.IsNaN(longitude) || double.IsNaN(latitude))
            return;
        double curvature = Wgs84.MeanRadiusOfCurvatureMetres(latitude);
        double chord = 2 * curvature * Math.Sin(radius / (2 * curvature));
        border.Within(Ecef.Of(new GeoPoint(longitude, latitude)), chord, stretches);
    }

    private void ThrowIfOutOfRange(Plan plan, Facility facility)
    {
        double radius = RadiusOf(plan, facility);
        if (radius != 0 && !InRange(radius))
            ThrowIfOutOfRange(radius, $"{PropertyNames.CoverageRadiusMetres} of {facility.LayerName} {facility.Id}");
    }

    private static void ThrowIfOutOfRange(double radiusMetres, string what)
    {
        if (!InRange(radiusMetres))
            throw new ArgumentOutOfRangeException(what, radiusMetres, $"A coverage radius must be above 0 and at most {LargestRadiusMetres:0} metres.");
    }

    private static bool InRange(double radiusMetres) => radiusMetres > 0 && radiusMetres <= LargestRadiusMetres;
}
