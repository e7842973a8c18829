using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>
/// Checks the text of a body before anything is read from it: JSON may hold characters that no text can have (half of a
/// surrogate pair) or that no id or name has (NUL), and whoever reads such a string later fails there.
/// </summary>
internal static class BodyText
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a byte order mark, which some editors put before it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    /// <summary>Refuses bytes that are not UTF-8.</summary>
    /// <exception cref="RequestProblem">They are not (400); the first wrong byte is named.</exception>
    public static void ThrowUnlessUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return;
        int at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
            at += length;
        throw RequestProblem.BadRequest("/", $"The body is not UTF-8: byte {at + 1} is wrong.", "It must be one JSON object in UTF-8.");
    }

    /// <summary>Refuses strings and member names with characters that cannot be meant. The text has to be JSON.</summary>
    /// <exception cref="RequestProblem">There are such strings (400); each is named by its JSON pointer.</exception>
    public static void ThrowUnlessReadable(ReadOnlySpan<byte> text, int maximumDepth)
    {
        // Only an escape can hide such a character in JSON that is UTF-8: most bodies have none.
        if (!text.Contains((byte)'\\'))
            return;
        var faults = new FaultList();
        var path = new List<(string Name, int Index)>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maximumDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.RemoveAt(path.Count - 1);
                    continue;
                case JsonTokenType.PropertyName:
                    if (Fault(ref reader) is { Length: > 0 } wrongName)
                        faults.Add(new Fault(Pointer(path, path.Count - 1), $"The name of a member here {wrongName}.", "Give the name without it."));
                    else
                        path[^1] = (reader.GetString()!, -1);
                    continue;
            }

            if (path.Count > 0 && path[^1].Index >= 0)
                path[^1] = (string.Empty, path[^1].Index + 1);
            if (reader.TokenType == JsonTokenType.String && Fault(ref reader) is { Length: > 0 } wrong)
                faults.Add(new Fault(Pointer(path, path.Count), $"The text here {wrong}.", "Give the text without it."));
            if (reader.TokenType == JsonTokenType.StartObject)
                path.Add((string.Empty, -1));
            else if (reader.TokenType == JsonTokenType.StartArray)
                path.Add((string.Empty, 0));
        }

        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
    }

    private static string Fault(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return string.Empty;
        try
        {
            return reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? "has the character NUL (\\u0000)" : string.Empty;
        }
        catch (InvalidOperationException)
        {
            return "has half of a surrogate pair (\\ud800 to \\udfff), which is no character";
        }
    }

    // An array counts its entries from 1 while they are read; an object has its present member's name.
    private static string Pointer(List<(string Name, int Index)> path, int depth)
    {
        if (depth == 0)
            return "/";
        var pointer = new StringBuilder();
        foreach ((string name, int index) in path.Take(depth))
            pointer.Append('/').Append(index >= 0 ? $"{index - 1}" : JsonMembers.Escaped(name));
        return pointer.ToString();
    }
}
