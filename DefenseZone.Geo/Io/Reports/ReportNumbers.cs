using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The numbers of reports, with as many digits as mean something.</summary>
internal static class ReportNumbers
{
    private const int LongestNumber = 32;
    private const int LongestWhole = 10;
    private const int MostAtOnce = 256;

    /// <summary>Metres, to the millimetre.</summary>
    public static double Metres(double metres) => Rounded(metres, 3);

    /// <summary>Degrees, to seven decimals: about 1 cm.</summary>
    public static double Degrees(double degrees) => Rounded(degrees, 7);

    /// <summary>A ratio or a mean, to nine decimals.</summary>
    public static double Ratio(double ratio) => Rounded(ratio, 9);

    /// <summary>A length in metres; null where it is not a finite number.</summary>
    public static void WriteMetres(this Utf8JsonWriter writer, string name, double metres)
    {
        if (!double.IsFinite(metres))
        {
            writer.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[LongestNumber];
        int length = DecimalText.Format(metres, 3, text);
        writer.WritePropertyName(name);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    /// <summary>Whole numbers from 0 up, as an array: a report has hundreds of thousands of them.</summary>
    public static void WriteWholeNumbers(this Utf8JsonWriter writer, ReadOnlySpan<int> numbers)
    {
        if (writer.Options.Indented || numbers.Length > MostAtOnce)
        {
            writer.WriteStartArray();
            foreach (int number in numbers)
                writer.WriteNumberValue(number);
            writer.WriteEndArray();
            return;
        }

        Span<byte> text = stackalloc byte[(MostAtOnce * (LongestWhole + 1)) + 2];
        int at = 0;
        text[at++] = (byte)'[';
        foreach (int number in numbers)
        {
            if (at > 1)
                text[at++] = (byte)',';
            at += DecimalText.Format((uint)number, text[at..]);
        }

        text[at++] = (byte)']';
        writer.WriteRawValue(text[..at], skipInputValidation: true);
    }

    /// <summary>A ratio or a mean.</summary>
    public static void WriteRatio(this Utf8JsonWriter writer, string name, double ratio) => writer.WriteNumber(name, Ratio(ratio));

    /// <summary>A place as <c>[longitude, latitude]</c>.</summary>
    public static void WritePlace(this Utf8JsonWriter writer, string name, GeoPoint place)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(Degrees(place.LongitudeDegrees));
        writer.WriteNumberValue(Degrees(place.LatitudeDegrees));
        writer.WriteEndArray();
    }

    /// <summary>An identifier as the plan has it, a string or a number; null where there is none.</summary>
    public static void WriteId(this Utf8JsonWriter writer, string name, FeatureId id)
    {
        if (id.IsNone)
        {
            writer.WriteNull(name);
        }
        else if (id.IsNumber)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(id.Text, skipInputValidation: true);
        }
        else
        {
            writer.WriteString(name, id.Text);
        }
    }

    // Adding zero turns the negative zero that rounding can leave into the plain one.
    private static double Rounded(double value, int decimals) => Math.Round(value, decimals) + 0.0;
}
