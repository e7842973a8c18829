using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The kinds of input that there are: each makes an input with its schema and its reading, so that the two agree.</summary>
internal static class InputKinds
{
    /// <summary>How many ids of features a list may have.</summary>
    public const int MostIds = 10_000;

    /// <summary>A number; none unless given.</summary>
    public static ProcessInput<double?> Number(string name, string title, string description, NumberBounds bounds, double? byDefault = null) => new(
        name,
        title,
        description,
        byDefault,
        () => WithDefault(bounds.Schema(), byDefault),
        (value, at, faults) => JsonMembers.Number(value, at, bounds, faults));

    /// <summary>A whole number; none unless given.</summary>
    public static ProcessInput<int?> Whole(string name, string title, string description, int least, int most, int? byDefault = null) => new(
        name,
        title,
        description,
        byDefault,
        () => WithDefault(new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most }, byDefault),
        (value, at, faults) => JsonMembers.Whole(value, at, least, most, faults));

    /// <summary>True or false.</summary>
    public static ProcessInput<bool> Flag(string name, string title, string description, bool byDefault = false) => new(
        name,
        title,
        description,
        byDefault,
        () => new JsonObject { ["type"] = "boolean", ["default"] = byDefault },
        JsonMembers.Flag);

    /// <summary>One of some words.</summary>
    public static ProcessInput<string> Word(string name, string title, string description, ImmutableArray<string> words, string byDefault) => new(
        name,
        title,
        description,
        byDefault,
        () => WithDefault(WordSchema(words), byDefault.Length > 0 ? byDefault : null),
        (value, at, faults) => JsonMembers.Word(value, at, words, faults));

    /// <summary>Any of some terms, each once; none unless given.</summary>
    public static ProcessInput<ImmutableArray<T>> Terms<T>(string name, string title, string description, Terms<T> terms)
        where T : struct, Enum => new(
            name,
            title,
            description,
            [],
            () => new JsonObject { ["type"] = "array", ["uniqueItems"] = true, ["items"] = WordSchema(terms.Words) },
            (value, at, faults) => JsonMembers.Words(value, at, terms, faults));

    /// <summary>Ids of features; none unless given.</summary>
    public static ProcessInput<ImmutableArray<FeatureId>> Ids(string name, string title, string description) => new(
        name,
        title,
        description,
        [],
        () => IdsSchema(),
        (value, at, faults) => JsonMembers.Ids(value, at, MostIds, faults));

    /// <summary>A place; none unless given.</summary>
    public static ProcessInput<GeoPoint?> Place(string name, string title, string description, bool isRequired = false) => new(
        name,
        title,
        description,
        null,
        PlaceSchema,
        (value, at, faults) => JsonMembers.Place(value, at, faults))
    {
        IsRequired = isRequired,
    };

    /// <summary>Texts; none unless given.</summary>
    public static ProcessInput<ImmutableArray<string>> Texts(string name, string title, string description, int most) =>
        List(name, title, description, TextSchema, most, JsonMembers.Text);

    /// <summary>Numbers; none unless given.</summary>
    public static ProcessInput<ImmutableArray<double>> Numbers(string name, string title, string description, NumberBounds bounds, int most) =>
        List(name, title, description, bounds.Schema, most, (value, at, faults) => JsonMembers.Number(value, at, bounds, faults));

    /// <summary>Several objects of one kind; none unless given.</summary>
    /// <param name="name">What it is called in requests.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="description">What it means, and what holds without it.</param>
    /// <param name="item">Makes the schema of one.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="read">Reads one.</param>
    public static ProcessInput<ImmutableArray<T>> List<T>(
        string name, string title, string description, Func<JsonObject> item, int most, InputReading<T> read) => new(
        name,
        title,
        description,
        [],
        () => new JsonObject { ["type"] = "array", ["maxItems"] = most, ["items"] = item() },
        (value, at, faults) =>
        {
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= most)
                return [.. JsonMembers.Entries(value, at, "what its schema says", faults).Select(entry => read(entry.Entry, entry.At, faults))];
            faults.Add(new Fault(at, $"Here are {value.GetArrayLength()} entries.", $"There may be {most}."));
            return [];
        });

    /// <summary>The schema of an object.</summary>
    /// <param name="required">The names of the members that have to be there.</param>
    /// <param name="properties">The schemas of its members.</param>
    public static JsonObject ObjectSchema(ImmutableArray<string> required, JsonObject properties)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (!required.IsEmpty)
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        schema["properties"] = properties;
        return schema;
    }

    /// <summary>The schema of the ids of some features.</summary>
    public static JsonObject IdsSchema() =>
        new() { ["type"] = "array", ["uniqueItems"] = true, ["maxItems"] = MostIds, ["items"] = IdSchema() };

    /// <summary>The schema of the id of a feature.</summary>
    public static JsonObject IdSchema() =>
        new() { ["oneOf"] = new JsonArray(TextSchema(), new JsonObject { ["type"] = "number" }) };

    /// <summary>The schema of a text.</summary>
    public static JsonObject TextSchema() => new() { ["type"] = "string", ["minLength"] = 1 };

    /// <summary>The schema of a place.</summary>
    public static JsonObject PlaceSchema() => new()
    {
        ["type"] = "array",
        ["minItems"] = 2,
        ["maxItems"] = 2,
        ["items"] = new JsonObject { ["type"] = "number" },
    };

    /// <summary>The schema of one of some words.</summary>
    public static JsonObject WordSchema(ImmutableArray<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    private static JsonObject WithDefault(JsonObject schema, JsonNode? value)
    {
        if (value is not null)
            schema["default"] = value;
        return schema;
    }
}

/// <summary>What a number may be.</summary>
/// <param name="Least">The least it may be, or where <paramref name="IsLeastExcluded"/> what it must be above.</param>
/// <param name="Most">The most it may be.</param>
/// <param name="IsLeastExcluded">True where the least is not possible itself.</param>
internal readonly record struct NumberBounds(double Least, double Most, bool IsLeastExcluded = false)
{
    /// <summary>Above 0.</summary>
    public static NumberBounds Positive(double most) => new(0, most, IsLeastExcluded: true);

    /// <summary>0 or more.</summary>
    public static NumberBounds FromZero(double most) => new(0, most);

    /// <summary>True where a number is within; never for what is no number.</summary>
    public bool Contains(double number) => (IsLeastExcluded ? number > Least : number >= Least) && number <= Most;

    /// <summary>The bounds in words that continue "a number".</summary>
    public override string ToString() => $"{(IsLeastExcluded ? "above" : "from")} {Least} {(IsLeastExcluded ? "and up to" : "to")} {Most}";

    /// <summary>The schema of such a number.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number", ["minimum"] = Least };
        if (IsLeastExcluded)
            schema["exclusiveMinimum"] = true;
        schema["maximum"] = Most;
        return schema;
    }
}
