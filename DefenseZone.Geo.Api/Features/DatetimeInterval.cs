using System.Globalization;
using System.Text.RegularExpressions;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// The <c>datetime</c> parameter: an instant, a day, or an interval of either that may be open at an end, bounds
/// included. Moments are counted in ticks of 100 ns from the start of the year 0 of the proleptic Gregorian
/// calendar, because clients send that year for an open start and the framework's dates begin with year 1.
/// </summary>
internal readonly partial record struct DatetimeInterval(long FromTicks, long ToTicks)
{
    public const string Parameter = "datetime";
    private const string Remedy =
        "It must be a day or an RFC 3339 time such as '2026-01-01T00:00:00Z', or two of them as 'from/to', where one may be '..'.";

    private const long TicksADay = TimeSpan.TicksPerDay;

    /// <summary>True where a feature in service for that long was so at any moment of this interval; no date is no bound.</summary>
    public bool Meets(ServiceDate? inServiceFrom, ServiceDate? inServiceTo) =>
        (inServiceFrom is not { } from || StartOfDay(from.Earliest) <= ToTicks)
        && (inServiceTo is not { } to || StartOfDay(to.Latest) + TicksADay - 1 >= FromTicks);

    /// <summary>True where a moment lies in this interval.</summary>
    public bool Contains(DateTimeOffset moment)
    {
        long ticks = (366 * TicksADay) + moment.UtcTicks;
        return ticks >= FromTicks && ticks <= ToTicks;
    }

    public static bool TryParse(string text, FaultList faults, out DatetimeInterval interval)
    {
        interval = default;
        string[] ends = text.Split('/');
        if (ends.Length > 2 || text.Length == 0)
            return Refuse($"The datetime '{text}' is neither a time nor an interval.", faults);
        long from = long.MinValue, to = long.MaxValue;
        if (ends.Length == 1)
        {
            if (!TryParseMoment(text, faults, out from, out to))
                return false;
        }
        else
        {
            if (ends[0] is not ("" or "..") && !TryParseMoment(ends[0], faults, out from, out _))
                return false;
            if (ends[1] is not ("" or "..") && !TryParseMoment(ends[1], faults, out _, out to))
                return false;
            if (from > to)
                return Refuse($"The datetime '{text}' ends before it starts.", faults);
        }

        interval = new DatetimeInterval(from, to);
        return true;
    }

    private static bool TryParseMoment(string text, FaultList faults, out long first, out long last)
    {
        first = last = 0;
        Match match = Rfc3339().Match(text);
        if (!match.Success)
            return Refuse($"'{text}' is not a time.", faults);
        int year = Number(match, "year"), month = Number(match, "month"), day = Number(match, "day");
        if (month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
            return Refuse($"'{text}' is not a day of the calendar.", faults);
        first = DayNumber(year, month, day) * TicksADay;
        if (!match.Groups["hour"].Success)
        {
            last = first + TicksADay - 1;
            return true;
        }

        // A leap second, 60, counts as the first of the next minute.
        int hour = Number(match, "hour"), minute = Number(match, "minute"), second = Number(match, "second");
        int offsetHours = Number(match, "offsetHours"), offsetMinutes = Number(match, "offsetMinutes");
        if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59)
            return Refuse($"'{text}' is not a time of day.", faults);
        long offset = ((offsetHours * 60L) + offsetMinutes) * TimeSpan.TicksPerMinute;
        first += (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        first += long.Parse(match.Groups["fraction"].Value.PadRight(7, '0')[..7], NumberStyles.None, CultureInfo.InvariantCulture);
        first += match.Groups["sign"].ValueSpan is "-" ? offset : -offset;
        last = first;
        return true;
    }

    // A plus sign that a client leaves unescaped in a query arrives as a space.
    [GeneratedRegex(
        """^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})([Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?([Zz]|(?<sign>[+ -])(?<offsetHours>[0-9]{2}):(?<offsetMinutes>[0-9]{2})))?$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rfc3339();

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Year 0 has 366 days, and the framework counts days from the start of year 1.
    private static long DayNumber(int year, int month, int day)
    {
        if (year > 0)
            return 366 + new DateOnly(year, month, day).DayNumber;
        long days = day - 1;
        for (int before = 1; before < month; before++)
            days += DaysInMonth(year, before);
        return days;
    }

    private static long StartOfDay(DateOnly day) => (366L + day.DayNumber) * TicksADay;

    private static bool Refuse(string message, FaultList faults)
    {
        faults.Add(new Fault(Parameter, message, Remedy));
        return false;
    }
}
