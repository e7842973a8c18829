namespace DefenseZone.Geo.Viewer.Texts;

/// <content>The texts of the question.</content>
public sealed partial record RoadsTexts
{
    /// <summary>What is reached in time.</summary>
    public required string Response { get; init; }

    /// <summary>How soon somebody has to be there.</summary>
    public required string Within { get; init; }

    /// <summary>The minutes.</summary>
    public required string Minutes { get; init; }

    /// <summary>The season.</summary>
    public required string Season { get; init; }

    /// <summary>The dry season.</summary>
    public required string Dry { get; init; }

    /// <summary>The wet season.</summary>
    public required string Wet { get; init; }

    /// <summary>The method of response: time {0}, season {1}, walking speed {2}.</summary>
    public required string HowResponse { get; init; }

    /// <summary>What is closed, {0}.</summary>
    public required string HowClosed { get; init; }

    /// <summary>Roads within hazard areas of a kind {0}.</summary>
    public required string WithinHazard { get; init; }

    /// <summary>Opens everything that is closed.</summary>
    public required string OpenAll { get; init; }

    /// <summary>The tab.</summary>
    public required string Tab { get; init; }

    /// <summary>The share of border {0} reached within a time {1}, in short.</summary>
    public required string InShort { get; init; }

    /// <summary>The plan has no roads.</summary>
    public required string NoRoads { get; init; }

    /// <summary>Where roads have to be, for the plan {0}.</summary>
    public required string NoRoadsHelp { get; init; }

    /// <summary>What comes then.</summary>
    public required string NoRoadsThen { get; init; }

    /// <summary>The network is worked on.</summary>
    public required string Working { get; init; }

    /// <summary>Works the network out again.</summary>
    public required string Again { get; init; }

    /// <summary>The section of closures.</summary>
    public required string Closures { get; init; }

    /// <summary>The table of closures.</summary>
    public required string ClosuresTab { get; init; }

    /// <summary>What the strip of the chainages {0} shows.</summary>
    public required string StripNote { get; init; }

    /// <summary>How to close a road.</summary>
    public required string ClosuresHint { get; init; }

    /// <summary>Closes roads within hazard areas.</summary>
    public required string CloseHazards { get; init; }

    /// <summary>Opens a road {0} again.</summary>
    public required string Reopen { get; init; }

    /// <summary>The section of two places.</summary>
    public required string Ends { get; init; }

    /// <summary>Picks them on the map.</summary>
    public required string PickEnds { get; init; }

    /// <summary>Begins at the facility {0}.</summary>
    public required string FromFacility { get; init; }

    /// <summary>Turns it round.</summary>
    public required string Swap { get; init; }

    /// <summary>Forgets them.</summary>
    public required string ForgetEnds { get; init; }

    /// <summary>The place where one begins.</summary>
    public required string FromPlace { get; init; }

    /// <summary>The place where one goes.</summary>
    public required string ToPlace { get; init; }

    /// <summary>A place {0} that cannot be understood.</summary>
    public required string NoPlace { get; init; }

    /// <summary>A road begins at the network.</summary>
    public required string FromIsNetwork { get; init; }

    /// <summary>Asks for the first place.</summary>
    public required string PickFrom { get; init; }

    /// <summary>Asks for the second place.</summary>
    public required string PickTo { get; init; }

    /// <summary>The section of a new road.</summary>
    public required string NewRoad { get; init; }

    /// <summary>The steepest grade.</summary>
    public required string MaximumGrade { get; init; }

    /// <summary>How many courses.</summary>
    public required string AlternativesAsked { get; init; }

    /// <summary>Keeps out of hazard areas.</summary>
    public required string AvoidHazards { get; init; }

    /// <summary>Looks for a road between both places.</summary>
    public required string FindNewRoad { get; init; }

    /// <summary>Looks for a road to the existing ones.</summary>
    public required string FindNewLink { get; init; }

    /// <summary>It is looked for.</summary>
    public required string Searching { get; init; }

    /// <summary>There is no first place yet.</summary>
    public required string NewRoadNeedsA { get; init; }

    /// <summary>A place {0} is outside the terrain.</summary>
    public required string OutsideTerrain { get; init; }
}
