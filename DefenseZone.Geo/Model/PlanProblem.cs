using System.Globalization;
using System.Text;

namespace DefenseZone.Geo.Model;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The plan cannot be used as it is.</summary>
    Error,

    /// <summary>The plan can be used, but somebody should look at this.</summary>
    Warning,
}

/// <summary>One thing that is wrong in what was read: where it is, what is wrong and what would be right.</summary>
public sealed record PlanProblem
{
    /// <summary>How much it matters.</summary>
    public required ProblemSeverity Severity { get; init; }

    /// <summary>The name of the file, without its folder; empty where the problem is of no file.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The layer; empty where the problem is of no layer.</summary>
    public string Layer { get; init; } = string.Empty;

    /// <summary>The feature's id; none where it has none, or the problem is of no one feature.</summary>
    public FeatureId FeatureId { get; init; }

    /// <summary>The feature's place in its file, counted from 0; −1 where the problem is of no one feature.</summary>
    public int FeatureIndex { get; init; } = -1;

    /// <summary>Where in the JSON text, such as <c>$.features[3].properties.level</c>; empty where it is not known.</summary>
    public string JsonPath { get; init; } = string.Empty;

    /// <summary>The line, counted from 1; 0 where it is not known.</summary>
    public long Line { get; init; }

    /// <summary>The byte (JSON) or column (CSV) within the line, counted from 1; 0 where it is not known.</summary>
    public long Position { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What would be right.</summary>
    public required string Remedy { get; init; }

    /// <summary>All of it on one line: <c>error: militia-posts.geojson, feature "p7" (3rd), $.features[2].id: what is wrong; what would be right</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Severity == ProblemSeverity.Error ? "error: " : "warning: ");
        int start = text.Length;
        Append(text, start, File);
        if (Line > 0)
            Append(text, start, string.Create(CultureInfo.InvariantCulture, $"line {Line}, {(File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "column" : "byte")} {Position}"));
        if (!FeatureId.IsNone)
            Append(text, start, $"feature {FeatureId.Quoted}");
        if (FeatureIndex >= 0 && FeatureId.IsNone)
            Append(text, start, string.Create(CultureInfo.InvariantCulture, $"feature number {FeatureIndex + 1} of the file"));
        Append(text, start, JsonPath);
        if (text.Length > start)
            text.Append(": ");
        text.Append(Message);
        if (Remedy.Length > 0)
            text.Append("; ").Append(Remedy);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                text[i] = ' ';
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int start, string part)
    {
        if (part.Length == 0)
            return;
        if (text.Length > start)
            text.Append(", ");
        text.Append(part);
    }
}
