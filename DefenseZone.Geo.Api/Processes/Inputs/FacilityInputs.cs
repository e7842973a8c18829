using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that say which facilities take part.</summary>
internal static class FacilityInputs
{
    private static readonly ProcessInput<ImmutableArray<FacilityKind>> Kinds = InputKinds.Terms(
        "kinds",
        "Kinds of facility",
        "The kinds that take part; without them, militia posts and every facility that has a coverage radius, or for the model 'response' combat bases.",
        Vocabulary.FacilityLayers);

    private static readonly ProcessInput<ImmutableArray<FacilityKind>> RespondingKinds = InputKinds.Terms(
        "kinds", "Kinds of facility", "The kinds that respond; without them, combat bases.", Vocabulary.FacilityLayers);

    private static readonly ProcessInput<ImmutableArray<FacilityKind>> JoinedKinds = InputKinds.Terms(
        "kinds", "Kinds of facility", "With 'onlyWithFacilities': the kinds that count; without them, all.", Vocabulary.FacilityLayers);

    private static readonly ProcessInput<ImmutableArray<LifecycleStatus>> Statuses = InputKinds.Terms(
        "statuses",
        "Statuses",
        "The statuses that take part; without them, existing and under construction, or with a year whoever is in service then.",
        Vocabulary.Statuses);

    private static readonly ProcessInput<int?> Year = InputKinds.Whole(
        "year",
        "Year",
        "The year asked about: who is in service on any day of it takes part.",
        least: 1,
        most: 9999);

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [Kinds, Statuses, Year];

    /// <summary>Which facilities a request asks for.</summary>
    public static FacilityFilter Read(InputValues values) =>
        new() { Kinds = values.Of(Kinds), Statuses = values.Of(Statuses), Year = values.Of(Year) };

    /// <summary>The same, where it is about who responds and not about who watches.</summary>
    public static ImmutableArray<ProcessInput> Responding { get; } = [RespondingKinds, Statuses, Year];

    /// <summary>Who responds, as a request asks for it.</summary>
    public static FacilityFilter ReadResponding(InputValues values) =>
        new() { Kinds = values.Of(RespondingKinds), Statuses = values.Of(Statuses), Year = values.Of(Year) };

    /// <summary>The same, where it is about who is joined to the roads.</summary>
    public static ImmutableArray<ProcessInput> Joined { get; } = [JoinedKinds, Statuses, Year];

    /// <summary>Who is to be joined to the roads, as a request asks for it.</summary>
    public static FacilityFilter ReadJoined(InputValues values) =>
        new() { Kinds = values.Of(JoinedKinds), Statuses = values.Of(Statuses), Year = values.Of(Year) };

    /// <summary>The inputs that choose facilities and do nothing else: the year also chooses roads.</summary>
    public static ImmutableArray<ProcessInput> OnlyFacilities { get; } = [Kinds, RespondingKinds, JoinedKinds, Statuses];

    /// <summary>The year asked about, for questions in which no facility takes part.</summary>
    public static ProcessInput<int?> YearOnly => Year;
}
