namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>
/// Everything that the viewer says, in one language. A text with {0} takes a value there. That each language says
/// everything is checked by the compiler.
/// </summary>
public sealed partial record ViewerTexts
{
    /// <summary>The language's code, as HTML has it.</summary>
    public required string Code { get; init; }

    /// <summary>The other language, in its own words.</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>The analysis.</summary>
    public required string Coverage { get; init; }

    /// <summary>The tabs, to a screen reader.</summary>
    public required string Analyses { get; init; }

    /// <summary>Starts an analysis.</summary>
    public required string Run { get; init; }

    /// <summary>An analysis is at work.</summary>
    public required string Working { get; init; }

    /// <summary>The inputs are no longer those of the answer.</summary>
    public required string RunAgain { get; init; }

    /// <summary>Plan, filters and way to cover are those of the tab of coverage, {0}.</summary>
    public required string SameQuestion { get; init; }

    /// <summary>Copies the address.</summary>
    public required string Link { get; init; }

    /// <summary>Said when the address was copied.</summary>
    public required string LinkCopied { get; init; }

    /// <summary>Said when the browser does not let a page copy.</summary>
    public required string LinkInAddressBar { get; init; }

    /// <summary>Prints.</summary>
    public required string Print { get; init; }

    /// <summary>Prints on a paper, {0}.</summary>
    public required string PrintOn { get; init; }

    /// <summary>The list of plans.</summary>
    public required string Plans { get; init; }

    /// <summary>Chooses a plan.</summary>
    public required string ChoosePlan { get; init; }

    /// <summary>Said when there is no plan.</summary>
    public required string NoPlans { get; init; }

    /// <summary>What to do when there is no plan.</summary>
    public required string NoPlansHelp { get; init; }

    /// <summary>There is no plan {0}.</summary>
    public required string NoSuchPlan { get; init; }

    /// <summary>A plan's version, {0}.</summary>
    public required string Version { get; init; }

    /// <summary>The plan is shown as it is stored.</summary>
    public required string Saved { get; init; }

    /// <summary>A plan is being read.</summary>
    public required string Opening { get; init; }

    /// <summary>Stops the work.</summary>
    public required string Cancel { get; init; }

    /// <summary>The work was stopped.</summary>
    public required string Cancelled { get; init; }

    /// <summary>Reads the plan again.</summary>
    public required string OpenAgain { get; init; }

    /// <summary>The plan {0} cannot be shown: {1} problems.</summary>
    public required string PlanBroken { get; init; }

    /// <summary>What to do about a broken plan.</summary>
    public required string PlanBrokenHelp { get; init; }

    /// <summary>{0} problems more.</summary>
    public required string MoreProblems { get; init; }

    /// <summary>How many warnings, {0}.</summary>
    public required string Warnings { get; init; }

    /// <summary>A problem's place.</summary>
    public required string Problem { get; init; }

    /// <summary>What is wrong.</summary>
    public required string WhatIsWrong { get; init; }

    /// <summary>What would be right.</summary>
    public required string WhatWouldBeRight { get; init; }

    /// <summary>The panel on the left.</summary>
    public required string Question { get; init; }

    /// <summary>The panel on the right.</summary>
    public required string Answer { get; init; }

    /// <summary>The map, to a screen reader.</summary>
    public required string MapLabel { get; init; }

    /// <summary>Collapses a panel, {0}.</summary>
    public required string HidePanel { get; init; }

    /// <summary>Opens a panel, {0}.</summary>
    public required string ShowPanel { get; init; }

    /// <summary>Closes something.</summary>
    public required string Close { get; init; }

    /// <summary>The ways to cover.</summary>
    public required string CoveredBy { get; init; }

    /// <summary>The facilities that take part.</summary>
    public required string Facilities { get; init; }

    /// <summary>Facilities with a radius, the default.</summary>
    public required string WithRadius { get; init; }

    /// <summary>How far something has come.</summary>
    public required string Status { get; init; }

    /// <summary>The default of statuses.</summary>
    public required string StatusDefault { get; init; }

    /// <summary>The year asked about.</summary>
    public required string Year { get; init; }

    /// <summary>No year.</summary>
    public required string NoYear { get; init; }

    /// <summary>What today means.</summary>
    public required string NoYearNote { get; init; }

    /// <summary>What a year means.</summary>
    public required string YearNote { get; init; }

    /// <summary>Every status takes part.</summary>
    public required string EveryStatus { get; init; }

    /// <summary>The coverage radius.</summary>
    public required string Radius { get; init; }

    /// <summary>No override.</summary>
    public required string OwnRadius { get; init; }

    /// <summary>The override, {0}.</summary>
    public required string RadiusForAll { get; init; }

    /// <summary>Takes the override away.</summary>
    public required string UseOwnRadius { get; init; }

    /// <summary>How often a place must be covered.</summary>
    public required string RequiredDepth { get; init; }

    /// <summary>{0} times.</summary>
    public required string Times { get; init; }

    /// <summary>The shortest gap.</summary>
    public required string MinimumGap { get; init; }

    /// <summary>Puts the question back.</summary>
    public required string Reset { get; init; }

    /// <summary>The layers and the legend.</summary>
    public required string Layers { get; init; }

    /// <summary>The gaps.</summary>
    public required string GapLayer { get; init; }

    /// <summary>Gaps when more than one is required, {0}.</summary>
    public required string GapLayerBelow { get; init; }

    /// <summary>Covered once.</summary>
    public required string Once { get; init; }

    /// <summary>Covered twice.</summary>
    public required string Twice { get; init; }

    /// <summary>Covered three times or more.</summary>
    public required string ThreeOrMore { get; init; }

    /// <summary>The coverage circles.</summary>
    public required string Circles { get; init; }

    /// <summary>The patrol roads.</summary>
    public required string Roads { get; init; }

    /// <summary>The zones.</summary>
    public required string Zones { get; init; }

    /// <summary>The names.</summary>
    public required string Names { get; init; }

    /// <summary>The basemap.</summary>
    public required string Basemap { get; init; }

    /// <summary>The candidate sites.</summary>
    public required string CandidateSites { get; init; }

    /// <summary>The hazard areas.</summary>
    public required string HazardAreas { get; init; }

    /// <summary>Other projects.</summary>
    public required string Projects { get; init; }

    /// <summary>The border's segments.</summary>
    public required string BorderSegments { get; init; }
}
