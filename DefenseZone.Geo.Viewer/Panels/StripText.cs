using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DefenseZone.Geo.Viewer.Panels;

/// <summary>Text inside an SVG: <c>text</c> means something else to the Razor compiler, so it is written as an element by name.</summary>
internal static class StripText
{
    /// <summary>A line of text.</summary>
    public static RenderFragment Of(double x, double y, string type, string text) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Number(x));
        builder.AddAttribute(2, "y", Number(y));
        builder.AddAttribute(3, "class", type);
        builder.AddContent(4, text);
        builder.CloseElement();
    };

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
