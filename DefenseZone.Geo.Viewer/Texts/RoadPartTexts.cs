using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What the parts of the tab of roads say, in one language. A text with {0} takes a value there.</summary>
public sealed partial record RoadPartTexts
{
    /// <summary>The texts in a language.</summary>
    public static RoadPartTexts In(Language language) => language == Language.Vietnamese ? Vietnamese : English;

    /// <summary>A part of the network: the longest, or one of the others by its number.</summary>
    public string Part(int part, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        return part == 0 ? MainPart : string.Format(null, PartNumber, quantities.Count(part));
    }

    /// <summary>How links were chosen.</summary>
    public string Method(ConnectionMethod method) => method switch
    {
        ConnectionMethod.Subsets => MethodSubsets,
        ConnectionMethod.NearestTerminals => MethodNearest,
        _ => MethodTree,
    };
}
