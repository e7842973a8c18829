using System.Collections.Immutable;

namespace DefenseZone.Geo.Rendering;

/// <summary>One mark of an axis.</summary>
/// <param name="Metres">The chainage that it marks.</param>
/// <param name="XPixels">Where it stands.</param>
/// <param name="Text">What is written at it, without a unit.</param>
public readonly record struct AxisTick(double Metres, double XPixels, string Text);

/// <summary>Chooses the marks of an axis of chainage: round numbers of kilometres, or of metres when it is short.</summary>
public static class KilometreAxis
{
    /// <summary>The marks from one chainage to another.</summary>
    /// <param name="fromMetres">The chainage at x = 0.</param>
    /// <param name="toMetres">The chainage at x = <paramref name="widthPixels"/>.</param>
    /// <param name="widthPixels">The width of the axis.</param>
    /// <param name="spacingPixels">The least distance between two marks.</param>
    /// <param name="quantities">How numbers are written.</param>
    public static ImmutableArray<AxisTick> Ticks(double fromMetres, double toMetres, double widthPixels, double spacingPixels, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        double span = toMetres - fromMetres;
        if (!(span > 0) || !(widthPixels > 0))
            return [];
        double step = RoundStep(span * spacingPixels / widthPixels);
        int decimals = Decimals(step / 1000);
        var ticks = ImmutableArray.CreateBuilder<AxisTick>();
        for (double count = Math.Ceiling((fromMetres / step) - 1e-9); count * step <= toMetres + (span * 1e-9); count++)
        {
            // Not −0: the ceiling of a little less than nothing is a negative zero, and would be written as one.
            double metres = (count * step) + 0.0;
            ticks.Add(new AxisTick(metres, (metres - fromMetres) / span * widthPixels, quantities.Fixed(metres / 1000, decimals)));
        }

        return ticks.DrainToImmutable();
    }

    private static int Decimals(double step)
    {
        int decimals = 0;
        for (double scaled = step; decimals < 6 && Math.Abs(scaled - Math.Round(scaled)) > 1e-6 * scaled; decimals++)
            scaled *= 10;
        return decimals;
    }

    /// <summary>The least of 1, 2, 2.5 and 5 times a power of ten that is not below a value.</summary>
    public static double RoundStep(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (factor * power >= atLeast * (1 - 1e-12))
                return factor * power;
        }

        return 10 * power;
    }
}
