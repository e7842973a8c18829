using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Cli.Conversion;

/// <summary>What a form of file cannot hold of the features that it is given, said in sentences.</summary>
internal static class Losses
{
    /// <summary>What is lost in that form; nothing in GeoJSON.</summary>
    public static ImmutableArray<string> Of(LayerFeatures layer, LayerForm form)
    {
        var losses = ImmutableArray.CreateBuilder<string>();
        if (form != LayerForm.GeoJson && layer.Members.Count > 0)
            losses.Add($"the collection's own members are left out: {string.Join(", ", layer.Members.Select(member => member.Key))}");
        if (form == LayerForm.Csv)
            AddCsvLosses(layer, losses);
        return losses.ToImmutable();
    }

    private static void AddCsvLosses(LayerFeatures layer, ImmutableArray<string>.Builder losses)
    {
        Add(losses, layer, feature => feature.Geometry is not Point { IsEmpty: false }, "a shape that is no point: the column wkt has the shapes, in WGS84, and they are not read back");
        Add(losses, layer, HasHeight, "a height, which is left out");
        Add(losses, layer, feature => feature.ForeignMembers.Count > 0, "members beside the properties, which are left out");
        Add(losses, layer, feature => HasProperty(feature, IsNothing), "a property that is null or an empty text; it reads back as none");
        Add(losses, layer, feature => HasProperty(feature, value => value.Kind == PropertyKind.Json), "a property that is a list or an object; it is written as its JSON text");
        Add(losses, layer, feature => HasProperty(feature, ReadsAsNumber), "a text that reads back as a number or as true or false");
        Add(losses, layer, feature => !feature.Id.IsNumber && long.TryParse(feature.Id.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "an id of digits that is a text; it reads back as a number");
    }

    private static void Add(ImmutableArray<string>.Builder losses, LayerFeatures layer, Func<PlanFeature, bool> loses, string what)
    {
        int count = layer.Features.Count(loses);
        if (count > 0)
            losses.Add($"{Figures.Count(count, "feature")} {(count == 1 ? "has" : "have")} {what}");
    }

    private static bool HasHeight(PlanFeature feature) => feature.Geometry.Coordinates.Any(place => !double.IsNaN(place.Z));

    private static bool HasProperty(PlanFeature feature, Func<PropertyValue, bool> test) => feature.AllProperties().Any(property => test(property.Value));

    private static bool IsNothing(PropertyValue value) => value.IsNull || (value.Kind == PropertyKind.Text && value.Text.Length == 0);

    private static bool ReadsAsNumber(PropertyValue value) =>
        value.Kind == PropertyKind.Text && (value.Text is "true" or "false" || double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
