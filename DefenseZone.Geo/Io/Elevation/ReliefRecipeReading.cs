using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Relief;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>One reading of a recipe: collects all that is wrong.</summary>
internal sealed class ReliefRecipeReading(string file)
{
    private const int MostPositions = 2_000_000;

    private static readonly string[] Names =
        ["kind", "note", "seed", "bbox", "resolutionArcSeconds", "lowestMetres", "reliefMetres", "ridgeMetres", "valleyReachMetres", "karst", "ridges", "valleys"];

    private readonly List<string> _problems = [];
    private int _positions;

    public ReliefRecipe Read(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException error)
        {
            throw TerrainException.In(TerrainFaultKind.BadRecipe, file, $"it is no JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}", "a recipe is a JSON object", error);
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out JsonElement kind) || kind.ValueKind != JsonValueKind.String || kind.GetString() != ReliefRecipeJson.Kind)
                throw TerrainException.In(TerrainFaultKind.BadRecipe, file, "it is no recipe for relief", $"it is an object with \"kind\": \"{ReliefRecipeJson.Kind}\"");
            ReliefRecipe recipe = Members(root);
            if (_problems.Count > 0)
                throw TerrainException.In(TerrainFaultKind.BadRecipe, file, string.Join(", ", _problems), "docs/methods/plan-folder.md says what a recipe holds");
            return recipe;
        }
    }

    private ReliefRecipe Members(JsonElement root)
    {
        foreach (JsonProperty member in root.EnumerateObject())
        {
            if (!Names.Contains(member.Name, StringComparer.Ordinal))
                _problems.Add($"\"{member.Name}\" has no meaning{(Spelling.Nearest(member.Name, Names) is { Length: > 0 } near ? $" (did you mean \"{near}\"?)" : string.Empty)}");
        }

        var standard = new ReliefRecipe();
        return new ReliefRecipe
        {
            Seed = (int)Number(root, "seed", standard.Seed, int.MinValue, int.MaxValue),
            Extent = Box(root),
            ResolutionArcSeconds = Number(root, "resolutionArcSeconds", standard.ResolutionArcSeconds, ReliefRecipe.FinestArcSeconds, ReliefRecipe.CoarsestArcSeconds),
            LowestMetres = Number(root, "lowestMetres", standard.LowestMetres, -400, 8000),
            ReliefMetres = Number(root, "reliefMetres", standard.ReliefMetres, 0, 4000),
            RidgeMetres = Number(root, "ridgeMetres", standard.RidgeMetres, 0, 4000),
            ValleyReachMetres = Number(root, "valleyReachMetres", standard.ValleyReachMetres, 200, 10_000),
            Ridges = Lines(root, "ridges"),
            Valleys = Lines(root, "valleys"),
            Karst = Karst(root),
        };
    }

    private double Number(JsonElement of, string name, double otherwise, double least, double most)
    {
        if (!of.TryGetProperty(name, out JsonElement value))
            return otherwise;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most)
            return number;
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is not a number from {least} to {most}"));
        return otherwise;
    }

    private GeoExtent Box(JsonElement root)
    {
        if (root.TryGetProperty("bbox", out JsonElement value) && Numbers(value) is [var west, var south, var east, var north]
            && west >= -180 && east <= 180 && west < east && east - west <= 60 && south >= -80 && north <= 80 && south < north && north - south <= 60)
        {
            return new GeoExtent(west, south, east, north);
        }

        _problems.Add("\"bbox\" is not [west, south, east, north] in degrees, at most 60 by 60, between 80° south and north and not over the antimeridian");
        return GeoExtent.Empty;
    }

    private ImmutableArray<ImmutableArray<GeoPoint>> Lines(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
            return [];
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement line in value.EnumerateArray())
            {
                if (Line(line) is { IsDefault: false } places)
                {
                    lines.Add(places);
                    continue;
                }

                _problems.Add($"\"{name}\"[{lines.Count}] is not a line: a list of at least two [longitude, latitude]; at most {MostPositions} in all");
                return [];
            }

            return lines.ToImmutable();
        }

        _problems.Add($"\"{name}\" is not a list of lines");
        return [];
    }

    private ImmutableArray<GeoPoint> Line(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Array || line.GetArrayLength() < 2 || (_positions += line.GetArrayLength()) > MostPositions)
            return default;
        var places = ImmutableArray.CreateBuilder<GeoPoint>(line.GetArrayLength());
        foreach (JsonElement position in line.EnumerateArray())
        {
            if (Place(position) is not { } place)
                return default;
            places.Add(place);
        }

        return places.MoveToImmutable();
    }

    private ImmutableArray<KarstArea> Karst(JsonElement root)
    {
        if (!root.TryGetProperty("karst", out JsonElement value))
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 100)
        {
            _problems.Add("\"karst\" is not a list of at most 100 areas");
            return [];
        }

        var areas = ImmutableArray.CreateBuilder<KarstArea>();
        foreach (JsonElement area in value.EnumerateArray())
        {
            if (area.ValueKind != JsonValueKind.Object || !area.TryGetProperty("centre", out JsonElement centre) || Place(centre) is not { } place || !area.TryGetProperty("radiusMetres", out _))
            {
                _problems.Add($"\"karst\"[{areas.Count}] is not an area with \"centre\": [longitude, latitude] and \"radiusMetres\"");
                return [];
            }

            areas.Add(new KarstArea(
                place, Number(area, "radiusMetres", 1000, 1000, 500_000), Number(area, "towerMetres", 170, 0, 1000), Number(area, "spacingMetres", 850, 200, 5000)));
        }

        return areas.ToImmutable();
    }

    private static GeoPoint? Place(JsonElement value) =>
        Numbers(value) is [var longitude, var latitude] && longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 ? new GeoPoint(longitude, latitude) : null;

    private static double[] Numbers(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 4)
            return [];
        var numbers = new List<double>(4);
        foreach (JsonElement element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out double number))
                return [];
            numbers.Add(number);
        }

        return [.. numbers];
    }
}
