using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>
/// An object within an input, read member by member. What is wrong with a member goes to the list of faults; what is
/// returned for it is then as if it were not there.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _members;
    private readonly string _at;
    private readonly FaultList _faults;

    /// <summary>Begins to read an object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="at">Its JSON pointer.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    /// <param name="known">The names of its members.</param>
    public JsonFields(JsonElement element, string at, FaultList faults, params ImmutableArray<string> known)
    {
        _at = at;
        _faults = faults;
        _members = JsonMembers.Of(element, at, known, faults).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
    }

    public double? Number(string name, NumberBounds bounds)
    {
        int before = _faults.Count;
        return _members.TryGetValue(name, out JsonElement value) && JsonMembers.Number(value, At(name), bounds, _faults) is var number && _faults.Count == before
            ? number
            : null;
    }

    /// <summary>A number that has to be there.</summary>
    public double RequiredNumber(string name, NumberBounds bounds) =>
        _members.ContainsKey(name) ? Number(name, bounds) ?? double.NaN : Missing(name, double.NaN);

    public int? Whole(string name, int least, int most)
    {
        int before = _faults.Count;
        return _members.TryGetValue(name, out JsonElement value) && JsonMembers.Whole(value, At(name), least, most, _faults) is var number && _faults.Count == before
            ? number
            : null;
    }

    public string Word(string name, ImmutableArray<string> words) =>
        _members.TryGetValue(name, out JsonElement value) ? JsonMembers.Word(value, At(name), words, _faults) : Missing(name, string.Empty);

    /// <summary>The id of a feature, which has to be there.</summary>
    public FeatureId Id(string name) =>
        _members.TryGetValue(name, out JsonElement value) ? JsonMembers.Id(value, At(name), _faults) : Missing(name, FeatureId.None);

    /// <summary>The ids of features, which have to be there.</summary>
    public ImmutableArray<FeatureId> Ids(string name) =>
        _members.TryGetValue(name, out JsonElement value) ? JsonMembers.Ids(value, At(name), InputKinds.MostIds, _faults) : Missing(name, ImmutableArray<FeatureId>.Empty);

    /// <summary>A place, which has to be there.</summary>
    public GeoPoint Place(string name) =>
        _members.TryGetValue(name, out JsonElement value) ? JsonMembers.Place(value, At(name), _faults) : Missing(name, default(GeoPoint));

    private string At(string name) => $"{_at}/{name}";

    private T Missing<T>(string name, T otherwise)
    {
        // Where the object itself is none, that has been said.
        if (_faults.All(fault => !string.Equals(fault.Where, _at, StringComparison.Ordinal) && !string.Equals(fault.Where, At(name), StringComparison.Ordinal)))
            _faults.Add(new Fault(At(name), $"'{name}' is missing.", "Give it."));
        return otherwise;
    }
}
