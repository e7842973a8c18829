using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Facilities and roads of a plan by what people write for them.</summary>
internal static class PlanNames
{
    /// <summary>How the address has a feature: <c>militia-posts/P001</c>.</summary>
    public static string Of(PlanFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return $"{feature.LayerName}/{feature.Id.Text}";
    }

    /// <summary>The facility or road that a text means: its id, with its layer before it or without; none where it means nothing.</summary>
    public static PlanFeature? Find(Plan plan, string text)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(text);
        return Candidates(plan).FirstOrDefault(feature => string.Equals(Of(feature), text, StringComparison.Ordinal))
            ?? Candidates(plan).FirstOrDefault(feature => string.Equals(feature.Id.Text, text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The features whose id begins as a text does, then those whose name has it anywhere, accents aside; the first few of them.</summary>
    public static IEnumerable<PlanFeature> Like(IEnumerable<PlanFeature> features, string text, int most)
    {
        text = text.Trim();
        if (text.Length == 0)
            return [];
        CompareInfo letters = CultureInfo.InvariantCulture.CompareInfo;
        return features
            .Select(feature => (Feature: feature, Rank: Rank(feature)))
            .Where(found => found.Rank < 3)
            .OrderBy(found => found.Rank)
            .Select(found => found.Feature)
            .Take(most);

        int Rank(PlanFeature feature) =>
            string.Equals(feature.Id.Text, text, StringComparison.OrdinalIgnoreCase) ? 0
            : feature.Id.Text.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 1
            : letters.IndexOf(feature.Name, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0 ? 2
            : 3;
    }

    private static IEnumerable<PlanFeature> Candidates(Plan plan) => plan.Facilities.AsEnumerable<PlanFeature>().Concat(plan.PatrolRoads);
}
