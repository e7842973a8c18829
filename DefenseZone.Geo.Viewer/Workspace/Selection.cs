using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is selected: nothing, a gap by its number, or a feature of the plan. The same in map, strip and table.</summary>
public readonly record struct Selection
{
    private Selection(int gapNumber, string layer, FeatureId id)
    {
        GapNumber = gapNumber;
        Layer = layer;
        Id = id;
    }

    /// <summary>Nothing.</summary>
    public static Selection Nothing => default;

    /// <summary>The number of the gap along the border, from 1; 0 where no gap is selected.</summary>
    public int GapNumber { get; }

    /// <summary>The layer of the feature; empty where none is selected.</summary>
    public string Layer => field ?? string.Empty;

    /// <summary>The id of the feature.</summary>
    public FeatureId Id { get; }

    /// <summary>True where nothing is selected.</summary>
    public bool IsNothing => GapNumber == 0 && Layer.Length == 0;

    /// <summary>A gap.</summary>
    public static Selection OfGap(int number) => new(number, string.Empty, FeatureId.None);

    /// <summary>A feature.</summary>
    public static Selection Of(PlanFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return new Selection(0, feature.LayerName, feature.Id);
    }

    /// <summary>Whether a feature is what is selected.</summary>
    public bool Is(PlanFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return Layer.Length > 0 && Id == feature.Id && string.Equals(Layer, feature.LayerName, StringComparison.Ordinal);
    }

    /// <summary>As the address has it: <c>gap:3</c>, or layer and id.</summary>
    public override string ToString() =>
        GapNumber > 0 ? FormattableString.Invariant($"gap:{GapNumber}") : IsNothing ? string.Empty : $"{Layer}:{(Id.IsNumber ? "#" : string.Empty)}{Id.Text}";

    /// <summary>Reads what <see cref="ToString"/> writes; anything else is nothing.</summary>
    public static Selection Parse(string? text)
    {
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || colon == text!.Length - 1)
            return Nothing;
        string layer = text[..colon], id = text[(colon + 1)..];
        if (string.Equals(layer, "gap", StringComparison.Ordinal))
            return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? OfGap(number) : Nothing;
        if (id[0] != '#')
            return new Selection(0, layer, FeatureId.Of(id));
        return FeatureId.TryOfNumber(id[1..], out FeatureId feature) ? new Selection(0, layer, feature) : Nothing;
    }
}
