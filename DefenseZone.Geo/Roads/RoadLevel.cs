using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The level of a road, as OpenStreetMap has it: its <c>layer</c> where that is a number, else 1 for a <c>bridge</c>, −1
/// for a <c>tunnel</c>, and 0. Roads that cross on different levels do not meet.
/// </summary>
internal static class RoadLevel
{
    internal static int Of(PatrolRoad road)
    {
        if (road.OtherProperties.Count == 0)
            return 0;
        PropertyValue layer = road.OtherProperties["layer"];
        if (layer.Kind == PropertyKind.Number)
            return (int)Math.Clamp(layer.Number, -100, 100);
        if (int.TryParse(layer.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int level))
            return Math.Clamp(level, -100, 100);
        return Says(road.OtherProperties["bridge"]) ? 1 : Says(road.OtherProperties["tunnel"]) ? -1 : 0;
    }

    private static bool Says(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Boolean => value.Boolean,
        PropertyKind.Number => value.Number != 0,
        PropertyKind.Text => value.Text is not ("" or "no" or "false" or "0"),
        _ => false,
    };
}
