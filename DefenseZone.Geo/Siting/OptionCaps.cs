using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Siting;

/// <summary>Of these options at most so many may be taken.</summary>
/// <param name="Options">Their numbers, rising.</param>
/// <param name="AtMost">How many.</param>
internal sealed record OptionCap(int[] Options, int AtMost);

/// <summary>Which options exclude one another: by group, by zone, by facility and by site.</summary>
internal static class OptionCaps
{
    internal static List<OptionCap> Of(SitingField field)
    {
        var caps = new List<OptionCap>();
        SitingProblem problem = field.Problem;
        foreach (ExclusiveGroup group in problem.ExclusiveGroups)
        {
            var members = group.Candidates.ToHashSet();
            Add(caps, field, option => option.IsBuilt && members.Contains(option.Site!.Id), group.AtMost - field.Required.Count(site => members.Contains(site.Id)));
        }

        ZoneLimit[] limits = [.. problem.ZoneLimits.Where(limit => limit.MaximumSites is not null)];
        if (limits.Length > 0)
        {
            var standing = new StandingZones(problem.Plan);
            foreach (ZoneLimit limit in limits)
            {
                Add(
                    caps,
                    field,
                    option => option.IsBuilt && standing.Holds(limit.Zone, option.Site!),
                    limit.MaximumSites!.Value - field.Required.Count(site => standing.Holds(limit.Zone, site)));
            }
        }

        foreach (FacilityChange change in problem.Changes)
            Add(caps, field, option => option.Change == change, 1);
        foreach (CandidateSite site in field.Options.Where(option => !option.IsBuilt && option.Site is not null).Select(option => option.Site!).Distinct())
            Add(caps, field, option => ReferenceEquals(option.Site, site), 1);
        return caps;
    }

    private static void Add(List<OptionCap> caps, SitingField field, Predicate<SitingOption> isMember, int atMost)
    {
        int[] members = [.. Enumerable.Range(0, field.Options.Length).Where(i => isMember(field.Options[i]))];
        if (members.Length > atMost || atMost < 0)
            caps.Add(new OptionCap(members, atMost));
    }

    /// <summary>In which zones sites stand.</summary>
    private sealed class StandingZones
    {
        private readonly ImmutableArray<DefensiveZone> _zones;
        private readonly Dictionary<FeatureId, int> _numbers;
        private readonly PlanZones _planZones;

        internal StandingZones(Plan plan)
        {
            _zones = plan.DefensiveZones;
            _numbers = [];
            for (int i = 0; i < _zones.Length; i++)
                _numbers.TryAdd(_zones[i].Id, i);
            _planZones = PlanZones.Of(plan);
        }

        // By what the site says, up through the zones above; else by where it stands.
        internal bool Holds(FeatureId zone, CandidateSite site)
        {
            if (!site.Zone.IsNone && _numbers.ContainsKey(site.Zone))
            {
                FeatureId at = site.Zone;
                for (int steps = 0; steps <= _zones.Length && !at.IsNone; steps++)
                {
                    if (at == zone)
                        return true;
                    at = _numbers.TryGetValue(at, out int number) ? _zones[number].Parent : FeatureId.None;
                }

                return false;
            }

            Coordinate place = SitingField.AsFacility(site).Location;
            foreach (PlanZones.Level level in _planZones.Levels)
            {
                int number = level.Index.ZoneOf(place.X, place.Y);
                if (number >= 0 && _zones[number].Id == zone)
                    return true;
            }

            return false;
        }
    }
}
