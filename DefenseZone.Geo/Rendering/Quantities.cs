using System.Globalization;

namespace DefenseZone.Geo.Rendering;

/// <summary>The languages that people are addressed in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Vietnamese.</summary>
    Vietnamese,
}

/// <summary>
/// Lengths, shares and counts as a person reads them: two or three digits that matter, the unit always, the
/// reader's own decimal sign and thousands. The product runs without the system's culture data, so both ways of
/// writing numbers are defined here.
/// </summary>
public sealed class Quantities
{
    private const string NoBreak = "\u00A0";
    private readonly NumberFormatInfo _numbers;

    private Quantities(string decimalSign, string thousandsSign)
    {
        _numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        _numbers.NumberDecimalSeparator = decimalSign;
        _numbers.NumberGroupSeparator = thousandsSign;
        _numbers.NegativeSign = "−";
    }

    /// <summary>As English has it: 1,234.5.</summary>
    public static Quantities English { get; } = new(".", ",");

    /// <summary>As Vietnamese has it: 1.234,5.</summary>
    public static Quantities Vietnamese { get; } = new(",", ".");

    /// <summary>The way of a language.</summary>
    public static Quantities In(Language language) => language == Language.Vietnamese ? Vietnamese : English;

    /// <summary>A length: kilometres from one kilometre on, metres below.</summary>
    public string Length(double metres)
    {
        if (!double.IsFinite(metres))
            return "–";

        // What would be rounded to 1,000 m is a kilometre already.
        if (Math.Abs(metres) >= 999.5)
            return Significant(metres / 1000, 3) + NoBreak + "km";
        bool whole = metres.Equals(Math.Round(metres));
        return (whole ? Fixed(metres, 0) : Significant(metres, Math.Abs(metres) >= 100 ? 3 : 2)) + NoBreak + "m";
    }

    /// <summary>The height of ground or of an eye: whole metres however many, as maps have it, with a decimal below ten.</summary>
    public string Height(double metres) =>
        double.IsFinite(metres) ? Fixed(metres, Math.Abs(metres) < 9.95 && !metres.Equals(Math.Round(metres)) ? 1 : 0) + NoBreak + "m" : "–";

    /// <summary>A length in kilometres without its unit, for a column whose head names it.</summary>
    public string Kilometres(double metres) => double.IsFinite(metres) ? Significant(metres / 1000, 3) : "–";

    /// <summary>An area: square kilometres.</summary>
    public string Area(double squareMetres) =>
        double.IsFinite(squareMetres) ? Significant(squareMetres / 1_000_000, 3) + NoBreak + "km²" : "–";

    /// <summary>A share. What is not quite all is never written as 100 %, what is not quite nothing never as 0 %.</summary>
    public string Share(double ratio)
    {
        if (!double.IsFinite(ratio))
            return "–";

        // Less than that is rounding of sums along the border: a few millimetres of the longest there is.
        double percent = Math.Abs(1 - ratio) < 1e-9 ? 100 : ratio * 100;
        if (percent is > 0 and < 0.05)
            return "<" + NoBreak + Fixed(0.1, 1) + NoBreak + "%";
        if (percent is < 100 and > 99.9)
            percent = 99.9;
        return (percent is 0 or >= 100 ? Count((long)percent) : Fixed(percent, 1)) + NoBreak + "%";
    }

    /// <summary>Two chainages in kilometres, with as many decimals as it takes to tell them apart.</summary>
    public string Chainages(double fromMetres, double toMetres)
    {
        int decimals = Math.Abs(toMetres - fromMetres) switch
        {
            < 20 => 3,
            < 500 => 2,
            _ => 1,
        };
        return Fixed(fromMetres / 1000, decimals) + "–" + Fixed(toMetres / 1000, decimals);
    }

    /// <summary>A chainage in kilometres to ten metres.</summary>
    public string Chainage(double metres) => Fixed(metres / 1000, 2) + NoBreak + "km";

    /// <summary>A whole number.</summary>
    public string Count(long count) => count.ToString("N0", _numbers);

    /// <summary>A number with a fixed count of decimals.</summary>
    public string Fixed(double value, int decimals)
    {
        string written = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

        // What is rounded to nothing has no sign.
        return double.IsNegative(value) && !written.AsSpan().ContainsAnyInRange('1', '9') ? (0d).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers) : written;
    }

    /// <summary>A number with at most so many digits that matter; trailing zeros behind the decimal sign are kept, whole digits are never cut.</summary>
    public string Significant(double value, int digits)
    {
        if (value == 0)
            return "0";
        int whole = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        int decimals = Math.Clamp(digits - whole, 0, digits);

        // 9.996 has one whole digit and is written with two: 10.0.
        if (Math.Round(Math.Abs(value), decimals, MidpointRounding.AwayFromZero) >= Math.Pow(10, whole))
            decimals = Math.Max(0, decimals - 1);
        return Fixed(Math.Round(value, decimals, MidpointRounding.AwayFromZero), decimals);
    }
}
