namespace DefenseZone.Geo.Viewer.Texts;

/// <content>The texts.</content>
public sealed partial record RoadPartTexts
{
    /// <summary>The part of isochrones.</summary>
    public required string Reach { get; init; }

    /// <summary>Its section.</summary>
    public required string ReachHeading { get; init; }

    /// <summary>Where travel begins.</summary>
    public required string ReachFrom { get; init; }

    /// <summary>All who respond.</summary>
    public required string ReachAll { get; init; }

    /// <summary>The times.</summary>
    public required string ReachTimes { get; init; }

    /// <summary>Times that cannot be understood, at most {0}.</summary>
    public required string ReachTimesWrong { get; init; }

    /// <summary>Asks for places.</summary>
    public required string ReachPick { get; init; }

    /// <summary>Shows the isochrones.</summary>
    public required string ReachShow { get; init; }

    /// <summary>Finds a place.</summary>
    public required string ReachAdd { get; init; }

    /// <summary>Reached within {0}.</summary>
    public required string ReachedWithin { get; init; }

    /// <summary>The area within {0} from {1} places.</summary>
    public required string ReachAreaFigure { get; init; }

    /// <summary>Roads of {0}.</summary>
    public required string ReachRoadsFigure { get; init; }

    /// <summary>Nobody to start from.</summary>
    public required string ReachNobody { get; init; }

    /// <summary>What to do then.</summary>
    public required string ReachNobodyMore { get; init; }

    /// <summary>The column of times.</summary>
    public required string TimeWithin { get; init; }

    /// <summary>The column of areas.</summary>
    public required string AreaColumn { get; init; }

    /// <summary>The column of roads.</summary>
    public required string RoadColumn { get; init; }

    /// <summary>The column of shares of road.</summary>
    public required string ShareColumn { get; init; }

    /// <summary>The method: season {0}, speed on foot {1}.</summary>
    public required string HowReach { get; init; }

    /// <summary>Ends choosing.</summary>
    public required string Done { get; init; }

    /// <summary>Chooses on the map.</summary>
    public required string PickOnMap { get; init; }

    /// <summary>Takes what is selected, {0}.</summary>
    public required string Selected { get; init; }

    /// <summary>Takes {0} out.</summary>
    public required string RemoveOne { get; init; }

    /// <summary>Takes all out.</summary>
    public required string RemoveAll { get; init; }

    /// <summary>Nothing is called {0}.</summary>
    public required string NothingLike { get; init; }

    /// <summary>The part of rounds.</summary>
    public required string Round { get; init; }

    /// <summary>Its section.</summary>
    public required string RoundHeading { get; init; }

    /// <summary>The base.</summary>
    public required string RoundBase { get; init; }

    /// <summary>Finds a base.</summary>
    public required string RoundFindBase { get; init; }

    /// <summary>Starts from the selected {0}.</summary>
    public required string RoundUseSelected { get; init; }

    /// <summary>What is called on.</summary>
    public required string RoundStops { get; init; }

    /// <summary>Finds a stop.</summary>
    public required string RoundFindStop { get; init; }

    /// <summary>The shift.</summary>
    public required string RoundShift { get; init; }

    /// <summary>The stay.</summary>
    public required string RoundStay { get; init; }

    /// <summary>No shift.</summary>
    public required string RoundAnyShift { get; init; }

    /// <summary>Asks for the base.</summary>
    public required string RoundPickBase { get; init; }

    /// <summary>Asks for stops.</summary>
    public required string RoundPickStops { get; init; }

    /// <summary>A base {0} that is none.</summary>
    public required string RoundNoBase { get; init; }

    /// <summary>A stop {0} that is none.</summary>
    public required string RoundNoStop { get; init; }

    /// <summary>No round was asked for.</summary>
    public required string NoRound { get; init; }

    /// <summary>How to ask for one.</summary>
    public required string NoRoundMore { get; init; }

    /// <summary>The time.</summary>
    public required string RoundTimeFigure { get; init; }

    /// <summary>The length, {0} stops.</summary>
    public required string RoundLengthFigure { get; init; }

    /// <summary>It is the shortest.</summary>
    public required string RoundShortest { get; init; }

    /// <summary>That is proved.</summary>
    public required string RoundProved { get; init; }

    /// <summary>The bound, {0}.</summary>
    public required string RoundBound { get; init; }

    /// <summary>It fits in a shift {0}.</summary>
    public required string RoundFits { get; init; }

    /// <summary>It does not fit in a shift {0}.</summary>
    public required string RoundDoesNotFit { get; init; }

    /// <summary>None fits in a shift {0}.</summary>
    public required string RoundNoneFits { get; init; }

    /// <summary>The column of stops.</summary>
    public required string StopColumn { get; init; }

    /// <summary>The column of arrivals.</summary>
    public required string ArrivalColumn { get; init; }

    /// <summary>The column of numbers.</summary>
    public required string NumberColumn { get; init; }

    /// <summary>The method.</summary>
    public required string HowRound { get; init; }

    /// <summary>The part of connections.</summary>
    public required string Connection { get; init; }

    /// <summary>Its section.</summary>
    public required string ConnectionHeading { get; init; }

    /// <summary>What it does.</summary>
    public required string ConnectionHint { get; init; }

    /// <summary>Only the parts with facilities.</summary>
    public required string OnlyWithFacilities { get; init; }

    /// <summary>Straight links.</summary>
    public required string StraightLinks { get; init; }

    /// <summary>Looks for the links.</summary>
    public required string FindLinks { get; init; }

    /// <summary>They are looked for.</summary>
    public required string SearchingLinks { get; init; }

    /// <summary>None were looked for.</summary>
    public required string NoLinks { get; init; }

    /// <summary>How to look for them.</summary>
    public required string NoLinksMore { get; init; }

    /// <summary>There is nothing to join.</summary>
    public required string NothingToJoin { get; init; }

    /// <summary>They cannot be joined.</summary>
    public required string CannotJoin { get; init; }

    /// <summary>The cost.</summary>
    public required string LinksCostFigure { get; init; }

    /// <summary>The length, {0} roads.</summary>
    public required string LinksLengthFigure { get; init; }

    /// <summary>It is the cheapest.</summary>
    public required string LinksCheapest { get; init; }

    /// <summary>That is proved.</summary>
    public required string LinksProved { get; init; }

    /// <summary>The bound, {0}.</summary>
    public required string LinksBound { get; init; }

    /// <summary>Parts joined, of {0}.</summary>
    public required string LinksPartsFigure { get; init; }

    /// <summary>The links.</summary>
    public required string LinksLegend { get; init; }

    /// <summary>The islands.</summary>
    public required string IslandsLegend { get; init; }

    /// <summary>The column of what is joined.</summary>
    public required string LinkColumn { get; init; }

    /// <summary>The longest part.</summary>
    public required string MainPart { get; init; }

    /// <summary>The part {0}.</summary>
    public required string PartNumber { get; init; }

    /// <summary>The column of lengths.</summary>
    public required string LengthKm { get; init; }

    /// <summary>The column of costs.</summary>
    public required string CostColumn { get; init; }

    /// <summary>The column of grades.</summary>
    public required string GradeColumn { get; init; }

    /// <summary>The total.</summary>
    public required string Total { get; init; }

    /// <summary>Takes them into the what-if.</summary>
    public required string BuildLinks { get; init; }

    /// <summary>They were taken.</summary>
    public required string LinksBuilt { get; init; }

    /// <summary>The method {0}, grade {1}.</summary>
    public required string HowConnection { get; init; }

    /// <summary>A spanning tree.</summary>
    public required string MethodTree { get; init; }

    /// <summary>By subsets.</summary>
    public required string MethodSubsets { get; init; }

    /// <summary>By nearest terminals.</summary>
    public required string MethodNearest { get; init; }

    /// <summary>The part of rankings.</summary>
    public required string Ranking { get; init; }

    /// <summary>Its section.</summary>
    public required string RankingHeading { get; init; }

    /// <summary>What it does.</summary>
    public required string RankingHint { get; init; }

    /// <summary>Roads under construction too.</summary>
    public required string AlsoUnderConstruction { get; init; }

    /// <summary>Ranks them.</summary>
    public required string Rank { get; init; }

    /// <summary>It is worked on.</summary>
    public required string RankingNow { get; init; }

    /// <summary>Nothing was ranked.</summary>
    public required string NoRanking { get; init; }

    /// <summary>How to rank.</summary>
    public required string NoRankingMore { get; init; }

    /// <summary>There is nothing to rank.</summary>
    public required string NothingRanked { get; init; }

    /// <summary>Border within {0}, {1}.</summary>
    public required string RankBeforeFigure { get; init; }

    /// <summary>Border with all, {0}.</summary>
    public required string RankWithFigure { get; init; }

    /// <summary>Roads that bring some, of {0}.</summary>
    public required string RankBringFigure { get; init; }

    /// <summary>What those cost.</summary>
    public required string RankCostFigure { get; init; }

    /// <summary>Roads that bring some.</summary>
    public required string RankBrings { get; init; }

    /// <summary>Roads that bring none.</summary>
    public required string RankIdle { get; init; }

    /// <summary>The column of gains.</summary>
    public required string GainColumn { get; init; }

    /// <summary>The column of gains for each million.</summary>
    public required string PerMillionColumn { get; init; }

    /// <summary>The column of gains in order.</summary>
    public required string TogetherColumn { get; init; }

    /// <summary>A cost that is estimated.</summary>
    public required string EstimatedCost { get; init; }

    /// <summary>The method, within {0}.</summary>
    public required string HowRanking { get; init; }
}
