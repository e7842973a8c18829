using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Panels.Coverage;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Where somebody comes in time, by road and on foot, is covered. Only plans with roads offer it.</summary>
public sealed class ResponseChoice : CoverageChoice
{
    private const int MostNamed = 6;

    /// <inheritdoc/>
    public override string Key => "response";

    /// <inheritdoc/>
    public override Type Panel => typeof(ResponseInput);

    /// <inheritdoc/>
    public override string Name(Language language) => RoadsTexts.In(language).Response;

    /// <inheritdoc/>
    public override bool IsOffered(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return !plan.PatrolRoads.IsEmpty;
    }

    /// <inheritdoc/>
    public override string WhoCounts(Language language) => string.Join(", ", ResponseProblem.DefaultKinds.Select(kind => kind.Name(language)));

    /// <inheritdoc/>
    public override CoverageModel Model(Plan plan, CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Response;
    }

    /// <inheritdoc/>
    protected override string Describe(CoverageModel model, Language language)
    {
        if (model is not ResponseCoverage response)
            return string.Empty;
        var words = RoadsTexts.In(language);
        var quantities = Quantities.In(language);
        string how = string.Format(
            null,
            words.HowResponse,
            words.Time(response.Minutes * 60, quantities),
            response.Roads.Season == RoadSeason.Wet ? words.Wet : words.Dry,
            quantities.Fixed(response.Roads.WalkingMetresPerSecond * 3.6, 1));
        return response.Closure.IsNone ? how : how + " · " + Closed(response.Closure, language);
    }

    /// <summary>What is closed, in words.</summary>
    internal static string Closed(RoadClosure closure, Language language)
    {
        var words = RoadsTexts.In(language);
        string[] what =
        [
            .. closure.Roads.Take(MostNamed).Select(id => id.Text),
            .. closure.Roads.Length > MostNamed ? ["+" + Quantities.In(language).Count(closure.Roads.Length - MostNamed)] : Array.Empty<string>(),
            .. closure.HazardKinds.Select(kind => string.Format(null, words.WithinHazard, RoadsTexts.Hazard(kind, language))),
        ];
        return string.Format(null, words.HowClosed, string.Join(", ", what));
    }
}
