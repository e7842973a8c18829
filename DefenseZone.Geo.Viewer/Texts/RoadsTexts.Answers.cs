namespace DefenseZone.Geo.Viewer.Texts;

/// <content>The texts of the answers.</content>
public sealed partial record RoadsTexts
{
    /// <summary>The table of the network.</summary>
    public required string NetworkTab { get; init; }

    /// <summary>The table of the route.</summary>
    public required string RouteTab { get; init; }

    /// <summary>Border reached within a time {0}, with the whole {1}.</summary>
    public required string InTimeFigure { get; init; }

    /// <summary>The longest response; the mean {0}.</summary>
    public required string LongestFigure { get; init; }

    /// <summary>Facilities cut off.</summary>
    public required string CutOffFigure { get; init; }

    /// <summary>Roads that may not fail; parts {0}.</summary>
    public required string CriticalFigure { get; init; }

    /// <summary>A figure {0} without closures.</summary>
    public required string WasFigure { get; init; }

    /// <summary>A road.</summary>
    public required string Road { get; init; }

    /// <summary>How many facilities are cut off without it.</summary>
    public required string CutsOff { get; init; }

    /// <summary>Kilometres of border served.</summary>
    public required string Serves { get; init; }

    /// <summary>The column that closes it.</summary>
    public required string CloseColumn { get; init; }

    /// <summary>What the table says.</summary>
    public required string RoadsNote { get; init; }

    /// <summary>There are more {0} roads.</summary>
    public required string MoreRoads { get; init; }

    /// <summary>No road is critical.</summary>
    public required string NothingCritical { get; init; }

    /// <summary>Closes a road.</summary>
    public required string CloseRoad { get; init; }

    /// <summary>Opens a road.</summary>
    public required string OpenRoad { get; init; }

    /// <summary>The road does not take part.</summary>
    public required string NotInNetwork { get; init; }

    /// <summary>Nothing hangs on the road.</summary>
    public required string NothingHangs { get; init; }

    /// <summary>Facilities {0} would be cut off.</summary>
    public required string WouldCutOff { get; init; }

    /// <summary>Metres of border {0}.</summary>
    public required string ServesBorder { get; init; }

    /// <summary>The route to a border point from the facility {0}.</summary>
    public required string RouteThere { get; init; }

    /// <summary>A time {0} and who {1}.</summary>
    public required string Arrives { get; init; }

    /// <summary>Nobody comes.</summary>
    public required string NobodyComes { get; init; }

    /// <summary>Nothing is closed.</summary>
    public required string NothingClosed { get; init; }

    /// <summary>How to close something.</summary>
    public required string NothingClosedMore { get; init; }

    /// <summary>The column of figures.</summary>
    public required string Figure { get; init; }

    /// <summary>The column without closures.</summary>
    public required string Open { get; init; }

    /// <summary>The column with closures.</summary>
    public required string WithClosures { get; init; }

    /// <summary>Border within a time {0}.</summary>
    public required string RowWithin { get; init; }

    /// <summary>The longest response.</summary>
    public required string RowLongest { get; init; }

    /// <summary>The mean response.</summary>
    public required string RowMean { get; init; }

    /// <summary>Facilities cut off.</summary>
    public required string RowCutOff { get; init; }

    /// <summary>Metres of road closed.</summary>
    public required string RowClosedRoads { get; init; }

    /// <summary>Who is cut off by the closures.</summary>
    public required string NewlyCutOff { get; init; }

    /// <summary>Nobody is.</summary>
    public required string NobodyNewlyCutOff { get; init; }

    /// <summary>Border lost to the closures.</summary>
    public required string LostBorder { get; init; }

    /// <summary>None is.</summary>
    public required string NoLostBorder { get; init; }

    /// <summary>No route was asked for.</summary>
    public required string NoRoute { get; init; }

    /// <summary>How to ask for one.</summary>
    public required string NoRouteMore { get; init; }

    /// <summary>There is no open road.</summary>
    public required string RouteNoRoad { get; init; }

    /// <summary>The time of a route.</summary>
    public required string Duration { get; init; }

    /// <summary>The length of a route.</summary>
    public required string WayLength { get; init; }

    /// <summary>The climb of a route; descent {0}.</summary>
    public required string Climb { get; init; }

    /// <summary>The column of roads.</summary>
    public required string Along { get; init; }

    /// <summary>A leg on foot.</summary>
    public required string OnFoot { get; init; }

    /// <summary>The column of kilometres.</summary>
    public required string Km { get; init; }

    /// <summary>The column of times.</summary>
    public required string TimeColumn { get; init; }

    /// <summary>The column of climbs.</summary>
    public required string ClimbColumn { get; init; }

    /// <summary>The method of routes.</summary>
    public required string HowRoute { get; init; }

    /// <summary>There is no terrain for a profile.</summary>
    public required string NoHeights { get; init; }

    /// <summary>The chart of a route.</summary>
    public required string RouteProfileTitle { get; init; }

    /// <summary>New roads need terrain.</summary>
    public required string NewRoadNeedsTerrain { get; init; }

    /// <summary>No new road was looked for.</summary>
    public required string NoNewRoad { get; init; }

    /// <summary>How to look for one.</summary>
    public required string NoNewRoadMore { get; init; }

    /// <summary>There is no way.</summary>
    public required string NoWay { get; init; }

    /// <summary>The grade {0} is too little, {1} would do; the place {2}.</summary>
    public required string GradeNeeded { get; init; }

    /// <summary>Takes the grade {0}.</summary>
    public required string UseGrade { get; init; }

    /// <summary>A course {0}.</summary>
    public required string CourseNumber { get; init; }

    /// <summary>The length.</summary>
    public required string RowLength { get; init; }

    /// <summary>The cost.</summary>
    public required string RowCost { get; init; }

    /// <summary>An amount {0} in millions.</summary>
    public required string Millions { get; init; }

    /// <summary>The climb.</summary>
    public required string RowClimb { get; init; }

    /// <summary>The worst grade.</summary>
    public required string RowGrade { get; init; }

    /// <summary>The hairpins.</summary>
    public required string RowHairpins { get; init; }

    /// <summary>The overlap.</summary>
    public required string RowOverlap { get; init; }

    /// <summary>Border brought within a time {0}.</summary>
    public required string RowGain { get; init; }

    /// <summary>That, per million.</summary>
    public required string RowGainPerMillion { get; init; }

    /// <summary>The chart of a course {0}.</summary>
    public required string CourseProfileTitle { get; init; }

    /// <summary>The steepest place {0}.</summary>
    public required string SteepestMark { get; init; }

    /// <summary>Takes the course into the what-if.</summary>
    public required string Accept { get; init; }

    /// <summary>It was taken.</summary>
    public required string Accepted { get; init; }

    /// <summary>A new road {0} in the what-if.</summary>
    public required string OneNewRoad { get; init; }

    /// <summary>The method of new roads: cell {0}, grade {1}.</summary>
    public required string HowNewRoad { get; init; }

    /// <summary>Closures do not count for new roads.</summary>
    public required string HowNoClosures { get; init; }

    /// <summary>The rings around those.</summary>
    public required string CutOffFacilities { get; init; }

    /// <summary>Reached within a time {0}.</summary>
    public required string SpeedSoon { get; init; }

    /// <summary>Reached within a time {0}, late.</summary>
    public required string SpeedLate { get; init; }

    /// <summary>Reached later, or never.</summary>
    public required string SpeedTooLate { get; init; }

    /// <summary>Roads on which border hangs.</summary>
    public required string WeightBorder { get; init; }

    /// <summary>Roads that cut off some.</summary>
    public required string WeightSome { get; init; }

    /// <summary>Roads that cut off many.</summary>
    public required string WeightMany { get; init; }

    /// <summary>Roads without a base.</summary>
    public required string WeightNoBase { get; init; }

    /// <summary>Closed roads.</summary>
    public required string WeightClosed { get; init; }

    /// <summary>Seconds {0}.</summary>
    public required string TimeSeconds { get; init; }

    /// <summary>Minutes {0}.</summary>
    public required string TimeMinutes { get; init; }

    /// <summary>Hours {0} and minutes {1}.</summary>
    public required string TimeHours { get; init; }

    /// <summary>Whole hours {0}.</summary>
    public required string TimeWholeHours { get; init; }

    /// <summary>Never.</summary>
    public required string Never { get; init; }

    /// <summary>A kind of hazard.</summary>
    public required string Flood { get; init; }

    /// <summary>A kind of hazard.</summary>
    public required string FlashFlood { get; init; }

    /// <summary>A kind of hazard.</summary>
    public required string Landslide { get; init; }
}
