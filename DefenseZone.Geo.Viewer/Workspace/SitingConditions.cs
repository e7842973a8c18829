using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What must hold in one zone.</summary>
/// <param name="Share">The share of its border, 0 to 1, that must be covered; none for no demand.</param>
/// <param name="Sites">How many sites may stand in it; none for no limit.</param>
public readonly record struct ZoneRule(double? Share, int? Sites)
{
    /// <summary>True where it demands nothing.</summary>
    public bool IsEmpty => Share is null && Sites is null;
}

/// <summary>What may be done with a facility that stands.</summary>
public enum FacilityRule
{
    /// <summary>It stays.</summary>
    Stays,

    /// <summary>It may be moved to a candidate site.</summary>
    MayMove,

    /// <summary>It may be closed, where that saves money.</summary>
    MayClose,
}

/// <summary>What siting has to hold to besides numbers and money: zones, and what may become of those who stand.</summary>
public sealed record SitingConditions
{
    /// <summary>The farthest that a facility can be asked to be moved, in metres.</summary>
    public const double LargestMoveMetres = 100_000;

    /// <summary>The largest amount of money.</summary>
    public const double LargestMoney = 1e15;

    /// <summary>No conditions.</summary>
    public static SitingConditions None { get; } = new();

    /// <summary>The demands of zones, by their ids as the address writes them.</summary>
    public ImmutableSortedDictionary<string, ZoneRule> Zones { get; init; } = ImmutableSortedDictionary.Create<string, ZoneRule>(StringComparer.Ordinal);

    /// <summary>The facilities that need not stay, by layer and id as the address writes them.</summary>
    public ImmutableSortedDictionary<string, FacilityRule> Facilities { get; init; } = ImmutableSortedDictionary.Create<string, FacilityRule>(StringComparer.Ordinal);

    /// <summary>What moving one costs, in the plan's unit of money.</summary>
    public double MovingCost { get; init; }

    /// <summary>How far one may be moved, in metres; none for any distance.</summary>
    public double? MovingWithinMetres { get; init; }

    /// <summary>What closing one saves, in the plan's unit of money.</summary>
    public double ClosingSaves { get; init; }

    /// <summary>A facility as the address writes it.</summary>
    public static string Word(Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        return $"{facility.LayerName}/{SitingQuestion.Word(facility.Id)}";
    }

    /// <summary>What is said of a zone.</summary>
    public ZoneRule Of(DefensiveZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Zones.GetValueOrDefault(SitingQuestion.Word(zone.Id));
    }

    /// <summary>What is said of a facility.</summary>
    public FacilityRule Of(Facility facility) => Facilities.GetValueOrDefault(Word(facility));

    /// <summary>A copy in which a zone demands something else.</summary>
    public SitingConditions With(DefensiveZone zone, ZoneRule rule)
    {
        ArgumentNullException.ThrowIfNull(zone);
        string word = SitingQuestion.Word(zone.Id);
        return this with { Zones = rule.IsEmpty ? Zones.Remove(word) : Zones.SetItem(word, rule) };
    }

    /// <summary>A copy in which something else may become of a facility.</summary>
    public SitingConditions With(Facility facility, FacilityRule rule)
    {
        string word = Word(facility);
        return this with { Facilities = rule == FacilityRule.Stays ? Facilities.Remove(word) : Facilities.SetItem(word, rule) };
    }

    /// <summary>The problem under these conditions.</summary>
    /// <param name="problem">The problem without them.</param>
    /// <param name="standing">Those who stand.</param>
    public SitingProblem Of(SitingProblem problem, ImmutableArray<Facility> standing)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Dictionary<string, FeatureId> zones = problem.Plan.DefensiveZones.Select(zone => zone.Id).Distinct().ToDictionary(SitingQuestion.Word, StringComparer.Ordinal);
        return problem with
        {
            ZoneLimits = [.. Zones.Select(zone => new ZoneLimit(zones.TryGetValue(zone.Key, out FeatureId id) ? id : FeatureId.Of(zone.Key)) { MinimumCoverage = zone.Value.Share, MaximumSites = zone.Value.Sites })],
            Changes = problem.IgnoreExisting ? [] : [.. standing.Where(facility => Of(facility) != FacilityRule.Stays).Select(Change)],
        };
    }

    /// <inheritdoc/>
    public bool Equals(SitingConditions? other) =>
        other is not null
        && Zones.SequenceEqual(other.Zones)
        && Facilities.SequenceEqual(other.Facilities)
        && MovingCost.Equals(other.MovingCost)
        && MovingWithinMetres.Equals(other.MovingWithinMetres)
        && ClosingSaves.Equals(other.ClosingSaves);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zones.Count, Facilities.Count, MovingCost, MovingWithinMetres, ClosingSaves);

    /// <summary>As the address has them.</summary>
    internal IEnumerable<(string Name, string Value)> Write()
    {
        yield return ("zones", string.Join(',', Zones.Select(zone => string.Create(CultureInfo.InvariantCulture, $"{zone.Key}:{zone.Value.Share:0.####}:{zone.Value.Sites}"))));
        yield return ("move", Words(FacilityRule.MayMove));
        yield return ("move-cost", MovingCost > 0 ? MovingCost.ToString("0.###", CultureInfo.InvariantCulture) : string.Empty);
        yield return ("move-within", MovingWithinMetres is { } metres ? metres.ToString("0.###", CultureInfo.InvariantCulture) : string.Empty);
        yield return ("close", Words(FacilityRule.MayClose));
        yield return ("close-saves", ClosingSaves > 0 ? ClosingSaves.ToString("0.###", CultureInfo.InvariantCulture) : string.Empty);
    }

    /// <summary>Reads what <see cref="Write"/> writes; what cannot be understood is taken as not said.</summary>
    internal static SitingConditions Read(TabInputs inputs)
    {
        var facilities = ImmutableSortedDictionary.CreateBuilder<string, FacilityRule>(StringComparer.Ordinal);
        foreach (string word in inputs.List("move"))
            facilities[word] = FacilityRule.MayMove;
        foreach (string word in inputs.List("close"))
            facilities[word] = FacilityRule.MayClose;
        return new SitingConditions
        {
            Zones = inputs.List("zones").Select(Zone).Where(zone => !zone.Rule.IsEmpty).DistinctBy(zone => zone.Word, StringComparer.Ordinal).ToImmutableSortedDictionary(zone => zone.Word, zone => zone.Rule, StringComparer.Ordinal),
            Facilities = facilities.ToImmutable(),
            MovingCost = inputs.Number("move-cost", 0, LargestMoney) ?? 0,
            MovingWithinMetres = inputs.Number("move-within", 1, LargestMoveMetres),
            ClosingSaves = inputs.Number("close-saves", 0, LargestMoney) ?? 0,
        };
    }

    private static (string Word, ZoneRule Rule) Zone(string text)
    {
        // From behind, as an id may have colons of its own.
        int sites = text.LastIndexOf(':'), share = sites > 0 ? text.LastIndexOf(':', sites - 1) : -1;
        if (share <= 0)
            return (text, default);
        return (text[..share], new ZoneRule(
            double.TryParse(text.AsSpan(share + 1, sites - share - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double least) && least is > 0 and <= 1 ? least : null,
            int.TryParse(text.AsSpan(sites + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? most : null));
    }

    private string Words(FacilityRule rule) => string.Join(',', Facilities.Where(facility => facility.Value == rule).Select(facility => facility.Key));

    private FacilityChange Change(Facility facility) => Of(facility) == FacilityRule.MayMove
        ? new FacilityChange(facility.Kind, facility.Id) { MovingCost = MovingCost, MovingWithinMetres = MovingWithinMetres ?? double.PositiveInfinity }
        : new FacilityChange(facility.Kind, facility.Id) { ClosingCost = -ClosingSaves };
}
