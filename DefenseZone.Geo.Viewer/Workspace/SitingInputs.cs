using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The question of siting in the address.</summary>
internal static class SitingInputs
{
    public static IEnumerable<(string Name, string Value)> Write(SitingQuestion question)
    {
        var plain = new SitingQuestion { Source = question.Source };
        yield return ("from", question.Source == SitingSource.Plan ? string.Empty : TabInputs.Word(question.Source));
        if (question.Source != SitingSource.Plan)
        {
            yield return ("spacing", Number(question.SpacingMetres));
            yield return ("radius", question.RadiusMetres is { } radius ? Number(radius) : string.Empty);
            yield return ("hazards", question.AvoidHazards ? string.Empty : "1");
        }

        yield return ("within", question.Source == SitingSource.Highs && !question.HighsWithinMetres.Equals(plain.HighsWithinMetres) ? Number(question.HighsWithinMetres) : string.Empty);

        yield return ("limit", question.Limit == SitingLimit.Sites ? string.Empty : TabInputs.Word(question.Limit));
        yield return ("sites", question.Sites == plain.Sites ? string.Empty : question.Sites.ToString(CultureInfo.InvariantCulture));
        yield return ("budget", question.Budget is { } budget ? Number(budget) : string.Empty);
        yield return ("aim", question.Aim == SitingAim.MostBorder ? string.Empty : TabInputs.Word(question.Aim));
        yield return ("cheapest", question.Cheapest ? "1" : string.Empty);
        yield return ("empty", question.IgnoreExisting ? "1" : string.Empty);
        yield return ("require", string.Join(',', question.Required));
        yield return ("forbid", string.Join(',', question.Forbidden));
        foreach ((string Name, string Value) condition in question.Conditions.Write())
            yield return condition;
    }

    public static SitingQuestion Read(TabInputs inputs, SitingQuestion plain) => plain with
    {
        Source = inputs.Word<SitingSource>("from") ?? plain.Source,
        SpacingMetres = inputs.Number("spacing", SitingQuestion.LeastSpacingMetres, SitingQuestion.LargestSpacingMetres) ?? plain.SpacingMetres,
        RadiusMetres = inputs.Number("radius", CoverageQuestion.LeastRadiusMetres, CoverageQuestion.LargestRadiusMetres),
        AvoidHazards = !inputs.Flag("hazards"),
        HighsWithinMetres = inputs.Number("within", SitingQuestion.LeastHighsMetres, SitingQuestion.LargestHighsMetres) ?? plain.HighsWithinMetres,
        Conditions = SitingConditions.Read(inputs),
        Limit = inputs.Word<SitingLimit>("limit") ?? plain.Limit,
        Sites = inputs.Whole("sites", 1, SitingQuestion.MostSites) ?? plain.Sites,
        Budget = inputs.Number("budget", 0, 1e15),
        Aim = inputs.Word<SitingAim>("aim") ?? plain.Aim,
        Cheapest = inputs.Flag("cheapest"),
        IgnoreExisting = inputs.Flag("empty"),
        Required = inputs.List("require").ToImmutableSortedSet(StringComparer.Ordinal),
        Forbidden = inputs.List("forbid").ToImmutableSortedSet(StringComparer.Ordinal),
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
