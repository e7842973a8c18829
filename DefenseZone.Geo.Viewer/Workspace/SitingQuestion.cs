using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Where the candidates come from.</summary>
public enum SitingSource
{
    /// <summary>The plan's candidate sites.</summary>
    Plan,

    /// <summary>Along the border, at a spacing.</summary>
    Border,

    /// <summary>On patrol roads near the border, at a spacing.</summary>
    Roads,

    /// <summary>On highs of the terrain near the border, at a spacing.</summary>
    Highs,
}

/// <summary>What ends the choice.</summary>
public enum SitingLimit
{
    /// <summary>A number of sites.</summary>
    Sites,

    /// <summary>An amount of money.</summary>
    Budget,

    /// <summary>Nothing: all that can be covered is, by the fewest sites or for the least money.</summary>
    CoverAll,
}

/// <summary>What is wanted most.</summary>
public enum SitingAim
{
    /// <summary>The most border.</summary>
    MostBorder,

    /// <summary>Backup, after the most border.</summary>
    Backup,

    /// <summary>The shortest longest gap.</summary>
    LongestGap,

    /// <summary>The most border after the worst loss.</summary>
    Robust,
}

/// <summary>What the siting tab asks. Who stands already and how a facility covers is the workspace's question.</summary>
public sealed record SitingQuestion
{
    /// <summary>The least spacing of generated candidates, in metres.</summary>
    public const double LeastSpacingMetres = 200;

    /// <summary>The largest spacing of generated candidates, in metres.</summary>
    public const double LargestSpacingMetres = 100_000;

    /// <summary>The nearest to the border that highs can be asked for, in metres.</summary>
    public const double LeastHighsMetres = 10;

    /// <summary>The largest spacing of highs, and the farthest from the border that they can be asked for, in metres.</summary>
    public const double LargestHighsMetres = 50_000;

    /// <summary>The most sites that can be asked for.</summary>
    public const int MostSites = 2_000;

    private const double RoadsWithinMetres = 5_000;
    private const double RadiusWithoutDefaultMetres = 5_000;

    /// <summary>Where the candidates come from.</summary>
    public SitingSource Source { get; init; }

    /// <summary>From one generated candidate to the next, in metres.</summary>
    public double SpacingMetres { get; init; } = 2_000;

    /// <summary>How far from the border a high may be, in metres.</summary>
    public double HighsWithinMetres { get; init; } = 3_000;

    /// <summary>The radius of generated candidates, in metres; none for <see cref="RadiusIn"/>'s own choice.</summary>
    public double? RadiusMetres { get; init; }

    /// <summary>Whether generated candidates keep out of hazard areas.</summary>
    public bool AvoidHazards { get; init; } = true;

    /// <summary>What ends the choice.</summary>
    public SitingLimit Limit { get; init; }

    /// <summary>How many sites.</summary>
    public int Sites { get; init; } = 5;

    /// <summary>How much money, in the plan's unit; none where nothing is said yet.</summary>
    public double? Budget { get; init; }

    /// <summary>What is wanted most; of no meaning where all is to be covered.</summary>
    public SitingAim Aim { get; init; }

    /// <summary>Where all is to be covered: for the least money instead of by the fewest sites.</summary>
    public bool Cheapest { get; init; }

    /// <summary>Begins with an empty border.</summary>
    public bool IgnoreExisting { get; init; }

    /// <summary>Candidates that must be chosen, as the address writes ids.</summary>
    public ImmutableSortedSet<string> Required { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Candidates that must not be chosen.</summary>
    public ImmutableSortedSet<string> Forbidden { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What it has to hold to besides.</summary>
    public SitingConditions Conditions { get; init; } = SitingConditions.None;

    /// <summary>The radius in metres that generated candidates have in a plan: the one that is asked for, else the plan's default for militia posts, else 5 km.</summary>
    public double RadiusIn(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return RadiusMetres ?? plan.Defaults.CoverageRadiusMetres(FacilityKind.MilitiaPost) ?? RadiusWithoutDefaultMetres;
    }

    /// <summary>An id as the address writes it: a number behind a #.</summary>
    public static string Word(FeatureId id) => (id.IsNumber ? "#" : string.Empty) + id.Text;

    /// <summary>A copy in which a candidate is required, forbidden, or neither.</summary>
    public SitingQuestion With(CandidateSite site, CandidateRule rule)
    {
        ArgumentNullException.ThrowIfNull(site);
        string word = Word(site.Id);
        return this with
        {
            Required = rule == CandidateRule.Required ? Required.Add(word) : Required.Remove(word),
            Forbidden = rule == CandidateRule.Forbidden ? Forbidden.Add(word) : Forbidden.Remove(word),
        };
    }

    /// <summary>What is said of a candidate.</summary>
    public CandidateRule RuleOf(CandidateSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        string word = Word(site.Id);
        return Required.Contains(word) ? CandidateRule.Required : Forbidden.Contains(word) ? CandidateRule.Forbidden : CandidateRule.Open;
    }

    /// <summary>The candidates that it makes for a plan. Takes its time: not for the dispatcher.</summary>
    public ImmutableArray<CandidateSite> CandidatesOf(Plan plan, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (Source == SitingSource.Plan)
            return [.. plan.CandidateSites.Where(site => !site.Geometry.IsEmpty)];
        if (Source == SitingSource.Highs && plan.Terrain.IsEmpty)
            return [];
        return new CandidateGeneration(plan)
        {
            BorderSpacingMetres = Source == SitingSource.Border ? SpacingMetres : null,
            RoadSpacingMetres = Source == SitingSource.Roads ? SpacingMetres : null,
            RoadsWithinMetres = RoadsWithinMetres,
            HighsApartMetres = Source == SitingSource.Highs ? Math.Min(SpacingMetres, LargestHighsMetres) : null,
            HighsWithinMetres = HighsWithinMetres,
            CoverageRadiusMetres = RadiusIn(plan),
            ForbiddenAreas = AvoidHazards ? [.. plan.HazardAreas.Select(area => area.Geometry).Where(geometry => geometry is Polygon or MultiPolygon)] : [],
        }.Generate(stop);
    }

    /// <summary>The problem that it poses to the plan as it is looked at.</summary>
    /// <param name="workspace">The workspace: plan, who stands, how a facility covers.</param>
    /// <param name="candidates">The candidates.</param>
    public SitingProblem Of(PlanWorkspace workspace, ImmutableArray<CandidateSite> candidates)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Coverage.CoverageProblem coverage = workspace.Problem;
        var problem = new SitingProblem(coverage.Plan)
        {
            Model = coverage.Model,
            Existing = coverage.Facilities,
            IgnoreExisting = IgnoreExisting,
            Candidates = candidates,
            Objective = Objective(),
            MaximumSites = Limit == SitingLimit.Sites ? Sites : null,
            Budget = Limit == SitingLimit.Budget ? Budget : null,
            Required = [.. candidates.Where(site => RuleOf(site) == CandidateRule.Required).Select(site => site.Id)],
            Forbidden = [.. candidates.Where(site => RuleOf(site) == CandidateRule.Forbidden).Select(site => site.Id)],
        };
        return Conditions.Of(problem, coverage.Facilities.Select(coverage.Plan));
    }

    /// <inheritdoc/>
    public bool Equals(SitingQuestion? other) =>
        other is not null
        && Source == other.Source
        && SpacingMetres.Equals(other.SpacingMetres)
        && RadiusMetres.Equals(other.RadiusMetres)
        && AvoidHazards == other.AvoidHazards
        && HighsWithinMetres.Equals(other.HighsWithinMetres)
        && Conditions.Equals(other.Conditions)
        && Limit == other.Limit
        && Sites == other.Sites
        && Budget.Equals(other.Budget)
        && Aim == other.Aim
        && Cheapest == other.Cheapest
        && IgnoreExisting == other.IgnoreExisting
        && Required.SetEquals(other.Required)
        && Forbidden.SetEquals(other.Forbidden);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, SpacingMetres, Limit, Sites, Budget, Aim, Required.Count, Forbidden.Count);

    /// <summary>Whether the candidates of another question are the same.</summary>
    internal bool HasCandidatesOf(SitingQuestion other) =>
        Source == other.Source
        && (Source == SitingSource.Plan
            || (SpacingMetres.Equals(other.SpacingMetres)
                && RadiusMetres.Equals(other.RadiusMetres)
                && AvoidHazards == other.AvoidHazards
                && (Source != SitingSource.Highs || HighsWithinMetres.Equals(other.HighsWithinMetres))));

    private SitingObjective Objective() => Limit == SitingLimit.CoverAll ? new SetCover { Cheapest = Cheapest } : Aim switch
    {
        SitingAim.Backup => new BackupCover(),
        SitingAim.LongestGap => new ShortestLongestGap(),
        SitingAim.Robust => new RobustCover(),
        _ => new MaximalCover(),
    };
}

/// <summary>What is said of a candidate.</summary>
public enum CandidateRule
{
    /// <summary>It may be chosen.</summary>
    Open,

    /// <summary>It must be chosen.</summary>
    Required,

    /// <summary>It must not be chosen.</summary>
    Forbidden,
}
