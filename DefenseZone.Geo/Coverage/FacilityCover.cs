using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>What one facility does for the border.</summary>
public sealed record FacilityCover
{
    private const int FacilitiesOfATurn = 64;

    /// <summary>The facility.</summary>
    public required Facility Facility { get; init; }

    /// <summary>The radius in metres that it covers, or the range within which it sees; 0 where it has none, or the model knows no radius.</summary>
    public required double RadiusMetres { get; init; }

    /// <summary>Metres of border that it covers.</summary>
    public required double CoveredMetres { get; init; }

    /// <summary>Metres of border that it alone covers: what would be lost with it.</summary>
    public required double AloneMetres { get; init; }

    /// <summary>Metres of border that it covers together with others.</summary>
    public double SharedMetres => CoveredMetres - AloneMetres;

    /// <summary>True where it alone covers some stretch.</summary>
    public bool IsSinglePointOfFailure => AloneMetres > 0;

    /// <summary>True where it covers some border, and all of that is covered by others too.</summary>
    public bool IsRedundant => CoveredMetres > 0 && AloneMetres <= 0;

    /// <summary>True where it covers no border at all.</summary>
    public bool CoversNothing => CoveredMetres <= 0;

    /// <summary>Chainage of the border point nearest to it.</summary>
    public required double NearestChainageMetres { get; init; }

    /// <summary>The geodesic distance to that point, in metres.</summary>
    public required double NearestDistanceMetres { get; init; }

    internal static ImmutableArray<FacilityCover> Tabulate(CoverageReport report)
    {
        var covered = new double[report.ConsideredFacilities.Length];
        var alone = new double[covered.Length];
        foreach (DepthStretch stretch in report.Stretches)
        {
            foreach (int facility in stretch.Facilities)
                covered[facility] += stretch.LengthMetres;
            if (stretch.Depth == 1)
                alone[stretch.Facilities[0]] += stretch.LengthMetres;
        }

        var table = new FacilityCover[covered.Length];
        SharedWork.Do(covered.Length, FacilitiesOfATurn, i =>
        {
            Facility facility = report.ConsideredFacilities[i];
            (double longitude, double latitude) = facility.Place;
            NearestBorderPoint nearest = report.BorderMetres > 0
                ? report.Border.Nearest(new GeoPoint(longitude, latitude))
                : new NearestBorderPoint(0, double.PositiveInfinity, default);
            table[i] = new FacilityCover
            {
                Facility = facility,
                RadiusMetres = report.Problem.Model switch
                {
                    RadiusCoverage radius => radius.RadiusOf(report.Problem.Plan, facility),
                    SightCoverage sight => sight.RangeOf(report.Problem.Plan, facility),
                    _ => 0,
                },
                CoveredMetres = covered[i],
                AloneMetres = alone[i],
                NearestChainageMetres = nearest.ChainageMetres,
                NearestDistanceMetres = nearest.DistanceMetres,
            };
        });
        return [.. table];
    }
}
