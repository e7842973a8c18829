using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>What holds in a plan where a feature, or a question, does not say.</summary>
public sealed record PlanDefaults
{
    // Most plans have none, and need not make a dictionary to say so.
    private readonly ImmutableSortedDictionary<FacilityKind, double>? _coverageRadiiMetres;

    /// <summary>No defaults of the plan's own.</summary>
    public static PlanDefaults None { get; } = new();

    /// <summary>The coverage radius in metres of facilities that have none of their own, by kind.</summary>
    public ImmutableSortedDictionary<FacilityKind, double> CoverageRadiiMetres
    {
        get => _coverageRadiiMetres ?? ImmutableSortedDictionary<FacilityKind, double>.Empty;
        init => _coverageRadiiMetres = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>The shortest uncovered stretch, in metres, that is called a gap; 1 where the plan does not say.</summary>
    public double MinimumGapMetres { get; init; } = 1;

    /// <summary>The members of <c>defaults</c> that the format gives no meaning, kept as they were.</summary>
    public FeatureProperties OtherMembers { get; init; } = FeatureProperties.Empty;

    /// <summary>The coverage radius in metres of a kind, where there is one.</summary>
    public double? CoverageRadiusMetres(FacilityKind kind) =>
        _coverageRadiiMetres is { } radii && radii.TryGetValue(kind, out double radius) ? radius : null;
}
