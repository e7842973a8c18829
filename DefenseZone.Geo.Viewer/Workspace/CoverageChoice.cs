using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Panels.Coverage;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// A way to cover that a planner can choose. A new one derives from this class and adds a line to <see cref="All"/>.
/// </summary>
public abstract class CoverageChoice
{
    /// <summary>The ways there are; the first is the one that is taken where nothing is said.</summary>
    public static ImmutableArray<CoverageChoice> All { get; } = [new RadiusChoice(), new SightChoice(), new ResponseChoice()];

    /// <summary>Its word in the address: that of <see cref="CoverageModel.Name"/>.</summary>
    public abstract string Key { get; }

    /// <summary>The component that sets what is its own, with a parameter <c>Workspace</c>.</summary>
    public abstract Type Panel { get; }

    /// <summary>The way that a question asks for; the first where it is not known, or the plan has not what it takes.</summary>
    public static CoverageChoice Of(CoverageQuestion question, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(question);
        return All.FirstOrDefault(choice => string.Equals(choice.Key, question.CoveredBy, StringComparison.Ordinal) && choice.IsOffered(plan)) ?? All[0];
    }

    /// <summary>How a model covers, in words of a language.</summary>
    public static string How(CoverageModel model, Language language)
    {
        ArgumentNullException.ThrowIfNull(model);
        return All.FirstOrDefault(choice => string.Equals(choice.Key, model.Name, StringComparison.Ordinal))?.Describe(model, language) ?? model.Description;
    }

    /// <summary>What people call it.</summary>
    public abstract string Name(Language language);

    /// <summary>Whether the plan has what it takes.</summary>
    public abstract bool IsOffered(Plan plan);

    /// <summary>Who counts where a question names no kinds.</summary>
    public virtual string WhoCounts(Language language) => language.Texts().WithRadius;

    /// <summary>The model that a question asks for.</summary>
    public abstract CoverageModel Model(Plan plan, CoverageQuestion question);

    /// <summary>How its model covers, for the line on how an answer was obtained.</summary>
    protected abstract string Describe(CoverageModel model, Language language);
}

/// <summary>Whatever is within a radius is covered.</summary>
public sealed class RadiusChoice : CoverageChoice
{
    /// <inheritdoc/>
    public override string Key => "radius";

    /// <inheritdoc/>
    public override Type Panel => typeof(RadiusInput);

    /// <inheritdoc/>
    public override string Name(Language language) => language.Texts().Radius;

    /// <inheritdoc/>
    public override bool IsOffered(Plan plan) => true;

    /// <inheritdoc/>
    public override CoverageModel Model(Plan plan, CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.RadiusMetres is { } radius ? new RadiusCoverage { RadiusMetres = radius } : RadiusCoverage.OwnRadius;
    }

    /// <inheritdoc/>
    protected override string Describe(CoverageModel model, Language language) => model is RadiusCoverage { RadiusMetres: { } radius }
        ? string.Format(null, language.Texts().HowOverride, Quantities.In(language).Length(radius))
        : language.Texts().HowRadius;
}
