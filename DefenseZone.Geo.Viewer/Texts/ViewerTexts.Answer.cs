namespace DefenseZone.Geo.Viewer.Texts;

/// <content>What is said of the answer, of the strip, of features and of a what-if.</content>
public sealed partial record ViewerTexts
{
    /// <summary>The covered share.</summary>
    public required string Covered { get; init; }

    /// <summary>{0} of {1}.</summary>
    public required string Of { get; init; }

    /// <summary>One gap.</summary>
    public required string GapOne { get; init; }

    /// <summary>{0} gaps.</summary>
    public required string GapMany { get; init; }

    /// <summary>Together {0}, the longest {1}.</summary>
    public required string GapLengths { get; init; }

    /// <summary>No gap at all.</summary>
    public required string NoGaps { get; init; }

    /// <summary>The share covered once.</summary>
    public required string CoveredOnlyOnce { get; init; }

    /// <summary>The worst single loss.</summary>
    public required string WorstLoss { get; init; }

    /// <summary>No facility is a single point of failure.</summary>
    public required string NoLoss { get; init; }

    /// <summary>The table of gaps.</summary>
    public required string GapsTab { get; init; }

    /// <summary>The table of zones.</summary>
    public required string ZonesTab { get; init; }

    /// <summary>The table of facilities.</summary>
    public required string FacilitiesTab { get; init; }

    /// <summary>The tables, to a screen reader.</summary>
    public required string Tables { get; init; }

    /// <summary>A number.</summary>
    public required string Number { get; init; }

    /// <summary>Chainage.</summary>
    public required string Kilometre { get; init; }

    /// <summary>A length in kilometres.</summary>
    public required string LengthKm { get; init; }

    /// <summary>A zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The nearest facility and its distance.</summary>
    public required string Nearest { get; init; }

    /// <summary>A name.</summary>
    public required string Name { get; init; }

    /// <summary>A zone's level.</summary>
    public required string Level { get; init; }

    /// <summary>Border of a zone.</summary>
    public required string BorderKm { get; init; }

    /// <summary>Covered share.</summary>
    public required string CoveredShare { get; init; }

    /// <summary>Number of gaps.</summary>
    public required string GapCount { get; init; }

    /// <summary>The longest gap.</summary>
    public required string LongestKm { get; init; }

    /// <summary>What a facility covers.</summary>
    public required string Covers { get; init; }

    /// <summary>What a facility alone covers.</summary>
    public required string Alone { get; init; }

    /// <summary>What the table of facilities says.</summary>
    public required string AloneNote { get; init; }

    /// <summary>What the table of zones says.</summary>
    public required string ZonesNote { get; init; }

    /// <summary>What the table of gaps says.</summary>
    public required string GapsNote { get; init; }

    /// <summary>An empty table.</summary>
    public required string Nothing { get; init; }

    /// <summary>Sorts by a column, {0}.</summary>
    public required string SortBy { get; init; }

    /// <summary>The method, own radii.</summary>
    public required string HowRadius { get; init; }

    /// <summary>The method with one radius, {0}.</summary>
    public required string HowOverride { get; init; }

    /// <summary>How many took part, {0}.</summary>
    public required string HowFacilities { get; init; }

    /// <summary>A single facility {0} takes part.</summary>
    public required string HowFacility { get; init; }

    /// <summary>No year is asked about.</summary>
    public required string HowNoYear { get; init; }

    /// <summary>What holds where nothing is chosen, {0}.</summary>
    public required string ByDefault { get; init; }

    /// <summary>True.</summary>
    public required string Yes { get; init; }

    /// <summary>False.</summary>
    public required string No { get; init; }

    /// <summary>The shortest gap, {0}.</summary>
    public required string HowGaps { get; init; }

    /// <summary>The required depth, {0}.</summary>
    public required string HowDepth { get; init; }

    /// <summary>The time it took, {0} ms.</summary>
    public required string HowTime { get; init; }

    /// <summary>Recomputing.</summary>
    public required string Computing { get; init; }

    /// <summary>The strip.</summary>
    public required string Strip { get; init; }

    /// <summary>What the strip is, {0} the stretch.</summary>
    public required string StripNote { get; init; }

    /// <summary>The strip is zoomed, {0} the stretch.</summary>
    public required string StripZoomed { get; init; }

    /// <summary>Shows the whole strip.</summary>
    public required string StripAll { get; init; }

    /// <summary>The strip, to a screen reader.</summary>
    public required string StripLabel { get; init; }

    /// <summary>Depth of cover, {0}.</summary>
    public required string Depth { get; init; }

    /// <summary>A gap by its number.</summary>
    public required string GapName { get; init; }

    /// <summary>A gap, {0} its length.</summary>
    public required string GapHere { get; init; }

    /// <summary>A chainage, {0}.</summary>
    public required string KmMark { get; init; }

    /// <summary>What is under the pointer.</summary>
    public required string Here { get; init; }

    /// <summary>The border under the pointer.</summary>
    public required string BorderHere { get; init; }

    /// <summary>From, of a gap.</summary>
    public required string From { get; init; }

    /// <summary>To, of a gap.</summary>
    public required string To { get; init; }

    /// <summary>Length.</summary>
    public required string Length { get; init; }

    /// <summary>The nearest facility.</summary>
    public required string NearestFacility { get; init; }

    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Flies the map there.</summary>
    public required string GoThere { get; init; }

    /// <summary>Lets posts be dragged.</summary>
    public required string MovePosts { get; init; }

    /// <summary>How to drag.</summary>
    public required string MovePostsHint { get; init; }

    /// <summary>An unsaved what-if, {0} its changes.</summary>
    public required string WhatIf { get; init; }

    /// <summary>How many were moved, {0}.</summary>
    public required string WhatIfMoved { get; init; }

    /// <summary>How many were added, {0}.</summary>
    public required string WhatIfAdded { get; init; }

    /// <summary>Takes the what-if back.</summary>
    public required string WhatIfReset { get; init; }

    /// <summary>Moves a facility without a pointer.</summary>
    public required string Nudge { get; init; }

    /// <summary>North.</summary>
    public required string NudgeNorth { get; init; }

    /// <summary>South.</summary>
    public required string NudgeSouth { get; init; }

    /// <summary>East.</summary>
    public required string NudgeEast { get; init; }

    /// <summary>West.</summary>
    public required string NudgeWest { get; init; }

    /// <summary>Zooms in.</summary>
    public required string ZoomIn { get; init; }

    /// <summary>Zooms out.</summary>
    public required string ZoomOut { get; init; }

    /// <summary>Shows the whole border.</summary>
    public required string WholeBorder { get; init; }

    /// <summary>The note on invented facilities.</summary>
    public required string FacilitiesInvented { get; init; }

    /// <summary>The scale on paper, {0} its denominator.</summary>
    public required string ScaleOne { get; init; }

    /// <summary>The date, {0}.</summary>
    public required string PrintedOn { get; init; }

    /// <summary>The connection is interrupted.</summary>
    public required string ConnectionLost { get; init; }

    /// <summary>The connection is gone.</summary>
    public required string ConnectionGone { get; init; }

    /// <summary>Not stored.</summary>
    public required string NotStored { get; init; }
}
