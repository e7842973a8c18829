using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>A place, or a facility that stands for its place.</summary>
/// <param name="Place">The place; none where a facility is named.</param>
/// <param name="Facility">The facility's id, or layer/id; empty where a place is given.</param>
internal readonly record struct Spot(GeoPoint? Place, string Facility);

/// <summary>Inputs that name places or facilities.</summary>
internal static class SpotInput
{
    private const string Meaning = "[longitude, latitude] in degrees, or a facility by its id or layer/id";

    /// <summary>One place, which has to be given.</summary>
    public static ProcessInput<Spot> Required(string name, string title, string what) => new(
        name, title, $"{what}: {Meaning}.", default, Schema, Read)
    {
        IsRequired = true,
    };

    /// <summary>One place; none unless given.</summary>
    public static ProcessInput<Spot> Optional(string name, string title, string what) => new(name, title, $"{what}: {Meaning}.", default, Schema, Read);

    /// <summary>Several places; none unless given.</summary>
    public static ProcessInput<ImmutableArray<Spot>> List(string name, string title, string what, int most) =>
        InputKinds.List(name, title, $"{what}, each {Meaning}.", Schema, most, Read);

    /// <summary>A facility, which has to be given.</summary>
    public static ProcessInput<string> RequiredFacility(string name, string title, string what) => new(
        name, title, $"{what}: a facility by its id or layer/id.", string.Empty, InputKinds.TextSchema, JsonMembers.Text)
    {
        IsRequired = true,
    };

    /// <summary>Where it is; a facility that the plan does not have is refused.</summary>
    /// <param name="spot">The place or facility.</param>
    /// <param name="values">The request.</param>
    /// <param name="input">The input that it is from.</param>
    /// <param name="within">The JSON pointer from the input's value to it.</param>
    /// <param name="plan">The plan.</param>
    public static GeoPoint Locate(this Spot spot, InputValues values, ProcessInput input, string within, Plan plan)
    {
        if (spot.Place is { } place)
            return place;
        return Find(spot.Facility, values, input, within, plan) is { } facility
            ? new GeoPoint(facility.Location.X, facility.Location.Y)
            : default;
    }

    /// <summary>The facility of an id, or of layer/id; refused, and none, where the plan has no such facility or several.</summary>
    public static Facility? Find(string text, InputValues values, ProcessInput input, string within, Plan plan)
    {
        if (!values.IsSound(input) || text.Length == 0)
            return null;
        Facility[] found =
        [
            .. plan.Facilities.Where(facility => !facility.Geometry.IsEmpty
                && (string.Equals(facility.Id.Text, text, StringComparison.Ordinal)
                    || string.Equals($"{facility.LayerName}/{facility.Id}", text, StringComparison.Ordinal))),
        ];
        if (found.Length == 1)
            return found[0];
        values.Refuse(
            input,
            within,
            found.Length == 0 ? $"There is no facility '{text}'." : $"'{text}' is several: {string.Join(", ", found.Select(facility => $"{facility.LayerName}/{facility.Id}"))}.",
            "It must be the id of a facility of the plan with a place, or its layer/id.");
        return null;
    }

    private static Spot Read(JsonElement value, string at, FaultList faults) => value.ValueKind == JsonValueKind.String
        ? new Spot(null, JsonMembers.Text(value, at, faults))
        : new Spot(JsonMembers.Place(value, at, faults), string.Empty);

    private static JsonObject Schema() => new() { ["oneOf"] = new JsonArray(InputKinds.PlaceSchema(), InputKinds.TextSchema()) };
}
