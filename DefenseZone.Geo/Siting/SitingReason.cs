using System.Collections.Immutable;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// Why a siting problem makes no sense, or has no plan: a sentence in English, and the facts that it is made of, from
/// which it can be said in any other language.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The sentence. It says what is wrong and, where that is known, what would be right.</param>
public sealed record SitingReason(SitingReasonKind Kind, string Text)
{
    /// <summary>The ids and words that it names, in the order that <see cref="Kind"/> tells; all of them, where the sentence lists only the first.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The numbers that it names, in the order that <see cref="Kind"/> tells.</summary>
    public ImmutableArray<double> Amounts { get; init; } = [];
}

/// <summary>What a <see cref="SitingReason"/> is about. Behind each: its names, then its amounts.</summary>
public enum SitingReasonKind
{
    /// <summary>The plan has no border.</summary>
    NoBorder,

    /// <summary>The plan has no candidate sites, and no others were given.</summary>
    NoCandidatesInPlan,

    /// <summary>The list of candidates that was given is empty.</summary>
    NoCandidatesGiven,

    /// <summary>Candidates share an id. Names: the ids.</summary>
    CandidatesTwice,

    /// <summary>Candidates have no place. Names: their ids.</summary>
    CandidatesWithoutPlace,

    /// <summary>Candidates have a cost that is negative or no number. Names: their ids.</summary>
    CandidatesWithBadCost,

    /// <summary>Candidates have no cost where money decides. Names: their ids.</summary>
    CandidatesWithoutCost,

    /// <summary>Candidates have no radius within bounds. Names: their ids. Amounts: the largest radius in metres.</summary>
    CandidatesWithoutRadius,

    /// <summary>The number of sites is negative. Amounts: it.</summary>
    SitesOutOfBounds,

    /// <summary>The budget is negative or no number. Amounts: it.</summary>
    BudgetOutOfBounds,

    /// <summary>The objective needs a number of sites or a budget. Names: the objective.</summary>
    LimitMissing,

    /// <summary>The weight of backup is out of bounds. Amounts: it.</summary>
    BackupWeightOutOfBounds,

    /// <summary>The time limit is not above zero. Amounts: it, in seconds.</summary>
    TimeOutOfBounds,

    /// <summary>The relative gap is out of bounds. Amounts: it.</summary>
    RelativeGapOutOfBounds,

    /// <summary>Candidates are both required and forbidden. Names: their ids.</summary>
    RequiredAndForbidden,

    /// <summary>More candidates are required than may be chosen. Amounts: how many are required, how many are allowed.</summary>
    RequiredBeyondSites,

    /// <summary>The required candidates cost more than the budget. Amounts: their cost, the budget.</summary>
    RequiredBeyondBudget,

    /// <summary>Ids that no candidate has. Names: what they are used for (<c>required</c>, <c>forbidden</c>, <c>exclusive group N</c>), then the ids.</summary>
    UnknownCandidates,

    /// <summary>A group excludes nothing. Amounts: its number, from 1.</summary>
    GroupTooSmall,

    /// <summary>A group allows nothing. Amounts: its number, how many it allows.</summary>
    GroupAllowsNothing,

    /// <summary>More of a group are required than it allows. Amounts: its number, how many are required, how many are allowed.</summary>
    RequiredBeyondGroup,

    /// <summary>A zone that the plan does not have. Names: its id.</summary>
    UnknownZone,

    /// <summary>Several limits for one zone. Names: its id.</summary>
    ZoneTwice,

    /// <summary>A share of a zone that is not 0 to 1. Names: the zone's id. Amounts: the share.</summary>
    ZoneShareOutOfBounds,

    /// <summary>A negative number of sites in a zone. Names: its id. Amounts: the number.</summary>
    ZoneSitesOutOfBounds,

    /// <summary>The objective takes no share of a zone. Names: the zone's id, the objective.</summary>
    ZoneShareNotTaken,

    /// <summary>A limit that demands nothing. Names: the zone's id.</summary>
    ZoneLimitEmpty,

    /// <summary>Existing facilities are to be changed and ignored at once.</summary>
    ChangesWhileIgnored,

    /// <summary>A facility to be changed that does not take part. Names: it, as layer/id.</summary>
    UnknownFacility,

    /// <summary>Several changes of one facility. Names: it.</summary>
    ChangeTwice,

    /// <summary>A change that allows nothing. Names: the facility.</summary>
    ChangeEmpty,

    /// <summary>A cost of closing that is no number. Names: the facility.</summary>
    ClosingCostOutOfBounds,

    /// <summary>A cost of moving that is negative or no number. Names: the facility. Amounts: the cost.</summary>
    MovingCostOutOfBounds,

    /// <summary>A distance of moving that is not above zero. Names: the facility. Amounts: the distance in metres.</summary>
    MovingDistanceOutOfBounds,

    /// <summary>The objective takes no weights. Names: the objective.</summary>
    WeightsNotTaken,

    /// <summary>A border segment that the plan does not have. Names: its id.</summary>
    UnknownSegment,

    /// <summary>A weight that is negative or no number. Names: the segment's id. Amounts: the weight.</summary>
    WeightOutOfBounds,

    /// <summary>The curve would end before its first site. Amounts: where.</summary>
    CurveTooShort,

    /// <summary>The curve is one of maximal cover. Names: the objective.</summary>
    CurveOfAnotherObjective,

    /// <summary>No plan was found, and it was not proven that there is none.</summary>
    NothingFound,

    /// <summary>More candidates are required in a zone than it may have sites.</summary>
    RequiredBeyondCap,

    /// <summary>All together reach less of a zone than is demanded. Names: its id. Amounts: the metres demanded, reached, and of its border.</summary>
    ZoneOutOfReach,

    /// <summary>What must be covered takes more sites. Amounts: how many at least, how many are allowed.</summary>
    NeedsMoreSites,

    /// <summary>What must be covered costs more. Amounts: how much at least, the budget.</summary>
    NeedsMoreMoney,

    /// <summary>The limits contradict one another.</summary>
    LimitsContradict,
}
