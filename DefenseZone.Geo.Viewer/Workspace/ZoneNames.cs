using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// Names of zones where there is little room: without the words with which every zone of the level begins, since
/// these would fill the room and tell nothing apart.
/// </summary>
public static class ZoneNames
{
    private static readonly ConditionalWeakTable<DefensiveZone[], Dictionary<ZoneLevel, int>> Prefixes = [];

    /// <summary>The name without what its level has in common; its id where it has no name.</summary>
    public static string Short(Plan plan, DefensiveZone zone)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(zone);
        if (zone.Name.Length == 0)
            return zone.Id.Text;
        DefensiveZone[] zones = ImmutableCollectionsMarshal.AsArray(plan.DefensiveZones) ?? [];
        return zone.Name[Prefixes.GetValue(zones, CommonPrefixes).GetValueOrDefault(zone.Level)..];
    }

    private static Dictionary<ZoneLevel, int> CommonPrefixes(DefensiveZone[] zones) =>
        zones.Where(zone => zone.Name.Length > 0).GroupBy(zone => zone.Level).ToDictionary(level => level.Key, level => CommonPrefix([.. level.Select(zone => zone.Name)]));

    // Whole words only, and never the whole of a name.
    private static int CommonPrefix(List<string> names)
    {
        if (names.Count < 2)
            return 0;
        string first = names[0];
        int common = first.Length;
        foreach (string name in names)
        {
            int same = 0;
            while (same < common && same < name.Length && name[same] == first[same])
                same++;
            common = same;
        }

        int wordEnd = common == 0 ? -1 : first.LastIndexOf(' ', common - 1);
        return names.TrueForAll(name => name.Length > wordEnd + 1) ? wordEnd + 1 : 0;
    }
}
