using System.Globalization;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>Figures as people read them: three significant digits and a unit. Files get all digits.</summary>
internal static class Figures
{
    /// <summary>A length, in km from 1 km on, in m below: <c>4,600 km</c>, <c>12.3 km</c>, <c>870 m</c>, <c>0.5 m</c>.</summary>
    public static string Length(double metres)
    {
        if (double.IsNaN(metres))
            return "-";
        return metres < 999.5 ? Significant(metres) + " m" : Significant(metres / 1000) + " km";
    }

    /// <summary>An area, in km² from 1 km² on, in m² below.</summary>
    public static string Area(double squareMetres) =>
        squareMetres < 999_500 ? Significant(squareMetres) + " m²" : Significant(squareMetres / 1e6) + " km²";

    /// <summary>A place along a border, in km: with as many decimals as tell places apart, whatever its size.</summary>
    public static string Chainage(double metres, double borderMetres)
    {
        string format = borderMetres < 10_000 ? "#,0.000" : borderMetres < 1_000_000 ? "#,0.00" : "#,0.0";
        return (metres / 1000).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A share of a whole. What is not quite all is never 100 %, nor what is not quite nothing 0 %.</summary>
    public static string Share(double ratio)
    {
        double percent = ratio * 100;
        if (percent is > 0 and < 0.05)
            return "<0.1 %";
        if (percent is > 99.9 and < 100)
            percent = 99.9;
        return percent.ToString(percent is 0 or 100 ? "0" : "0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A mean of counts: <c>1.42</c>.</summary>
    public static string Mean(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A count, with commas between the thousands.</summary>
    public static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 gap</c>, <c>7 gaps</c>.</summary>
    public static string Count(int value, string noun) => Count(value, noun, noun + "s");

    /// <summary>A count with its noun, where that has a plural of its own.</summary>
    public static string Count(int value, string noun, string plural) => $"{Count(value)} {(value == 1 ? noun : plural)}";

    private static string Significant(double value)
    {
        if (value == 0)
            return "0";

        // Rounding may carry into another digit (99.96 is 100), so the digits are counted after it.
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        double rounded = Math.Round(value / unit) * unit;
        string format = rounded switch { >= 99.99 => "#,0", >= 9.999 => "0.0", >= 0.9999 => "0.00", _ => "0.0##" };
        return rounded.ToString(format, CultureInfo.InvariantCulture);
    }
}
