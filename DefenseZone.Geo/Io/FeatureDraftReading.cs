using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Reads the members of Feature objects into a draft.</summary>
internal sealed class FeatureDraftReading(ProblemLog problems, JsonPath path, GeometryReading geometries, GeoJsonLimits limits)
{
    /// <summary>Reads one item of a collection's <c>features</c>, up to its last token.</summary>
    public void Read(ref JsonTokens tokens, FeatureDraft draft)
    {
        if (tokens.Type != JsonTokenType.StartObject)
        {
            Fault(draft, path.ToString(), $"the feature is {CoordinateReading.Called(tokens.Type)}, not an object", "give {\"type\": \"Feature\", …}");
            tokens.Skip();
            return;
        }

        while (true)
        {
            tokens.ReadOn();
            if (tokens.Type == JsonTokenType.EndObject)
                break;
            string name = tokens.Name();
            tokens.ReadOn();
            path.Push(name);
            if (name == "type")
                ReadType(ref tokens, draft);
            else if (!TryRead(ref tokens, draft, name) && name != "bbox")
                Keep(ref tokens, draft.ForeignMembers, draft, name);
            else if (name == "bbox")
                tokens.Skip();
            path.Pop();
        }

        if (!draft.HasType)
            Fault(draft, path.ToString(), "the feature has no type", "add \"type\": \"Feature\"");
    }

    /// <summary>Reads a member that makes a feature, if it is one; the path stands at it.</summary>
    public bool TryRead(ref JsonTokens tokens, FeatureDraft draft, string name)
    {
        switch (name)
        {
            case "id":
                if (IsFirst(draft, draft.HasId, name))
                    ReadId(ref tokens, draft);
                else
                    tokens.Skip();
                draft.HasId = true;
                return true;
            case "geometry":
                if (IsFirst(draft, draft.HasGeometry, name))
                    draft.Geometry = geometries.Read(ref tokens);
                else
                    tokens.Skip();
                draft.HasGeometry = true;
                return true;
            case "properties":
                if (IsFirst(draft, draft.HasProperties, name))
                    ReadProperties(ref tokens, draft);
                else
                    tokens.Skip();
                draft.HasProperties = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Keeps a value as it is; of two with one name, the last.</summary>
    public void Keep(ref JsonTokens tokens, PropertyBuffer list, FeatureDraft? draft, string name)
    {
        bool isNameRight = tokens.IsNameRight;
        if (!tokens.TryValue(out PropertyValue value) || !isNameRight)
        {
            problems.Error(path.ToString(), "the text is not valid UTF-8, or holds half a surrogate pair", "save the file as UTF-8");
            if (draft is not null)
                draft.IsRight = false;
        }

        int at = list.IndexOf(name);
        if (at >= 0)
        {
            problems.Warn(path.ToString(), "this name stands twice in one object; the last one counts", "keep one of them");
            list.SetValue(at, value);
        }
        else if (list.Count < limits.MaximumProperties)
        {
            list.Add(name, value);
        }
        else
        {
            problems.Error(path.ToString(), $"there are more than {limits.MaximumProperties} members", "put what belongs together into one object");
            if (draft is not null)
                draft.IsRight = false;
        }
    }

    private void ReadType(ref JsonTokens tokens, FeatureDraft draft)
    {
        bool isFeature = tokens.Type == JsonTokenType.String && tokens.TryText(out string type) && type == "Feature";
        if (draft.HasType)
            Fault(draft, path.ToString(), "the feature has a type twice", "keep one of them");
        else if (!isFeature)
            Fault(draft, path.ToString(), "an item of \"features\" is of another type than Feature", "give {\"type\": \"Feature\", \"geometry\": …, \"properties\": …}");
        draft.HasType = true;
        tokens.Skip();
    }

    private void ReadId(ref JsonTokens tokens, FeatureDraft draft)
    {
        switch (tokens.Type)
        {
            case JsonTokenType.String when tokens.TryText(out string text):
                draft.Id = FeatureId.Of(text);
                break;
            case JsonTokenType.Number when double.IsFinite(DecimalText.Parse(tokens.Bytes)):
                draft.Id = FeatureId.OfNumber(Encoding.ASCII.GetString(tokens.Bytes));
                break;
            case JsonTokenType.Null:
                break;
            default:
                string what = tokens.Type switch
                {
                    JsonTokenType.String => "not valid UTF-8",
                    JsonTokenType.Number => "too large a number",
                    _ => CoordinateReading.Called(tokens.Type),
                };
                Fault(draft, path.ToString(), $"the feature's id is {what}", "an id is a string or a number");
                tokens.Skip();
                break;
        }
    }

    private void ReadProperties(ref JsonTokens tokens, FeatureDraft draft)
    {
        if (tokens.Type == JsonTokenType.Null)
            return;
        if (tokens.Type != JsonTokenType.StartObject)
        {
            Fault(draft, path.ToString(), $"properties are {CoordinateReading.Called(tokens.Type)}, not an object", "give an object, or null");
            tokens.Skip();
            return;
        }

        while (true)
        {
            tokens.ReadOn();
            if (tokens.Type == JsonTokenType.EndObject)
                break;
            string name = tokens.Name();
            tokens.ReadOn();
            path.Push(name);
            Keep(ref tokens, draft.Properties, draft, name);
            path.Pop();
        }

    }

    private bool IsFirst(FeatureDraft draft, bool isSeen, string name)
    {
        if (isSeen)
            Fault(draft, path.ToString(), $"the feature has \"{name}\" twice", "keep one of them");
        return !isSeen;
    }

    private void Fault(FeatureDraft draft, string where, string message, string remedy)
    {
        problems.Error(where, message, remedy);
        draft.IsRight = false;
    }
}
