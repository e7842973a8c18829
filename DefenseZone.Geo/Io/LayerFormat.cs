using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>What the plan format says of one layer: which geometries it may have, and what its properties mean.</summary>
internal sealed class LayerFormat
{
    /// <summary>A radius beyond this cannot be counted with, and is more than any observer sees.</summary>
    public const double WidestRadiusMetres = 500_000;

    // Below this it is probably in kilometres.
    private const double NarrowestRadiusMetres = 50;

    private readonly string _layer;
    private readonly FacilityKind? _kind;
    private readonly ProblemLog _problems;
    private readonly PropertyIntake _intake;
    private readonly LayerGeometry _geometry;
    private readonly HashSet<string> _seenNames = new(StringComparer.Ordinal);
    private readonly string[] _names;

    private LayerFormat(string layer, ProblemLog problems)
    {
        _layer = layer;
        _problems = problems;
        _kind = Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind) ? kind : null;
        _intake = new PropertyIntake(problems);
        _geometry = LayerGeometry.Of(layer);
        _names = NamesOf(layer, _kind is not null);
    }

    public static LayerFormat Of(string layer, ProblemLog problems) => new(layer, problems);

    /// <summary>The feature that a draft makes in this layer; null where it is in error, which is then reported.</summary>
    public PlanFeature? Shape(FeatureDraft draft, JsonPath path)
    {
        bool isRight = draft.IsRight & _geometry.Check(draft, path, _problems);
        _intake.Begin(draft, path);
        PlanFeature? feature = _layer switch
        {
            _ when _kind is { } kind => Facility(draft.Id, kind),
            Vocabulary.BorderSegments => new BorderSegment
            {
                Id = draft.Id,
                Neighbour = _intake.Text(PropertyNames.Neighbour),
                Sequence = _intake.Number(PropertyNames.Sequence),
            },
            Vocabulary.DefensiveZones => Zone(draft.Id),
            Vocabulary.PatrolRoads => Road(draft.Id),
            Vocabulary.CandidateSites => Site(draft.Id),
            Vocabulary.HazardAreas => new HazardArea
            {
                Id = draft.Id,
                Kind = _intake.Text(PropertyNames.Kind),
                Season = _intake.Text(PropertyNames.Season),
            },
            Vocabulary.Projects => new Project
            {
                Id = draft.Id,
                Kind = _intake.Text(PropertyNames.Kind),
                Status = _intake.Text(PropertyNames.Status),
            },
            _ => new OtherFeature { Id = draft.Id, Layer = _layer },
        };
        string name = _intake.Text(PropertyNames.Name);
        if (_names.Length > 0 && _intake.Rest.Count > 0)
            SuggestNames();
        if (!isRight || !_intake.IsRight || feature is null)
            return null;
        return feature with
        {
            Geometry = draft.Geometry!,
            Name = name,
            OtherProperties = _intake.Rest.ToProperties(),
            ForeignMembers = draft.ForeignMembers.ToProperties(),
        };
    }

    private Facility Facility(FeatureId id, FacilityKind kind)
    {
        LifecycleStatus? status = _intake.Term(PropertyNames.Status, Vocabulary.Statuses);
        (ServiceDate? from, ServiceDate? to) = Service();
        var facility = new Facility
        {
            Id = id,
            Kind = kind,
            CoverageRadiusMetres = Radius(),
            ObserverHeightMetres = _intake.Number(PropertyNames.ObserverHeightMetres, 0),
            InServiceFrom = from,
            InServiceTo = to,
            Zone = _intake.Reference(PropertyNames.Zone),
            Cost = _intake.Number(PropertyNames.Cost, 0),
        };
        return status is { } known ? facility with { Status = known } : facility;
    }

    private DefensiveZone? Zone(FeatureId id)
    {
        ZoneLevel? level = _intake.Term(PropertyNames.Level, Vocabulary.ZoneLevels);
        FeatureId parent = _intake.Reference(PropertyNames.Parent);
        if (level is { } known)
            return new DefensiveZone { Id = id, Level = known, Parent = parent };
        if (_intake.IsRight)
            _intake.Fault(PropertyNames.Level, "the zone has no level", $"add \"level\": one of {Spelling.Choice(Vocabulary.ZoneLevels.Words)}");
        return null;
    }

    private PatrolRoad Road(FeatureId id)
    {
        LifecycleStatus? status = _intake.Term(PropertyNames.Status, Vocabulary.Statuses);
        bool? oneWay = _intake.Boolean(PropertyNames.OneWay);
        (ServiceDate? from, ServiceDate? to) = Service();
        var road = new PatrolRoad
        {
            Id = id,
            InServiceFrom = from,
            InServiceTo = to,
            Class = _intake.Text(PropertyNames.Class),
            Surface = _intake.Text(PropertyNames.Surface),
            WidthMetres = _intake.Number(PropertyNames.WidthMetres, 0),
            SpeedKmh = _intake.Number(PropertyNames.SpeedKmh, 0, isAboveMinimum: true),
        };
        if (status is { } known)
            road = road with { Status = known };
        return oneWay is { } direction ? road with { OneWay = direction } : road;
    }

    private CandidateSite Site(FeatureId id)
    {
        FacilityKind? kind = _intake.Term(PropertyNames.Kind, Vocabulary.FacilityLayers);
        var site = new CandidateSite
        {
            Id = id,
            CoverageRadiusMetres = Radius(),
            ObserverHeightMetres = _intake.Number(PropertyNames.ObserverHeightMetres, 0),
            Zone = _intake.Reference(PropertyNames.Zone),
            Cost = _intake.Number(PropertyNames.Cost, 0),
        };
        return kind is { } known ? site with { Kind = known } : site;
    }

    private double? Radius()
    {
        double? radius = _intake.Number(PropertyNames.CoverageRadiusMetres, 0);
        if (radius is > 0 and < NarrowestRadiusMetres)
            _problems.Warn(_intake.PathOf(PropertyNames.CoverageRadiusMetres), $"the radius is {radius} m only", "the radius is in metres: is this in kilometres?");
        else if (radius is > WidestRadiusMetres)
            _intake.Fault(PropertyNames.CoverageRadiusMetres, $"the radius is {radius / 1000} km", $"the radius is in metres, and at most {WidestRadiusMetres}");
        return radius;
    }

    private (ServiceDate? From, ServiceDate? To) Service()
    {
        ServiceDate? from = _intake.Date(PropertyNames.InServiceFrom);
        ServiceDate? to = _intake.Date(PropertyNames.InServiceTo);
        if (from is { } first && to is { } last && first.Earliest > last.Latest)
            _intake.Fault(PropertyNames.InServiceTo, $"service ends ({last}) before it begins ({first})", "inServiceTo is the last year or day of service, and not before inServiceFrom");
        return (from, to);
    }

    // A property that is spelled almost as one with a meaning is kept, but somebody should know that it does nothing.
    private void SuggestNames()
    {
        PropertyBuffer rest = _intake.Rest;
        for (int i = 0; i < rest.Count; i++)
        {
            string name = rest.Name(i);
            if (_seenNames.Count >= 1000 || !_seenNames.Add(name))
                continue;
            foreach (string known in _names)
            {
                if (!string.Equals(known, name, StringComparison.Ordinal) && AreAlike(name, known))
                {
                    _problems.Warn(_intake.PathOf(name), $"\"{name}\" has no meaning in this layer, and is only kept", $"did you mean \"{known}\"?");
                    break;
                }
            }
        }
    }

    private static bool AreAlike(string name, string known)
    {
        if (name.Length > 40 || name.Length < 4)
            return false;
        string unitless = known.Replace("Metres", string.Empty, StringComparison.Ordinal).Replace("Kmh", string.Empty, StringComparison.Ordinal);
        return string.Equals(name, unitless, StringComparison.OrdinalIgnoreCase)
            || Spelling.Edits(name, known) <= (known.Length >= 8 ? 2 : known.Length >= 6 ? 1 : 0);
    }

    private static string[] NamesOf(string layer, bool isFacility) => layer switch
    {
        _ when isFacility =>
        [
            PropertyNames.Name, PropertyNames.CoverageRadiusMetres, PropertyNames.ObserverHeightMetres, PropertyNames.Status,
            PropertyNames.InServiceFrom, PropertyNames.InServiceTo, PropertyNames.Zone, PropertyNames.Cost,
        ],
        Vocabulary.BorderSegments => [PropertyNames.Name, PropertyNames.Neighbour, PropertyNames.Sequence],
        Vocabulary.DefensiveZones => [PropertyNames.Name, PropertyNames.Level, PropertyNames.Parent],
        Vocabulary.PatrolRoads =>
        [
            PropertyNames.Name, PropertyNames.Status, PropertyNames.InServiceFrom, PropertyNames.InServiceTo, PropertyNames.Class,
            PropertyNames.Surface, PropertyNames.WidthMetres, PropertyNames.SpeedKmh, PropertyNames.OneWay,
        ],
        Vocabulary.CandidateSites =>
        [
            PropertyNames.Name, PropertyNames.Kind, PropertyNames.CoverageRadiusMetres, PropertyNames.ObserverHeightMetres,
            PropertyNames.Zone, PropertyNames.Cost,
        ],
        Vocabulary.HazardAreas => [PropertyNames.Name, PropertyNames.Kind, PropertyNames.Season],
        Vocabulary.Projects => [PropertyNames.Name, PropertyNames.Kind, PropertyNames.Status],
        _ => [],
    };
}
