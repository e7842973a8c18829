using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A way to cover the border. Whatever the reason, its answer is stretches of chainage, so that every analysis
/// works for every model.
/// </summary>
public abstract record CoverageModel
{
    /// <summary>The model's word in options and reports, such as <c>radius</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The stretches that one facility covers: in order, each with a length, no two touching.
    /// </summary>
    /// <param name="plan">The plan, for its defaults and whatever else the model looks at.</param>
    /// <param name="border">The border of that plan.</param>
    /// <param name="facility">The facility.</param>
    public abstract ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility);

    /// <summary>The stretches that each facility covers, those of one facility together and in order.</summary>
    /// <param name="plan">The plan, for its defaults and whatever else the model looks at.</param>
    /// <param name="border">The border of that plan.</param>
    /// <param name="facilities">The facilities; a stretch names one by its index here.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public abstract CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default);
}
