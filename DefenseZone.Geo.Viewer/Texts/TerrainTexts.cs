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

    /// <summary>The texts in a language.</summary>
    public static TerrainTexts In(Language language) => language == Language.Vietnamese ? Vietnamese : English;
}
