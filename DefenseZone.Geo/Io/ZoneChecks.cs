using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Checks what refers to zones: their parents, and the zones that facilities and sites say they belong to.</summary>
internal sealed class ZoneChecks(LayerContent zones, LayerContent[] contents)
{
    private readonly Dictionary<FeatureId, ZoneLevel> _levels = [];
    private readonly HashSet<FeatureId> _inError = [.. zones.IdsInError];

    public void Check()
    {
        ZoneLevel widest = ZoneLevel.Commune;
        foreach (PlanFeature feature in zones.Features)
        {
            ZoneLevel level = ((DefensiveZone)feature).Level;
            _levels[feature.Id] = level;
            if (level < widest)
                widest = level;
        }

        for (int i = 0; i < zones.Features.Count; i++)
            CheckParent(i, (DefensiveZone)zones.Features[i], widest);
        foreach (LayerContent content in contents)
        {
            for (int i = 0; i < content.Features.Count; i++)
                CheckZone(content, i);
        }
    }

    private void CheckParent(int at, DefensiveZone zone, ZoneLevel widest)
    {
        const string Path = ".properties.parent";
        if (zone.Parent.IsNone)
        {
            if (zone.Level != widest)
                zones.Report(ProblemSeverity.Warning, at, ".properties", $"the zone, a {Vocabulary.ZoneLevels[zone.Level]}, has no parent", "add \"parent\": the id of the zone one level up");
            return;
        }

        if (zone.Parent == zone.Id)
        {
            zones.Report(ProblemSeverity.Error, at, Path, "the zone is its own parent", "give the id of the zone one level up");
        }
        else if (_levels.TryGetValue(zone.Parent, out ZoneLevel level))
        {
            if (level >= zone.Level)
            {
                zones.Report(
                    ProblemSeverity.Error, at, Path,
                    $"the parent {Shown(zone.Parent)} is a {Vocabulary.ZoneLevels[level]}, which is no wider than a {Vocabulary.ZoneLevels[zone.Level]}",
                    "a parent stands at a wider level");
            }
        }
        else if (!_inError.Contains(zone.Parent))
        {
            zones.Report(ProblemSeverity.Error, at, Path, $"there is no zone {Shown(zone.Parent)}", Remedy(zone.Parent));
        }
    }

    private void CheckZone(LayerContent content, int at)
    {
        FeatureId zone = content.Features[at] switch
        {
            Facility facility => facility.Zone,
            CandidateSite site => site.Zone,
            _ => FeatureId.None,
        };
        if (!zone.IsNone && !_levels.ContainsKey(zone) && !_inError.Contains(zone))
            content.Report(ProblemSeverity.Warning, at, ".properties.zone", $"there is no zone {Shown(zone)}", Remedy(zone));
    }

    private string Remedy(FeatureId id)
    {
        // "7" and 7 are different ids, which is easily overlooked.
        foreach (FeatureId known in _levels.Keys)
        {
            if (known.Text == id.Text)
                return $"a zone's id is {Shown(known)}: write it so";
        }

        string nearest = id.Text.Length <= 64 && _levels.Count <= 20_000 ? Spelling.Nearest(id.Text, Texts()) : string.Empty;
        return nearest.Length > 0 ? $"did you mean \"{nearest}\"?" : "give the id of a zone of defensive-zones, as it stands there";
    }

    private IEnumerable<string> Texts()
    {
        foreach (FeatureId id in _levels.Keys)
            yield return id.Text;
    }

    private static string Shown(FeatureId id) => id.Quoted;
}
