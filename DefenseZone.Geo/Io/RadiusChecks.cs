using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Finds militia posts without a coverage radius, where the plan has no default for them either: they take part in every
/// question and cover nothing. Other kinds without a radius do not take part, and need none.
/// </summary>
internal static class RadiusChecks
{
    public static void Check(LayerContent posts, PlanDefaults defaults)
    {
        if (defaults.CoverageRadiusMetres(FacilityKind.MilitiaPost) is not null)
            return;
        int first = -1, count = 0;
        for (int i = posts.Features.Count - 1; i >= 0; i--)
        {
            if (((Facility)posts.Features[i]).CoverageRadiusMetres is not null)
                continue;
            first = i;
            count++;
        }

        if (count == 0)
            return;
        string others = count == 1 ? string.Empty : $", as {count} posts have none in all";
        posts.Report(
            ProblemSeverity.Warning, first, ".properties", $"the post has no coverage radius and covers nothing{others}",
            $"add \"{PropertyNames.CoverageRadiusMetres}\", or a default for {posts.Layer} to plan.json");
    }
}
