using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Ids for new roads that no road of a plan has: <c>new-1</c>, <c>new-2</c> and so on.</summary>
internal static class NewRoadIds
{
    internal static ImmutableArray<FeatureId> Free(Plan plan, int count)
    {
        var taken = new HashSet<string>(plan.PatrolRoads.Select(road => road.Id.Text), StringComparer.Ordinal);
        var free = ImmutableArray.CreateBuilder<FeatureId>(count);
        for (int number = 1; free.Count < count; number++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"new-{number}");
            if (!taken.Contains(text))
                free.Add(FeatureId.Of(text));
        }

        return free.MoveToImmutable();
    }
}
