using System.Collections.Immutable;

namespace DefenseZone.Geo.Siting;

/// <summary>What a search left aside: much to list where there are many candidates, and not everybody asks for it.</summary>
/// <param name="Dropped">Candidates that were left out.</param>
/// <param name="Unreachable">Border that nobody reaches.</param>
/// <param name="Planned">What is planned beside each chosen site.</param>
internal sealed record SitingLeavings(
    Lazy<ImmutableArray<DroppedCandidate>> Dropped,
    Lazy<ImmutableArray<UnreachableStretch>> Unreachable,
    Lazy<ImmutableArray<ImmutableArray<PlannedNeighbour>>> Planned)
{
    /// <summary>Nothing.</summary>
    internal static SitingLeavings None { get; } = new(new Lazy<ImmutableArray<DroppedCandidate>>([]), new Lazy<ImmutableArray<UnreachableStretch>>([]), new Lazy<ImmutableArray<ImmutableArray<PlannedNeighbour>>>([]));
}
