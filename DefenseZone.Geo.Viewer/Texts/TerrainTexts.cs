using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What sight and terrain say, in one language. A text with {0} takes a value there.</summary>
public sealed partial record TerrainTexts
{
    /// <summary>What is seen.</summary>
    public required string Sight { get; init; }

    /// <summary>How far is looked.</summary>
    public required string Range { get; init; }

    /// <summary>The height of the eye.</summary>
    public required string EyeHeight { get; init; }

    /// <summary>The height of what is looked for.</summary>
    public required string TargetHeight { get; init; }

    /// <summary>No height for all: each facility's own.</summary>
    public required string OwnEye { get; init; }

    /// <summary>The method of sight.</summary>
    public required string HowSight { get; init; }

    /// <summary>The method, own ranges.</summary>
    public required string HowOwnRange { get; init; }

    /// <summary>The method, one range {0}.</summary>
    public required string HowRange { get; init; }

    /// <summary>The method, own heights.</summary>
    public required string HowOwnEye { get; init; }

    /// <summary>The method, one height {0}.</summary>
    public required string HowEye { get; init; }

    /// <summary>The method, the target's height {0}.</summary>
    public required string HowTarget { get; init; }

    /// <summary>The tab.</summary>
    public required string Tab { get; init; }

    /// <summary>The plan has no terrain.</summary>
    public required string NoTerrain { get; init; }

    /// <summary>Where terrain has to be, for the plan {0}.</summary>
    public required string NoTerrainHelp { get; init; }

    /// <summary>What to do then.</summary>
    public required string NoTerrainThen { get; init; }

    /// <summary>The share of border seen {0}, in short.</summary>
    public required string InShort { get; init; }

    /// <summary>Looks from all posts.</summary>
    public required string LookFromAll { get; init; }

    /// <summary>Looks again from the selected post.</summary>
    public required string LookAgain { get; init; }

    /// <summary>It is being looked.</summary>
    public required string Looking { get; init; }

    /// <summary>What one post sees.</summary>
    public required string OnePost { get; init; }

    /// <summary>Shows again what all posts see.</summary>
    public required string ShowAll { get; init; }

    /// <summary>How to select a post.</summary>
    public required string SelectPost { get; init; }

    /// <summary>The post {0} has no radius.</summary>
    public required string NoRange { get; init; }

    /// <summary>The post {0} is outside the terrain.</summary>
    public required string OutsideTerrain { get; init; }

    /// <summary>The post {0} stands on a void.</summary>
    public required string OnVoid { get; init; }

    /// <summary>The post {0} stands at {1}, eye {2}, range {3}.</summary>
    public required string PostStands { get; init; }

    /// <summary>The line of sight between two points.</summary>
    public required string Line { get; init; }

    /// <summary>Picks both ends.</summary>
    public required string PickLine { get; init; }

    /// <summary>Begins at the post {0}.</summary>
    public required string FromPost { get; init; }

    /// <summary>Swaps the ends.</summary>
    public required string Swap { get; init; }

    /// <summary>Takes the line away.</summary>
    public required string ForgetLine { get; init; }

    /// <summary>Where the eye is.</summary>
    public required string EyeAt { get; init; }

    /// <summary>What is looked at.</summary>
    public required string TargetAt { get; init; }

    /// <summary>How a place is written.</summary>
    public required string PlaceForm { get; init; }

    /// <summary>What was written is no place.</summary>
    public required string NoPlace { get; init; }

    /// <summary>The next click is the eye.</summary>
    public required string PickFrom { get; init; }

    /// <summary>The next click is the target.</summary>
    public required string PickTo { get; init; }

    /// <summary>The line is too long, {0}.</summary>
    public required string LineTooLong { get; init; }

    /// <summary>The border that somebody sees.</summary>
    public required string BorderSeen { get; init; }

    /// <summary>The border within range that nobody sees, of {0}.</summary>
    public required string BorderHidden { get; init; }

    /// <summary>Ground that the post {0} sees, {1} of that within range.</summary>
    public required string GroundSeen { get; init; }

    /// <summary>Border that the post {0} sees, {1} hidden.</summary>
    public required string PostBorder { get; init; }

    /// <summary>The table of posts.</summary>
    public required string PostsTab { get; init; }

    /// <summary>What the table of posts says.</summary>
    public required string PostsNote { get; init; }

    /// <summary>The posts {0} are outside the terrain.</summary>
    public required string PostsOutside { get; init; }

    /// <summary>The posts {0} stand on a void.</summary>
    public required string PostsOnVoid { get; init; }

    /// <summary>Border seen.</summary>
    public required string Sees { get; init; }

    /// <summary>Border hidden.</summary>
    public required string Hidden { get; init; }

    /// <summary>The share seen.</summary>
    public required string Share { get; init; }

    /// <summary>More posts than are kept, {0}.</summary>
    public required string TooMany { get; init; }

    /// <summary>Nobody has looked yet.</summary>
    public required string NotLooked { get; init; }

    /// <summary>What looking tells.</summary>
    public required string NotLookedMore { get; init; }

    /// <summary>The terrain's resolution {0}.</summary>
    public required string HowTerrain { get; init; }

    /// <summary>The relief is not measured.</summary>
    public required string Invented { get; init; }

    /// <summary>A sees B.</summary>
    public required string Visible { get; init; }

    /// <summary>A does not see B.</summary>
    public required string NotVisible { get; init; }

    /// <summary>A has no ground.</summary>
    public required string NoGroundA { get; init; }

    /// <summary>B has no ground.</summary>
    public required string NoGroundB { get; init; }

    /// <summary>The height {0} from which the target is seen.</summary>
    public required string SeenFromHeight { get; init; }

    /// <summary>The distance.</summary>
    public required string Distance { get; init; }

    /// <summary>Of ground above the line of sight, {0} from the eye.</summary>
    public required string AboveLine { get; init; }

    /// <summary>No ground is above the line of sight.</summary>
    public required string NothingAbove { get; init; }

    /// <summary>The ground and eye at A.</summary>
    public required string GroundA { get; init; }

    /// <summary>The ground and target at B.</summary>
    public required string GroundB { get; init; }

    /// <summary>The obstruction.</summary>
    public required string Obstruction { get; init; }

    /// <summary>From which height on the target is seen.</summary>
    public required string TargetSeen { get; init; }

    /// <summary>Points without a height.</summary>
    public required string Voids { get; init; }

    /// <summary>No line is chosen.</summary>
    public required string NoLine { get; init; }

    /// <summary>How to choose a line.</summary>
    public required string NoLineMore { get; init; }

    /// <summary>The ground seen from the post {0}.</summary>
    public required string SeenFrom { get; init; }

    /// <summary>The border seen from it.</summary>
    public required string SeenBorder { get; init; }

    /// <summary>Ground seen by one post.</summary>
    public required string SeenByOne { get; init; }

    /// <summary>Ground seen by two.</summary>
    public required string SeenByTwo { get; init; }

    /// <summary>Ground seen by three or more.</summary>
    public required string SeenByMore { get; init; }

    /// <summary>The relief.</summary>
    public required string Shading { get; init; }

    /// <summary>The height {0} of the ground under the pointer.</summary>
    public required string Ground { get; init; }

    /// <summary>There is no height under the pointer.</summary>
    public required string NoHeight { get; init; }

    /// <summary>Who sees the place, {0}.</summary>
    public required string SeenBy { get; init; }

    /// <summary>Nobody sees the place.</summary>
    public required string SeenByNone { get; init; }

    /// <summary>Border seen {0} and hidden {1}, beside the pointer.</summary>
    public required string SeesTip { get; init; }

    /// <summary>The texts in a language.</summary>
    public static TerrainTexts In(Language language) => language == Language.Vietnamese ? Vietnamese : English;
}
