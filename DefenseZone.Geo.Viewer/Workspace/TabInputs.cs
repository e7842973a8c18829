using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What an address asks of one tab, by the names that the tab gave: <c>siting.sites=10</c> is <c>sites</c> of the tab <c>siting</c>.</summary>
/// <param name="values">The values by name.</param>
public sealed class TabInputs(ImmutableDictionary<string, string> values)
{
    /// <summary>Nothing asked.</summary>
    public static TabInputs None { get; } = new([]);

    /// <summary>A text; empty where it is not said.</summary>
    public string Text(string name) => values.GetValueOrDefault(name, string.Empty);

    /// <summary>True where it is said with the value 1.</summary>
    public bool Flag(string name) => string.Equals(Text(name), "1", StringComparison.Ordinal);

    /// <summary>A number within bounds, edges included; none where it is not said or out of them.</summary>
    public double? Number(string name, double least, double most) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most ? value : null;

    /// <summary>A whole number within bounds, edges included; none where it is not said or out of them.</summary>
    public int? Whole(string name, int least, int most) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most ? value : null;

    /// <summary>The parts of a text between commas, without the empty ones.</summary>
    public ImmutableArray<string> List(string name) =>
        [.. Text(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>A word of an enumeration, in lower case as <see cref="Word{T}(T)"/> writes it; none where it is not said or no such word.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => string.Equals(Word(value), Text(name), StringComparison.Ordinal)).Select(value => (T?)value).FirstOrDefault();

    /// <summary>A value of an enumeration as the address has it: in lower case, with a hyphen before what was a capital.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? "-" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));
}
