using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Candidates that were gathered.</summary>
/// <param name="Sites">They.</param>
public sealed record SitingCandidates(ImmutableArray<CandidateSite> Sites);

/// <summary>Which candidates are asked for: what of a question bears on them, and the plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Siting">The question of siting.</param>
public sealed record CandidatesQuestion(Plan Plan, SitingQuestion Siting)
{
    /// <inheritdoc/>
    public bool Equals(CandidatesQuestion? other) => other is not null && ReferenceEquals(Plan, other.Plan) && Siting.HasCandidatesOf(other.Siting);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Plan.GetHashCode(), Siting.Source);
}
