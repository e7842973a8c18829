namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The colours of maps, strips and reports, as CSS has them. Colour says depth of cover, and only depth: the four
/// are told apart in the common colour blindnesses, and gaps also by their width. Everything else is quiet.
/// </summary>
public static class MapColours
{
    /// <summary>Not covered, or not as often as is required.</summary>
    public const string Gap = "#C8102E";

    /// <summary>Covered by one facility.</summary>
    public const string CoveredOnce = "#F2A541";

    /// <summary>Covered by two facilities.</summary>
    public const string CoveredTwice = "#67B0A8";

    /// <summary>Covered by three facilities or more.</summary>
    public const string CoveredThreeTimesOrMore = "#1F6F78";

    /// <summary>Under the border, so that it stands off whatever it crosses.</summary>
    public const string Casing = "#FFFFFF";

    /// <summary>The country at home.</summary>
    public const string Land = "#FAF7F0";

    /// <summary>The land beyond the border.</summary>
    public const string LandBeyond = "#EFEBE2";

    /// <summary>Seas and lakes.</summary>
    public const string Water = "#CFE0EA";

    /// <summary>The edges of zones, dashed.</summary>
    public const string ZoneEdge = "#B9AE9C";

    /// <summary>Roads of every class.</summary>
    public const string Road = "#A89B84";

    /// <summary>Text and symbols.</summary>
    public const string Ink = "#222233";

    /// <summary>Text of less weight; 4.5:1 against the paler grounds.</summary>
    public const string QuietInk = "#625C50";

    /// <summary>What is given up.</summary>
    public const string Retired = "#8A867C";

    /// <summary>The ring and the line around what is selected.</summary>
    public const string Selection = "#1B4FD8";

    /// <summary>The colour of a class of depth.</summary>
    public static string Of(DepthClass depth) => depth switch
    {
        DepthClass.Gap => Gap,
        DepthClass.Once => CoveredOnce,
        DepthClass.Twice => CoveredTwice,
        _ => CoveredThreeTimesOrMore,
    };
}

/// <summary>Depth of cover as it is drawn.</summary>
public enum DepthClass
{
    /// <summary>Less than is required.</summary>
    Gap,

    /// <summary>One facility.</summary>
    Once,

    /// <summary>Two facilities.</summary>
    Twice,

    /// <summary>Three or more.</summary>
    ThreeOrMore,
}

/// <summary>How depths fall into classes.</summary>
public static class DepthClasses
{
    /// <summary>The class of a depth: a gap below what is required, else by the number of facilities.</summary>
    /// <param name="depth">How many facilities cover; 0 or more.</param>
    /// <param name="requiredDepth">How many must; 1 or more.</param>
    public static DepthClass Of(int depth, int requiredDepth = 1) =>
        depth < requiredDepth ? DepthClass.Gap : (DepthClass)Math.Min(depth, (int)DepthClass.ThreeOrMore);
}
