using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What the tab of siting says, in one language. A text with {0} takes a value there.</summary>
public sealed partial record SitingTexts
{
    /// <summary>The tab.</summary>
    public required string Tab { get; init; }

    /// <summary>Sites {0}, newly covered {1}, in short.</summary>
    public required string InShort { get; init; }

    /// <summary>The table of chosen sites, in one word.</summary>
    public required string ChosenTab { get; init; }

    /// <summary>The curve, in one word.</summary>
    public required string CurveTab { get; init; }

    /// <summary>The table of candidates, in one word.</summary>
    public required string CandidatesTab { get; init; }

    /// <summary>The candidates.</summary>
    public required string Candidates { get; init; }

    /// <summary>How many candidates there are, {0}.</summary>
    public required string CandidateCount { get; init; }

    /// <summary>No candidates.</summary>
    public required string NoCandidates { get; init; }

    /// <summary>No candidates could be made.</summary>
    public required string NoneMade { get; init; }

    /// <summary>The spacing.</summary>
    public required string Spacing { get; init; }

    /// <summary>The radius of generated candidates.</summary>
    public required string GeneratedRadius { get; init; }

    /// <summary>Keeps out of hazard areas.</summary>
    public required string AvoidHazards { get; init; }

    /// <summary>How to require or forbid.</summary>
    public required string RulesHint { get; init; }

    /// <summary>Required {0}, forbidden {1}.</summary>
    public required string RulesCount { get; init; }

    /// <summary>Takes all rules away.</summary>
    public required string ForgetRules { get; init; }

    /// <summary>What ends the choice.</summary>
    public required string Limit { get; init; }

    /// <summary>The number of sites.</summary>
    public required string SiteNumber { get; init; }

    /// <summary>The money, in the plan's unit.</summary>
    public required string BudgetAmount { get; init; }

    /// <summary>No candidate has a cost.</summary>
    public required string NoCosts { get; init; }

    /// <summary>What is wanted most.</summary>
    public required string Aim { get; init; }

    /// <summary>By the fewest sites.</summary>
    public required string Fewest { get; init; }

    /// <summary>For the least money.</summary>
    public required string Cheapest { get; init; }

    /// <summary>Begins with an empty border.</summary>
    public required string IgnoreExisting { get; init; }

    /// <summary>Starts the search.</summary>
    public required string Find { get; init; }

    /// <summary>Stops the search, and keeps the best plan.</summary>
    public required string StopAndKeep { get; init; }

    /// <summary>The search has begun.</summary>
    public required string Searching { get; init; }

    /// <summary>The best so far {0}, no plan beats {1}, apart by {2}.</summary>
    public required string SearchedSoFar { get; init; }

    /// <summary>A money amount, {0}.</summary>
    public required string Money { get; init; }

    /// <summary>What sites are called, of so many.</summary>
    public required Func<long, string> SiteWord { get; init; }

    /// <summary>What to do before there is an answer.</summary>
    public required string NotAsked { get; init; }

    /// <summary>What an answer will say.</summary>
    public required string NotAskedMore { get; init; }

    /// <summary>Newly covered border.</summary>
    public required string NewCover { get; init; }

    /// <summary>The newly covered, beside the figure: now {0}, then {1}.</summary>
    public required string FromTo { get; init; }

    /// <summary>The chosen sites.</summary>
    public required string ChosenSites { get; init; }

    /// <summary>The word for the chosen sites {0}, and what they cost {1}.</summary>
    public required string CostAll { get; init; }

    /// <summary>The word for the chosen sites {0}, of which no cost is known.</summary>
    public required string CostUnknown { get; init; }

    /// <summary>Proven to be the best.</summary>
    public required string Proven { get; init; }

    /// <summary>No plan of that many sites does better.</summary>
    public required string ProvenNote { get; init; }

    /// <summary>At most so far from the best, {0}.</summary>
    public required string WithinGap { get; init; }

    /// <summary>No plan beats {0}.</summary>
    public required string WithinNote { get; init; }

    /// <summary>Nothing is feasible.</summary>
    public required string Infeasible { get; init; }

    /// <summary>Time ended before there was a plan, or a proof that there is none.</summary>
    public required string Undecided { get; init; }

    /// <summary>The longest gap that is left.</summary>
    public required string LongestLeft { get; init; }

    /// <summary>The rest that is left, {0}, and the worst loss, {1}.</summary>
    public required string LeftNote { get; init; }

    /// <summary>Makes the sites part of the what-if.</summary>
    public required string Accept { get; init; }

    /// <summary>The sites are part of the what-if.</summary>
    public required string Accepted { get; init; }

    /// <summary>Opens the tab of coverage.</summary>
    public required string SeeCoverage { get; init; }

    /// <summary>The order of choice.</summary>
    public required string Order { get; init; }

    /// <summary>A site.</summary>
    public required string Site { get; init; }

    /// <summary>What it adds.</summary>
    public required string Adds { get; init; }

    /// <summary>What covers twice after it.</summary>
    public required string AddsBackup { get; init; }

    /// <summary>What it costs.</summary>
    public required string Cost { get; init; }

    /// <summary>What the table of chosen sites says.</summary>
    public required string ChosenNote { get; init; }

    /// <summary>What the table of candidates says.</summary>
    public required string CandidatesNote { get; init; }

    /// <summary>The rule of a candidate, to a screen reader, {0} the candidate.</summary>
    public required string RuleOf { get; init; }

    /// <summary>Why it was not chosen, or that it was.</summary>
    public required string Outcome { get; init; }

    /// <summary>It was chosen as {0}.</summary>
    public required string ChosenAs { get; init; }

    /// <summary>Under the pointer: chosen as {0}, adds {1}.</summary>
    public required string ChosenTip { get; init; }

    /// <summary>On the strip: newly covered by number {0}, {1}.</summary>
    public required string NewHere { get; init; }

    /// <summary>The border that no candidate reaches.</summary>
    public required string Unreachable { get; init; }

    /// <summary>What the table of it says, {0} in all.</summary>
    public required string UnreachableNote { get; init; }

    /// <summary>All can be reached.</summary>
    public required string AllReachable { get; init; }

    /// <summary>The smallest radius.</summary>
    public required string SmallestRadius { get; init; }

    /// <summary>The candidate that would need it.</summary>
    public required string From { get; init; }

    /// <summary>The curve.</summary>
    public required string Curve { get; init; }

    /// <summary>The curve as words: {0} sites cover {1}.</summary>
    public required string CurvePoint { get; init; }

    /// <summary>Behind the curve in words: the next site adds {0}.</summary>
    public required string CurveNext { get; init; }

    /// <summary>The next site adds {0} for {1} of money.</summary>
    public required string CurveNextCost { get; init; }

    /// <summary>There is no curve for other aims.</summary>
    public required string NoCurve { get; init; }

    /// <summary>The knee, {0} sites.</summary>
    public required string Knee { get; init; }

    /// <summary>How to use the curve.</summary>
    public required string CurveNote { get; init; }

    /// <summary>Works out the curve.</summary>
    public required string DrawCurve { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required string CurveSites { get; init; }

    /// <summary>The vertical axis.</summary>
    public required string CurveCovered { get; init; }

    /// <summary>How many candidates of how many were searched, {0} of {1}, {2} existing facilities, {3} atoms.</summary>
    public required string HowSearched { get; init; }

    /// <summary>How long it took, {0} seconds.</summary>
    public required string HowSeconds { get; init; }

    /// <summary>Nobody stands.</summary>
    public required string HowEmpty { get; init; }

    /// <summary>The names of the sources, by <see cref="SitingSource"/>.</summary>
    public required Func<SitingSource, string> SourceName { get; init; }

    /// <summary>The names of the limits.</summary>
    public required Func<SitingLimit, string> LimitName { get; init; }

    /// <summary>The names of the aims.</summary>
    public required Func<SitingAim, string> AimName { get; init; }

    /// <summary>The names of the rules.</summary>
    public required Func<CandidateRule, string> RuleName { get; init; }

    /// <summary>The reasons to drop a candidate, {0} the other one where there is one.</summary>
    public required Func<DropReason, string> DropName { get; init; }

    /// <summary>The formulation of an objective and its source.</summary>
    public required Func<SitingObjective, string> Formulation { get; init; }

    /// <summary>The texts of a language.</summary>
    public static SitingTexts In(Language language) => language == Language.Vietnamese ? Vietnamese : English;

    /// <summary>What a source is called.</summary>
    public string Name(SitingSource source) => SourceName(source);

    /// <summary>What a limit is called.</summary>
    public string Name(SitingLimit limit) => LimitName(limit);

    /// <summary>What an aim is called.</summary>
    public string Name(SitingAim aim) => AimName(aim);

    /// <summary>What a rule is called.</summary>
    public string Name(CandidateRule rule) => RuleName(rule);

    /// <summary>Why a candidate was left out.</summary>
    public string Name(DroppedCandidate dropped)
    {
        ArgumentNullException.ThrowIfNull(dropped);
        return string.Format(null, DropName(dropped.Reason), dropped.By?.Id.Text);
    }

    /// <summary>How far from the border a high may be.</summary>
    public required string HighsWithin { get; init; }

    /// <summary>Candidates are being made.</summary>
    public required string Gathering { get; init; }

    /// <summary>Makes the candidates again.</summary>
    public required string MakeAgain { get; init; }

    /// <summary>The demands of zones.</summary>
    public required string Zones { get; init; }

    /// <summary>No zone demands anything.</summary>
    public required string ZonesFree { get; init; }

    /// <summary>So many zones, {0}, demand something.</summary>
    public required string ZonesCount { get; init; }

    /// <summary>What the demands of zones are.</summary>
    public required string ZonesNote { get; init; }

    /// <summary>Shares do not go with the longest gap.</summary>
    public required string ZonesNotWithGap { get; init; }

    /// <summary>The least share of a zone, in per cent.</summary>
    public required string ZoneShare { get; init; }

    /// <summary>The most sites in a zone.</summary>
    public required string ZoneSites { get; init; }

    /// <summary>The least share of the zone {0}.</summary>
    public required string ZoneShareOf { get; init; }

    /// <summary>The most sites in the zone {0}.</summary>
    public required string ZoneSitesOf { get; init; }

    /// <summary>What may become of those who stand.</summary>
    public required string Standing { get; init; }

    /// <summary>All stay.</summary>
    public required string StandingStay { get; init; }

    /// <summary>May be moved {0}, closed {1}.</summary>
    public required string StandingCount { get; init; }

    /// <summary>How to let a facility move.</summary>
    public required string StandingHint { get; init; }

    /// <summary>What moving costs.</summary>
    public required string MovingCost { get; init; }

    /// <summary>How far.</summary>
    public required string MovingWithin { get; init; }

    /// <summary>What closing saves.</summary>
    public required string ClosingSaves { get; init; }

    /// <summary>Any distance.</summary>
    public required string AnyDistance { get; init; }

    /// <summary>All posts may move.</summary>
    public required string AllMayMove { get; init; }

    /// <summary>All stay.</summary>
    public required string AllStay { get; init; }

    /// <summary>What may become of the facility {0}.</summary>
    public required string MayBecomeOf { get; init; }

    /// <summary>So many, {0}, move or are closed.</summary>
    public required string ChangesCount { get; init; }

    /// <summary>Moved and closed.</summary>
    public required string ChangesMade { get; init; }

    /// <summary>The facility {0} moves to {1}.</summary>
    public required string MovedTo { get; init; }

    /// <summary>The facility {0} is closed.</summary>
    public required string ClosedIs { get; init; }

    /// <summary>So many closed, {0}.</summary>
    public required string WhatIfClosed { get; init; }

    /// <summary>What may become of a facility, by its rule.</summary>
    public required Func<FacilityRule, string> FacilityRuleName { get; init; }

    /// <summary>So many sites, in words.</summary>
    public string SitesOf(long count, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        return $"{quantities.Count(count)} {SiteWord(count)}";
    }
}
