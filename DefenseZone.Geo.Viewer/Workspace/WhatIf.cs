using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What sets the plan that is looked at apart from the stored one. Never stored.</summary>
public sealed record WhatIf
{
    /// <summary>The plan as it is stored.</summary>
    public static WhatIf Nothing { get; } = new();

    /// <summary>The facilities that stand elsewhere than in the stored plan, by layer and id.</summary>
    public ImmutableHashSet<(FacilityKind Kind, FeatureId Id)> Moved { get; init; } = [];

    /// <summary>The facilities that the stored plan does not have, by layer and id. They take part in every question, though only planned.</summary>
    public ImmutableHashSet<(FacilityKind Kind, FeatureId Id)> Added { get; init; } = [];

    /// <summary>Other changes, each in words of the reader's language: what analyses besides have changed.</summary>
    public ImmutableSortedDictionary<string, Func<Language, string>> Other { get; init; } = ImmutableSortedDictionary.Create<string, Func<Language, string>>(StringComparer.Ordinal);

    /// <summary>True where nothing is changed.</summary>
    public bool IsNothing => Moved.IsEmpty && Added.IsEmpty && Other.IsEmpty;

    /// <summary>What is changed, in words: <c>2 moved, 5 added</c>.</summary>
    public string Describe(Language language)
    {
        ViewerTexts texts = language.Texts();
        var quantities = Quantities.In(language);
        var parts = new List<string>();
        if (!Moved.IsEmpty)
            parts.Add(string.Format(null, texts.WhatIfMoved, quantities.Count(Moved.Count)));
        if (!Added.IsEmpty)
            parts.Add(string.Format(null, texts.WhatIfAdded, quantities.Count(Added.Count)));
        parts.AddRange(Other.Values.Select(words => words(language)));
        return string.Join(", ", parts);
    }
}
