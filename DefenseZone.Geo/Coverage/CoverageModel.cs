using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A parameter of a coverage model, as reports say it.</summary>
/// <param name="Name">Its name with its unit, such as <c>radiusMetres</c>.</param>
/// <param name="Value">Its value; none where the model leaves it to each facility.</param>
public readonly record struct ModelParameter(string Name, double? Value);

/// <summary>
/// A way to cover the border. Whatever the reason, its answer is stretches of chainage, so that every analysis
/// works for every model.
/// </summary>
public abstract record CoverageModel
{
    /// <summary>The model's word in options and reports, such as <c>radius</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How it covers and by which parameters, in words that continue a sentence, such as <c>each facility's own radius</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Every parameter that bears on the answer, in a fixed order.</summary>
    public abstract ImmutableArray<ModelParameter> Parameters { get; }

    /// <summary>The layers of a plan that it looks at besides the border and the facilities; the others need not be read.</summary>
    public virtual ImmutableArray<string> Layers => [];

    /// <summary>The kinds of facilities that take part where a question names none; none for posts and all that have a radius.</summary>
    public virtual ImmutableArray<FacilityKind> DefaultKinds => [];

    /// <summary>Who takes part in a question: those that it names, or those that the model expects where it names no kinds.</summary>
    public FacilityFilter Participants(FacilityFilter asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Kinds.IsEmpty && !DefaultKinds.IsEmpty ? asked with { Kinds = DefaultKinds } : asked;
    }

    /// <summary>Whether it looks at the plan's terrain; for others it need not be read.</summary>
    public virtual bool UsesTerrain => false;

    /// <summary>Whether it has no answer for a plan without terrain.</summary>
    public virtual bool NeedsTerrain => false;

    /// <summary>What to know about its answer for a plan, such as facilities about which it can say nothing; nothing where there is nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facilities">The facilities that take part.</param>
    public virtual ImmutableArray<string> NotesOn(Plan plan, ImmutableArray<Facility> facilities) => [];

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
