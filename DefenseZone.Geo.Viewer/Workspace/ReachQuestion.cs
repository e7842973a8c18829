using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is asked of isochrones besides what all tabs share: from where, and within which times.</summary>
public sealed record ReachQuestion
{
    /// <summary>The most times that are drawn at once.</summary>
    public const int MostTimes = 4;

    /// <summary>Places and ids of facilities where travel begins.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Kinds of facilities where it begins as well. Where there is neither, it begins at all who respond.</summary>
    public ImmutableArray<FacilityKind> Kinds { get; init; } = [];

    /// <summary>The times in minutes, as they were written; empty for the tab's own and half of it.</summary>
    public string Times { get; init; } = string.Empty;

    /// <summary>The times, shortest first; none where what was written is not one to four times of more than none and at most a day.</summary>
    /// <param name="tabMinutes">The minutes that the tab asks for.</param>
    public ImmutableArray<double> Minutes(double tabMinutes)
    {
        if (Times.Length == 0)
            return [tabMinutes / 2, tabMinutes];
        string[] words = Times.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var minutes = new SortedSet<double>();
        foreach (string word in words)
        {
            // Whoever writes a comma for a decimal point is understood; and who ends a number with one.
            if (!double.TryParse(word.TrimEnd(',').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double one) || !(one > 0 && one <= ResponseCoverage.MostMinutes))
                return [];
            minutes.Add(one);
        }

        return minutes.Count is > 0 and <= MostTimes ? [.. minutes] : [];
    }

    /// <summary>The question in the address.</summary>
    public IEnumerable<(string Name, string Value)> Write() =>
    [
        ("reach-from", string.Join(';', Places)),
        ("reach-kinds", string.Join(',', Kinds.Select(kind => Vocabulary.FacilityLayers[kind]))),
        ("reach-minutes", Times),
    ];

    /// <summary>Reads it from the address.</summary>
    public static ReachQuestion Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new ReachQuestion
        {
            Places = [.. inputs.Text("reach-from").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Kinds = [.. inputs.List("reach-kinds").SelectMany(word => Vocabulary.FacilityLayers.TryParse(word, out FacilityKind kind) ? [kind] : Array.Empty<FacilityKind>()).Distinct().Order()],
            Times = inputs.Text("reach-minutes"),
        };
    }
}

/// <summary>What is asked for isochrones, compared by value.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">Who responds.</param>
/// <param name="Response">By which roads, and what is closed.</param>
/// <param name="Own">From where, and within which times.</param>
public sealed record ReachAsked(Plan Plan, FacilityFilter Who, ResponseCoverage Response, ReachQuestion Own);
