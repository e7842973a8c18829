using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is asked of a patrol round: from which base, over what, and in what time.</summary>
public sealed record RoundQuestion
{
    /// <summary>The longest shift, and the longest stay, in minutes.</summary>
    public const double MostMinutes = 14 * 24 * 60;

    /// <summary>The base, as <see cref="PlanNames"/> has it; empty where it is not chosen.</summary>
    public string Base { get; init; } = string.Empty;

    /// <summary>What is called on: facilities and roads, in the order in which they were chosen.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>How long the round may take, in minutes; none for as long as it takes.</summary>
    public double? ShiftMinutes { get; init; }

    /// <summary>How long one stays at each facility, in minutes.</summary>
    public double StayMinutes { get; init; }

    /// <summary>The question in the address.</summary>
    public IEnumerable<(string Name, string Value)> Write() =>
    [
        ("base", Base),
        ("stops", string.Join(';', Stops)),
        ("shift", ShiftMinutes?.ToString("0.###", CultureInfo.InvariantCulture) ?? string.Empty),
        ("stay", StayMinutes > 0 ? StayMinutes.ToString("0.###", CultureInfo.InvariantCulture) : string.Empty),
    ];

    /// <summary>Reads it from the address.</summary>
    public static RoundQuestion Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new RoundQuestion
        {
            Base = inputs.Text("base"),
            Stops = [.. inputs.Text("stops").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
            ShiftMinutes = inputs.Number("shift", 0.001, MostMinutes),
            StayMinutes = inputs.Number("stay", 0, MostMinutes) ?? 0,
        };
    }
}

/// <summary>What is asked for a round, compared by value.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Response">By which roads, and what is closed.</param>
/// <param name="Own">From where, over what, in what time.</param>
public sealed record RoundAsked(Plan Plan, ResponseCoverage Response, RoundQuestion Own);
