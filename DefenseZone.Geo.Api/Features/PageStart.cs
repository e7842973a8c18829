using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// The <c>offset</c> parameter: how many features come before the page, and in links from page to page also the
/// last of them, so that a feature added or removed meanwhile neither repeats nor skips another.
/// </summary>
/// <param name="Skip">How many matching features come before.</param>
/// <param name="After">The feature that comes just before; none where only the number is known.</param>
internal readonly record struct PageStart(int Skip, FeatureId After)
{
    public const string Parameter = "offset";

    public static bool TryParse(string text, FaultList faults, out PageStart start)
    {
        int dot = text.IndexOf('.');
        string number = dot < 0 ? text : text[..dot];
        start = default;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int skip))
        {
            if (dot < 0)
            {
                start = new PageStart(skip, FeatureId.None);
                return true;
            }

            if (TryReadId(text.AsSpan(dot + 1), out FeatureId after))
            {
                start = new PageStart(skip, after);
                return true;
            }
        }

        faults.Add(new Fault(Parameter, $"The offset '{text}' is not one.", "It must be a whole number from 0, or be taken from a link."));
        return false;
    }

    /// <summary>The parameter's value.</summary>
    public override string ToString() => After.IsNone
        ? Skip.ToString(CultureInfo.InvariantCulture)
        : $"{Skip}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes((After.IsNumber ? "n" : "s") + After.Text))}";

    private static bool TryReadId(ReadOnlySpan<char> encoded, out FeatureId id)
    {
        id = FeatureId.None;
        if (!Base64Url.IsValid(encoded))
            return false;
        string text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        if (text.StartsWith('s'))
            id = FeatureId.Of(text[1..]);
        else if (text.StartsWith('n') && FeatureId.TryOfNumber(text[1..], out FeatureId number))
            id = number;
        return !id.IsNone;
    }
}
