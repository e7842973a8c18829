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
public sealed record SitingAnswer(SitingPlan Plan, SitingQuestion Question, CoverageProblem Coverage)
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

    /// <summary>Metres of border that would be covered with it, existing ones included.</summary>
    public double CoveredMetres => Plan.CoveredMetres;

    /// <summary>The chosen site that a feature is, if it is one.</summary>
    public NumberedSite? Find(PlanFeature feature) => feature is CandidateSite
        ? Sites.FirstOrDefault(site => site.Chosen.Site.Id == feature.Id)
        : null;

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
