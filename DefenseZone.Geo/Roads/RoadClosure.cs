using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>What is taken out of a network: roads by their ids, and whatever passes through hazard areas.</summary>
public sealed record RoadClosure
{
    /// <summary>The word for hazards of every kind.</summary>
    public const string EveryKind = "all";

    /// <summary>Nothing is closed.</summary>
    public static RoadClosure None { get; } = new();

    /// <summary>The ids of roads that are closed from end to end. A text such as <c>7</c> stands for the number too where no road has the text.</summary>
    public ImmutableArray<FeatureId> Roads { get; init; } = [];

    /// <summary>
    /// The kinds of hazard areas, in the plan's words, within which roads are closed; <see cref="EveryKind"/> for all of
    /// them. Letters may be of either case.
    /// </summary>
    public ImmutableArray<string> HazardKinds { get; init; } = [];

    /// <summary>The seasons, in the plan's words, whose hazards count; none for all of them. Letters may be of either case.</summary>
    public ImmutableArray<string> HazardSeasons { get; init; } = [];

    /// <summary>True where nothing is closed.</summary>
    public bool IsNone => Roads.IsDefaultOrEmpty && HazardKinds.IsDefaultOrEmpty;

    /// <summary>The hazard areas of a plan within which roads are closed.</summary>
    public IEnumerable<HazardArea> Hazards(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return HazardKinds.IsDefaultOrEmpty ? [] : plan.HazardAreas.Where(Counts);
    }

    /// <summary>Two are the same when they close the same, in the same order.</summary>
    public bool Equals(RoadClosure? other) => other is not null
        && Roads.AsSpan().SequenceEqual(other.Roads.AsSpan())
        && HazardKinds.AsSpan().SequenceEqual(other.HazardKinds.AsSpan())
        && HazardSeasons.AsSpan().SequenceEqual(other.HazardSeasons.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Roads.Length, HazardKinds.Length, HazardSeasons.Length);

    private bool Counts(HazardArea hazard) =>
        !hazard.Geometry.IsEmpty
        && (Has(HazardKinds, EveryKind) || Has(HazardKinds, hazard.Kind))
        && (HazardSeasons.IsDefaultOrEmpty || Has(HazardSeasons, hazard.Season));

    private static bool Has(ImmutableArray<string> words, string word)
    {
        foreach (string one in words)
        {
            if (string.Equals(one, word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
