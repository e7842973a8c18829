using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A chosen site as map, strip and table show it.</summary>
/// <param name="Number">Its place in the order of choice, from 1.</param>
/// <param name="Chosen">The site and what it adds.</param>
/// <param name="ChainageMetres">The nearest chainage.</param>
/// <param name="Facility">What would stand there.</param>
public sealed record NumberedSite(int Number, ChosenSite Chosen, double ChainageMetres, Facility Facility);

/// <summary>A plan of sites with the question that it answers, ready to be shown.</summary>
/// <param name="Plan">The plan of sites.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Coverage">Who stood and how a facility covered.</param>
/// <param name="Gaps">The gaps before.</param>
public sealed record SitingAnswer(SitingPlan Plan, SitingQuestion Question, CoverageProblem Coverage, ImmutableArray<BorderStretch> Gaps)
{
    /// <summary>The chosen sites, numbered.</summary>
    public ImmutableArray<NumberedSite> Sites { get; } =
    [
        .. Plan.Chosen.Select((chosen, index) =>
        {
            NetTopologySuite.Geometries.Coordinate at = chosen.Site.Geometry.Coordinate;
            return new NumberedSite(index + 1, chosen, Plan.Border.Nearest(new GeoPoint(at.X, at.Y)).ChainageMetres, ToFacility(chosen.Site));
        }),
    ];

    /// <summary>The newly covered stretches, each in web-Mercator metres.</summary>
    public ImmutableArray<double[]> Lines { get; } =
        [.. Plan.NewlyCovered.Select(stretch => BorderPieces.Projected(Plan.Border.Slice(stretch.FromMetres, stretch.ToMetres)))];

    /// <summary>What of the gaps is left uncovered, in order, each not shorter than a gap is.</summary>
    public required ImmutableArray<BorderStretch> Left { get; init; }

    /// <summary>From where to where facilities move, as straight lines in web-Mercator metres.</summary>
    public ImmutableArray<double[]> Moves { get; } =
    [
        .. Plan.Moved.Select(moved =>
        {
            NetTopologySuite.Geometries.Coordinate from = moved.Facility.Location, to = moved.To.Geometry.Coordinate;
            return BorderPieces.Projected([new GeoPoint(from.X, from.Y), new GeoPoint(to.X, to.Y)]);
        }),
    ];

    /// <summary>Metres of border that would be covered with it, existing ones included.</summary>
    public double CoveredMetres => Plan.CoveredMetres;

    /// <summary>The chosen site that a feature is, if it is one.</summary>
    public NumberedSite? Find(PlanFeature feature) => feature is CandidateSite
        ? Sites.FirstOrDefault(site => site.Chosen.Site.Id == feature.Id)
        : null;

    /// <summary>What of some stretches is left where others are covered, each piece not shorter than a gap is.</summary>
    internal static ImmutableArray<BorderStretch> Without(ImmutableArray<BorderStretch> stretches, ImmutableArray<BorderStretch> covered, double leastMetres)
    {
        var left = ImmutableArray.CreateBuilder<BorderStretch>();
        foreach (BorderStretch stretch in stretches)
        {
            double at = stretch.FromMetres;
            foreach (BorderStretch cover in covered.Where(cover => cover.ToMetres > stretch.FromMetres && cover.FromMetres < stretch.ToMetres))
            {
                if (cover.FromMetres - at >= leastMetres)
                    left.Add(new BorderStretch(at, cover.FromMetres));
                at = Math.Max(at, cover.ToMetres);
            }

            if (stretch.ToMetres - at >= Math.Max(leastMetres, 1e-6))
                left.Add(new BorderStretch(at, stretch.ToMetres));
        }

        return left.ToImmutable();
    }

    // As it would stand: of the candidate's kind, with its radius.
    private static Facility ToFacility(CandidateSite site) => new()
    {
        Id = site.Id,
        Kind = site.Kind,
        Name = site.Name,
        Geometry = site.Geometry,
        CoverageRadiusMetres = site.CoverageRadiusMetres,
        Status = LifecycleStatus.Planned,
    };
}
