using System.Globalization;

namespace DefenseZone.Geo.Model;

/// <summary>
/// The year, or the day, in which something enters or leaves service. A year stands for all of its days: as a
/// beginning it means 1 January, as an end 31 December.
/// </summary>
public readonly record struct ServiceDate
{
    private ServiceDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, or 0 where only the year is known.</summary>
    public int Month { get; }

    /// <summary>The day of the month, or 0 where only the year is known.</summary>
    public int Day { get; }

    /// <summary>True when only the year is known.</summary>
    public bool IsYear => Month == 0;

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => IsYear ? new DateOnly(Year, 1, 1) : new DateOnly(Year, Month, Day);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => IsYear ? new DateOnly(Year, 12, 31) : new DateOnly(Year, Month, Day);

    /// <summary>A whole year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1 to 9999.</exception>
    public static ServiceDate OfYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return new ServiceDate(year, 0, 0);
    }

    /// <summary>One day.</summary>
    public static ServiceDate OfDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2026</c> or <c>2026-03-01</c>.</summary>
    /// <returns>False for any other text; <paramref name="date"/> is then the default.</returns>
    public static bool TryParse(string? text, out ServiceDate date)
    {
        date = default;
        if (text is null)
            return false;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year >= 1)
        {
            date = OfYear(year);
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return false;
        date = OfDay(day);
        return true;
    }

    /// <summary><c>2026</c> or <c>2026-03-01</c>.</summary>
    public override string ToString() => IsYear
        ? Year.ToString("0000", CultureInfo.InvariantCulture)
        : Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
