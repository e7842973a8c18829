using System.Collections.Immutable;

namespace DefenseZone.Geo.Io;

/// <summary>What to read of a plan folder, and how closely to look.</summary>
public sealed record PlanReadOptions
{
    /// <summary>All layers, fully checked.</summary>
    public static PlanReadOptions Default { get; } = new();

    /// <summary>The names of the layers to read; empty for all. <c>plan.json</c> is always read.</summary>
    public ImmutableArray<string> Layers { get; init; } = [];

    /// <summary>
    /// Where only some layers are read: how many bytes of the others to check all the same, without making them part of
    /// the plan, the smaller files first; of zones and hazards eight times as many. Files beyond are not looked at, and a
    /// warning says which.
    /// </summary>
    public long CheckOthersUpToBytes { get; init; }

    /// <summary>
    /// Whether to make the checks that take a while: polygons that cross themselves, a border that does not chain,
    /// references between layers, places far from all others, the heads of terrain files, and the ground under posts
    /// (<see cref="Ground"/>). Everything else is checked in any case.
    /// </summary>
    public bool Validate { get; init; } = true;

    /// <summary>
    /// Whether the plan carries its terrain. Its files are not opened before it is asked for an elevation, or for what
    /// is wrong with them (<see cref="Validate"/>); samples are read only under posts (<see cref="Ground"/>).
    /// </summary>
    public bool Terrain { get; init; } = true;

    /// <summary>
    /// Whether the checks look at the ground under posts and along the border, which reads the parts of terrain files
    /// that posts stand on. Without <see cref="Validate"/> and <see cref="Terrain"/> it says nothing.
    /// </summary>
    public bool Ground { get; init; } = true;

    /// <summary>What a file may hold.</summary>
    public GeoJsonLimits Limits { get; init; } = GeoJsonLimits.Default;
}

/// <summary>What a GeoJSON text may hold. What is beyond is an error and is not read.</summary>
public sealed record GeoJsonLimits
{
    /// <summary>8 GiB, 64 levels, two thousand million positions.</summary>
    public static GeoJsonLimits Default { get; } = new();

    /// <summary>The most bytes of one text.</summary>
    public long MaximumBytes { get; init; } = 8L << 30;

    /// <summary>The deepest nesting of objects and arrays, 1 to 1000.</summary>
    public int MaximumDepth { get; init; } = 64;

    /// <summary>The most positions in one text, all features together.</summary>
    public long MaximumPositions { get; init; } = 2_000_000_000;

    /// <summary>The most members of one feature's properties.</summary>
    public int MaximumProperties { get; init; } = 1000;
}

/// <summary>How a plan folder is written.</summary>
public sealed record PlanWriteOptions
{
    /// <summary>Nothing is dropped.</summary>
    public static PlanWriteOptions Default { get; } = new();

    /// <summary>
    /// The layers whose files are deleted, where the plan does not have them. A layer that the plan does not have
    /// and that is not named here stays in the folder as it is: a plan may have been read in part.
    /// </summary>
    public ImmutableArray<string> DroppedLayers { get; init; } = [];
}
