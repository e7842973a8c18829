using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>What the schema of an input allows is what its check allows: at the bounds, and just beyond them.</summary>
[TestClass]
public sealed class SchemaBoundTests
{
    private static readonly JsonNode[] WrongKinds = [JsonValue.Create("x"), JsonValue.Create(true), new JsonArray(), new JsonArray(new JsonArray())];

    // How a refusal begins that is about the value itself.
    private static readonly string[] OfKindOrBounds =
    [
        "It must be a", "It must be one of", "It must be true", "It must be the id of a feature, a text or a number", "There may be",
    ];

    [TestMethod]
    public async Task Bounds_of_numbers_lists_and_words_are_those_of_the_check()
    {
        using TestPlans plans = new TestPlans().WithDiagonal().WithRidge("diagonal").WithRoads();
        await using LiveService service = await LiveService.Start(plans.Folder, "--Limits:ExecutionSeconds=1");
        int checkedBounds = 0;
        foreach (JsonElement summary in (await service.Json("plans/diagonal/processes")).GetProperty("processes").EnumerateArray())
        {
            string process = summary.GetProperty("id").GetString()!;
            JsonElement description = await service.Json($"plans/diagonal/processes/{process}");
            foreach (JsonProperty input in description.GetProperty("inputs").EnumerateObject())
            {
                JsonObject schema = JsonNode.Parse(input.Value.GetProperty("schema").GetRawText())!.AsObject();
                foreach ((JsonNode value, bool isAllowed) in Values(schema, 0))
                {
                    checkedBounds++;
                    string body = new JsonObject { ["inputs"] = new JsonObject { [input.Name] = value.DeepClone() } }.ToJsonString();
                    HttpResponseMessage answer = await service.Post($"plans/diagonal/processes/{process}/execution", body);
                    string text = await answer.Content.ReadAsStringAsync();
                    string shown = body.Length < 200 ? body : body[..200];
                    ((int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.ServiceUnavailable).Should().BeTrue($"{process} {shown}: {(int)answer.StatusCode} {text[..Math.Min(300, text.Length)]}");
                    bool isRefused = answer.StatusCode == HttpStatusCode.BadRequest && OutOfBounds(text, input.Name);
                    isRefused.Should().Be(!isAllowed, $"{process} {shown}: {text[..Math.Min(400, text.Length)]}");
                }
            }
        }

        checkedBounds.Should().BeGreaterThan(400);
    }

    // Whether the value itself is refused by its kind or bounds, not what goes with the plan or with the other inputs.
    private static bool OutOfBounds(string problem, string input)
    {
        JsonElement root = JsonDocument.Parse(problem).RootElement;
        return root.TryGetProperty("errors", out JsonElement errors) && errors.EnumerateArray().Any(error =>
            error.GetProperty("where").GetString()!.StartsWith($"/inputs/{input}", StringComparison.Ordinal)
            && OfKindOrBounds.Any(begin => error.GetProperty("remedy").GetString()!.StartsWith(begin, StringComparison.Ordinal))
            && !error.GetProperty("remedy").GetString()!.Contains("of the plan", StringComparison.Ordinal)
            && !error.GetProperty("message").GetString()!.StartsWith("There is no", StringComparison.Ordinal));
    }

    private static IEnumerable<(JsonNode Value, bool IsAllowed)> Values(JsonObject schema, int depth)
    {
        if (schema["enum"] is JsonArray words)
        {
            yield return (words[0]!, true);
            yield return (words[^1]!, true);
            yield return (JsonValue.Create(words[0]!.GetValue<string>() + "x"), false);
            yield return (JsonValue.Create(1), false);
            yield break;
        }

        switch ((string?)schema["type"])
        {
            case "number" or "integer" when schema["maximum"] is not null:
                bool isWhole = (string?)schema["type"] == "integer";
                double least = (double)schema["minimum"]!, most = (double)schema["maximum"]!;
                bool isExcluded = (bool?)schema["exclusiveMinimum"] ?? false;
                yield return (Number(isExcluded && !isWhole ? Math.BitIncrement(least) : least), true);
                yield return (Number(most), true);
                yield return (Number(isExcluded ? least : isWhole ? least - 1 : Math.BitDecrement(least)), false);
                yield return (Number(isWhole ? most + 1 : Math.BitIncrement(most)), false);
                if (isWhole)
                    yield return (Number(least + 0.5), false);
                foreach (JsonNode wrong in WrongKinds)
                    yield return (wrong, false);
                break;
            case "boolean":
                yield return (JsonValue.Create(true), true);
                yield return (JsonValue.Create(false), true);
                yield return (JsonValue.Create("true"), false);
                break;
            case "array" when depth == 0 && schema["items"] is JsonObject item:
                if (schema["minItems"] is null)
                    yield return (new JsonArray(), true);
                yield return (JsonValue.Create(1), false);
                yield return (new JsonArray(JsonValue.Create(true)), false);
                if ((int?)schema["maxItems"] is { } many)
                    yield return (new JsonArray([.. Enumerable.Range(0, many + 1).Select(i => JsonValue.Create(i))]), false);
                if (schema["minItems"] is not null)
                    break;
                foreach ((JsonNode value, bool isAllowed) in Values(item, depth + 1).Where(value => value.Value is JsonValue))
                    yield return (new JsonArray(value.DeepClone()), isAllowed);
                break;
        }
    }

    private static JsonNode Number(double value) => JsonNode.Parse(value.ToString("R", CultureInfo.InvariantCulture))!;
}
