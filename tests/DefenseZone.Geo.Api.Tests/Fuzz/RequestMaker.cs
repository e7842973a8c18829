using System.Text;
using System.Text.Json.Nodes;

namespace DefenseZone.Geo.Api.Tests.Fuzz;

/// <summary>A request that was made up.</summary>
internal sealed record MadeRequest(string Method, string Path, (string Name, string Value)[] Headers, byte[]? Body)
{
    public override string ToString()
    {
        string headers = string.Concat(Headers.Select(header => $"\n{header.Name}: {header.Value}"));
        return $"{Method} /{Path}{headers}\n\n{(Body is null ? string.Empty : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 2_000))))}";
    }
}

/// <summary>Makes up requests, the same from the same seed: mostly sensible ones with something odd about them.</summary>
internal sealed class RequestMaker(int seed, IReadOnlyList<string> collections, IReadOnlyDictionary<string, JsonObject> processes)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "OPTIONS", "DELETE", "PUT", "PATCH", "TRACE"];

    private static readonly string[] Odd =
    [
        "", "0", "1", "-1", "1,2", "1e308", "1e999", "-0", "NaN", "Infinity", "null", "true", "%D9%A3", "%00", "%FF", "%C0%80", "%ED%A0%80", "%2F", "%252F", "..", ".", "'", "\"",
        "<script>", "%F0%9F%98%80", "a%0D%0Ab", "%E1%BB%91", "2147483648", "9223372036854775808", "9007199254740993", "5.bjEsMg", "0.c2E", "2027-01-01T00:00:00+00:00",
        "../..", "0000-01-01/..", "9999-12-31T23:59:60Z", "106,22,107,23", "170,-10,-170,10", "-180,-90,180,90", "106,22,0,107,23,1", "existing", "json", "html", "%7B%7D", "Ch%E1%BB%91t%201",
    ];

    private static readonly string[] Parameters = ["bbox", "datetime", "limit", "offset", "f", "name", "status", "problem", "type", "processID", "minDuration", "crs", "filter", "x%00y"];

    private readonly Random _random = new(seed);

    public MadeRequest Next()
    {
        string method = One(Methods);
        string path = Path(method);
        byte[]? body = method is "POST" or "PUT" or "PATCH" ? Body(path) : null;
        return new MadeRequest(method, path, Headers(), body);
    }

    private string Path(string method)
    {
        string plan = Chance(0.95) ? "plans/diagonal" : $"plans/{One(Odd)}";
        string path = method == "POST" && Chance(0.9)
            ? $"{plan}/processes/{Process()}/execution"
            : _random.Next(14) switch
            {
                0 => "plans",
                1 => plan,
                2 => $"{plan}/{One(["conformance", "api", "collections", "processes", "jobs", "map/tiles"])}",
                3 or 4 or 5 => $"{plan}/collections/{Collection()}/items",
                6 => $"{plan}/collections/{Collection()}{One(["", "/schema", "/items/"])}",
                7 or 8 => $"{plan}/collections/{Collection()}/items/{One([.. Odd, "P1", "7", "a%2Fb%20c%3Fd%23e"])}",
                9 => $"{plan}/map/tiles/WebMercatorQuad/{Tile()}",
                10 => $"{plan}/collections/terrain/map/tiles/WebMercatorQuad/{Tile()}",
                11 => $"{plan}/processes/{Process()}",
                12 => $"{plan}/jobs/{One([.. Odd, Guid.Empty.ToString()])}{One(["", "/results"])}",
                _ => One(["", "health", "favicon.ico", $"map/{One(Odd)}", One(Odd), "_blazor/negotiate", "plans/diagonal/nothing/at/all"]),
            };
        if (Chance(0.5))
            return path;
        int count = _random.Next(1, 4);
        return path + "?" + string.Join('&', Enumerable.Range(0, count).Select(_ => $"{One(Parameters)}={One(Odd)}"));
    }

    private string Process() => Chance(0.97) ? One([.. processes.Keys]) : One(Odd);

    private string Collection() => Chance(0.9) ? One(collections) : One([.. Odd, "terrain"]);

    private string Tile() => Chance(0.7) ? $"9/{_random.Next(220, 226)}/{_random.Next(404, 410)}" : $"{One(Odd)}/{One(Odd)}/{One(Odd)}";

    private (string Name, string Value)[] Headers()
    {
        var headers = new List<(string, string)>();
        if (Chance(0.3))
            headers.Add(("Accept", One(["*/*", "text/html", "application/json", "application/geo+json", "image/tiff;application=geotiff", "application/xml", "text/html;q=0, */*;q=x", ",,;", "a/b;q=2"])));
        if (Chance(0.1))
            headers.Add(("Prefer", One(["respond-async", "respond-async, wait=1", "wait=", ";;,", "handling=strict"])));
        if (Chance(0.1))
            headers.Add((One(["If-None-Match", "If-Match"]), One(["*", "\"x\"", "W/\"x\"", "x", "\"", ",", "\"a\", \"b\""])));
        if (Chance(0.1))
            headers.Add((One(["Origin", "Host", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto"]), One(["null", "https://example.org", "localhost", "evil.example", "//evil.example", "javascript", "127.0.0.1"])));
        if (Chance(0.1))
            headers.Add((One(["Accept-Language", "Accept-Encoding", "Cookie", "Range", "Content-Encoding"]), One(["vi", "en;q=9", "gzip", "br;q=0, *", "dzgeo-jobs=x", "bytes=0-1", "a=b; c", "deflate"])));
        return [.. headers];
    }

    private byte[] Body(string path)
    {
        string process = processes.Keys.FirstOrDefault(known => path.Contains($"/processes/{known}/", StringComparison.Ordinal)) ?? processes.Keys.First();
        var inputs = new JsonObject();
        if (Chance(0.7))
        {
            foreach ((string name, JsonNode? value) in processes[process]["example"]!.AsObject())
                inputs[name] = value?.DeepClone();
        }

        JsonObject schemas = processes[process]["inputs"]!.AsObject();
        for (int i = _random.Next(4); i > 0 && schemas.Count > 0; i--)
        {
            (string name, JsonNode? schema) = schemas.ElementAt(_random.Next(schemas.Count));
            inputs[name] = Chance(0.8) ? Value(schema!.AsObject(), 0) : OddValue(0);
        }

        var body = new JsonObject { ["inputs"] = inputs };
        if (Chance(0.1))
            body[One(["response", "outputs", "subscriber", "Inputs"])] = Chance(0.5) ? JsonValue.Create("document") : OddValue(0);
        byte[] text = Encoding.UTF8.GetBytes(body.ToJsonString());
        return _random.Next(20) switch
        {
            0 => Damaged(text),
            1 => Encoding.UTF8.GetBytes(body.ToJsonString().Replace("\":\"", One(["\":\"\\ud800", "\":\"\\u0000", "\":\"\\udc00\\ud800"]), StringComparison.Ordinal)),
            2 => Encoding.UTF8.GetBytes(body.ToJsonString().Replace("{\"", One(["{\"\\ud800\":1,\"", "{\"inputs\":1,\"", "{\"\\u0000", "{ /*c*/ \""]), StringComparison.Ordinal)),
            3 => Encoding.UTF8.GetBytes(One(["", "null", "[]", "{", "1", "\"x\"", "{\"inputs\":null}", "{\"inputs\":[]}", new string('[', 5000), "﻿{}", "{\"inputs\":{\"a\":" + new string('[', 40)])),
            _ => text,
        };
    }

    private byte[] Damaged(byte[] text)
    {
        byte[] damaged = [.. text];
        for (int i = _random.Next(1, 4); i > 0 && damaged.Length > 0; i--)
            damaged[_random.Next(damaged.Length)] = (byte)_random.Next(256);
        return damaged;
    }

    private JsonNode? Value(JsonObject schema, int depth)
    {
        if (schema["enum"] is JsonArray words)
            return words[_random.Next(words.Count)]!.DeepClone();
        if (schema["oneOf"] is JsonArray choices)
            return Value(choices[_random.Next(choices.Count)]!.AsObject(), depth);
        switch ((string?)schema["type"])
        {
            case "integer" or "number":
                double least = (double?)schema["minimum"] ?? -200, most = (double?)schema["maximum"] ?? 200;
                double value = _random.Next(6) switch { 0 => least, 1 => most, 2 => most + 1, 3 => least + 1, _ => least + (_random.NextDouble() * Math.Min(most - least, 10_000)) };
                return (string?)schema["type"] == "integer" && Chance(0.9) ? JsonValue.Create((long)Math.Min(value, int.MaxValue)) : JsonValue.Create(value);
            case "boolean":
                return JsonValue.Create(Chance(0.5));
            case "array" when depth < 3:
                int count = (int?)schema["minItems"] is { } exact && Chance(0.9) ? exact : _random.Next(4);
                if (count is 2 or 4 && schema["minItems"] is not null && Chance(0.8))
                    return Box(count);
                return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Value(schema["items"]!.AsObject(), depth + 1))]);
            case "object":
                var made = new JsonObject();
                foreach ((string name, JsonNode? property) in schema["properties"]?.AsObject() ?? [])
                {
                    if (Chance(0.7))
                        made[name] = Value(property!.AsObject(), depth + 1);
                }

                return depth == 0 ? new JsonObject { ["value"] = made } : made;
            default:
                return JsonValue.Create(One(["B1", "P1", "R1", "R2", "3", "Z1", "flood", "wet", "militia-posts/P1", "combat-bases/B1", "every", "all", "*", "", "Chốt"]));
        }
    }

    private JsonArray Box(int count)
    {
        double west = 106 + (0.6 * _random.NextDouble()), south = 22 + (0.6 * _random.NextDouble());
        return count == 2 ? new JsonArray(west, south) : new JsonArray(west, south, west + (0.1 * _random.NextDouble()), south + (0.1 * _random.NextDouble()));
    }

    private JsonNode? OddValue(int depth) => _random.Next(depth > 2 ? 9 : 12) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(-1),
        3 => JsonValue.Create(1e308),
        4 => JsonNode.Parse("1e999"),
        5 => JsonValue.Create(""),
        6 => JsonValue.Create(new string('x', _random.Next(2_000))),
        7 => JsonValue.Create("😀\u0007"),
        8 => JsonNode.Parse("123456789012345678901234567890"),
        9 => new JsonArray(OddValue(depth + 1), OddValue(depth + 1)),
        10 => new JsonObject { ["value"] = OddValue(depth + 1) },
        _ => new JsonObject { ["a/b~c"] = OddValue(depth + 1), ["value"] = OddValue(depth + 1) },
    };

    private T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private bool Chance(double share) => _random.NextDouble() < share;
}
