using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Panels.Coverage;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is seen over the terrain is covered. Only plans with terrain offer it.</summary>
public sealed class SightChoice : CoverageChoice
{
    /// <inheritdoc/>
    public override string Key => "sight";

    /// <inheritdoc/>
    public override Type Panel => typeof(SightInput);

    /// <inheritdoc/>
    public override string Name(Language language) => TerrainTexts.In(language).Sight;

    /// <inheritdoc/>
    public override bool IsOffered(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return !plan.Terrain.IsEmpty;
    }

    /// <inheritdoc/>
    public override CoverageModel Model(Plan plan, CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Sight;
    }

    /// <inheritdoc/>
    protected override string Describe(CoverageModel model, Language language)
    {
        if (model is not SightCoverage sight)
            return string.Empty;
        TerrainTexts words = TerrainTexts.In(language);
        var quantities = Quantities.In(language);
        string range = sight.RangeMetres is { } metres ? string.Format(null, words.HowRange, quantities.Length(metres)) : words.HowOwnRange;
        string eye = sight.ObserverHeightMetres is { } height ? string.Format(null, words.HowEye, quantities.Height(height)) : words.HowOwnEye;
        return string.Join(" · ", words.HowSight, range, eye, string.Format(null, words.HowTarget, quantities.Height(sight.TargetHeightMetres)));
    }
}
