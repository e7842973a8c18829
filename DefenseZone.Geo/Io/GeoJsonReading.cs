using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Reads a GeoJSON text (RFC 7946): a FeatureCollection, a Feature or a bare geometry. All that is wrong goes into
/// the layer's problems; only input and output errors and cancellation are thrown.
/// </summary>
internal sealed class GeoJsonReading
{
    private readonly LayerContent _content;
    private readonly GeoJsonLimits _limits;
    private readonly JsonPath _path = new();
    private readonly FeatureDraft _draft = new();
    private readonly GeometryReading _geometries;
    private readonly FeatureDraftReading _features;
    private int _next;

    public GeoJsonReading(LayerContent content, GeoJsonLimits limits)
    {
        _content = content;
        _limits = limits;
        _geometries = new GeometryReading(content.Problems, _path, limits);
        _features = new FeatureDraftReading(content.Problems, _path, _geometries, limits);
    }

    private ProblemLog Problems => _content.Problems;

    /// <summary>Reads one text to its end. A sequence's texts are read one after the other.</summary>
    public void Read(Stream stream, Action<int>? advanced, CancellationToken cancellationToken)
    {
        _path.CutTo(0);
        Problems.FeatureIndex = -1;
        long start = stream.CanSeek ? stream.Position : 0;
        JsonTokens tokens = default;
        try
        {
            tokens = new JsonTokens(stream, _limits, isExact: !stream.CanSeek, advanced, cancellationToken);
            ReadTop(ref tokens);
            tokens.Read();
        }
        catch (JsonException error)
        {
            Problems.FeatureIndex = -1;
            ReportSyntax(stream, start, error, ref tokens, cancellationToken);
        }
        catch (MalformedJsonException error)
        {
            Problems.FeatureIndex = -1;
            Problems.Error(_path.ToString(), error.Message, error.Remedy);
        }
        finally
        {
            Problems.FeatureIndex = -1;
            tokens.Dispose();
        }
    }

    // The fast way over positions does not count lines: where there is an error, the text is read again, every byte.
    private void ReportSyntax(Stream stream, long start, JsonException error, ref JsonTokens tokens, CancellationToken cancellationToken)
    {
        JsonException exact = error;
        if (stream.CanSeek)
        {
            tokens.Dispose();
            stream.Position = start;
            tokens = new JsonTokens(stream, _limits, isExact: true, null, cancellationToken);
            try
            {
                while (tokens.Read())
                    continue;
            }
            catch (JsonException found)
            {
                exact = found;
            }
        }

        ReportSyntax(Problems, exact, ref tokens, "an empty layer is {\"type\": \"FeatureCollection\", \"features\": []}");
    }

    private void ReadTop(ref JsonTokens tokens)
    {
        tokens.ReadOn();
        if (tokens.Type != JsonTokenType.StartObject)
        {
            Problems.Error("$", $"the text is {CoordinateReading.Called(tokens.Type)}, not an object", "a GeoJSON text is a FeatureCollection, a Feature or a geometry");
            tokens.Skip();
            return;
        }

        _draft.Clear();
        int problemsBefore = Problems.Count;
        string? type = null;
        bool hasType = false;
        bool hasFeatures = false;
        var members = new PropertyBuffer();
        using var geometry = new GeometryReading.GeometryMembers(_geometries);
        while (true)
        {
            tokens.ReadOn();
            if (tokens.Type == JsonTokenType.EndObject)
                break;
            string name = tokens.Name();
            tokens.ReadOn();
            _path.Push(name);
            if (name == "type")
            {
                if (hasType)
                    Problems.Error(_path.ToString(), "the text has a type twice", "keep one of them");
                else
                    type = tokens.Type == JsonTokenType.String && tokens.TryText(out string text) ? text : null;
                hasType = true;
                tokens.Skip();
            }
            else if (name == "features" && type is null or "FeatureCollection")
            {
                if (hasFeatures)
                    Problems.Error(_path.ToString(), "the collection has features twice", "put all of them into one array");
                hasFeatures = true;
                ReadFeatures(ref tokens);
            }
            else if (name == "crs")
            {
                ReadCrs(ref tokens);
            }
            else if (name == "bbox")
            {
                tokens.Skip();
            }
            else if (type == "FeatureCollection" || !ReadPart(ref tokens, geometry, name, type))
            {
                _features.Keep(ref tokens, members, _draft, name);
            }

            _path.Pop();
        }

        Finish(type, hasType, hasFeatures, geometry, members, problemsBefore);
    }

    private bool ReadPart(ref JsonTokens tokens, GeometryReading.GeometryMembers geometry, string name, string? type) =>
        (type is null or "Feature" && _features.TryRead(ref tokens, _draft, name))
        || (type is not "Feature" && geometry.TryRead(ref tokens, name));

    private void Finish(
        string? type, bool hasType, bool hasFeatures, GeometryReading.GeometryMembers geometry,
        PropertyBuffer members, int problemsBefore)
    {
        switch (type)
        {
            case "FeatureCollection":
                if (!hasFeatures)
                    Problems.Error("$", "the FeatureCollection has no features", "add \"features\", an array, which may be empty");
                _content.Members = members.ToProperties();
                return;
            case "Feature":
                _draft.ForeignMembers.AddRange(members);
                TakeDraft(problemsBefore);
                return;
            case "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection":
                if (members.Count > 0)
                    Problems.Warn("$", "members of a bare geometry that have no meaning are not kept", "make it a Feature and put them among its properties");
                _draft.Geometry = geometry.Finish(type);
                TakeDraft(problemsBefore);
                return;
            case null when !hasType:
                Problems.Error("$", "the text has no type", "add \"type\": \"FeatureCollection\"");
                return;
            case null:
                Problems.Error("$.type", "the text's type is not a string", "it is FeatureCollection, Feature or a geometry type");
                return;
            case "Topology":
                Problems.Error("$.type", "this is TopoJSON, not GeoJSON", "convert it to a FeatureCollection");
                return;
            default:
                string nearest = Spelling.Nearest(type, ["FeatureCollection", "Feature"]);
                Problems.Error(
                    "$.type", $"there is no GeoJSON type \"{type}\"",
                    nearest.Length > 0 ? $"did you mean {nearest}?" : GeometryReading.TypeRemedy(type));
                return;
        }
    }

    private void TakeDraft(int problemsBefore)
    {
        _content.IsSingle = true;
        Problems.FeatureIndex = _next++;
        Problems.Claim(problemsBefore);
        _content.Take(_draft, _path, problemsBefore);
        Problems.FeatureIndex = -1;
    }

    private void ReadFeatures(ref JsonTokens tokens)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            Problems.Error(_path.ToString(), $"features are {CoordinateReading.Called(tokens.Type)}, not an array", "give an array of Features, which may be empty");
            tokens.Skip();
            return;
        }

        while (true)
        {
            tokens.ReadOn();
            if (tokens.Type == JsonTokenType.EndArray)
                break;
            Problems.FeatureIndex = _next;
            int problemsBefore = Problems.Count;
            _path.Push(_next++);
            _draft.Clear();
            _features.Read(ref tokens, _draft);
            _content.Take(_draft, _path, problemsBefore);
            _path.Pop();
        }

        Problems.FeatureIndex = -1;
        _draft.Clear();
    }

    // GeoJSON of 2008 could name another system. What says WGS84 there is plain GeoJSON today.
    private void ReadCrs(ref JsonTokens tokens)
    {
        if (!tokens.TryValue(out PropertyValue crs) || crs.IsNull)
            return;
        string text = crs.ToString();
        if (text.Contains("CRS84", StringComparison.OrdinalIgnoreCase)
            || text.Contains("EPSG::4326", StringComparison.OrdinalIgnoreCase)
            || text.Contains("EPSG:4326", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Problems.Error(
            _path.ToString(), $"the text names another coordinate system: {(text.Length > 100 ? text[..100] + "…" : text)}",
            "GeoJSON is in WGS84 longitude and latitude: convert the coordinates and leave \"crs\" out");
    }

    /// <summary>Reports where a text stops being JSON.</summary>
    public static void ReportSyntax(ProblemLog problems, JsonException error, ref JsonTokens tokens, string emptyRemedy)
    {
        string message = tokens.IsEmpty ? "the file is empty" : "this is not JSON: " + FirstSentence(error.Message);
        ReadOnlySpan<byte> ahead = tokens.Ahead;
        string remedy = "mend it there; nothing after it was read";
        if (tokens.IsEmpty)
            remedy = emptyRemedy;
        else if (ahead.StartsWith("NaN"u8) || ahead.StartsWith("Inf"u8) || ahead.StartsWith("-Inf"u8))
            remedy = "JSON has no NaN and no Infinity: leave out what is not known, or write null; nothing after it was read";
        else if (error.LineNumber is null or 0 && error.BytePositionInLine is null or <= 1 && JsonTokens.LooksLikeUtf16(ahead))
            remedy = "save the file as UTF-8: it looks like UTF-16";
        problems.ErrorAt((error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1, message, remedy);
    }

    // The framework's message ends with a line and position counted from 0, which would contradict ours.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string text = end < 0 ? message : message[..end];
        return string.Create(CultureInfo.InvariantCulture, $"{text.TrimEnd('.', ' ')}");
    }
}
