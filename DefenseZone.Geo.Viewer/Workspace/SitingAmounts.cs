using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Objectives and costs as a person reads them.</summary>
internal static class SitingAmounts
{
    /// <summary>An objective or a bound with its unit.</summary>
    public static string Of(double value, SitingUnit unit, Quantities quantities, SitingTexts words) => unit switch
    {
        SitingUnit.Sites => words.SitesOf((long)Math.Round(value), quantities),
        SitingUnit.Cost => string.Format(null, words.Money, Money(value, quantities)),
        _ => quantities.Length(value),
    };

    /// <summary>An amount of money in the plan's own unit, whole where it is whole.</summary>
    public static string Money(double value, Quantities quantities) =>
        quantities.Fixed(value, value.Equals(Math.Round(value)) || Math.Abs(value) >= 100 ? 0 : 2);
}
