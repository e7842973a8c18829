using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What roads say, in one language. A text with {0} takes a value there.</summary>
public sealed partial record RoadsTexts
{
    /// <summary>The texts in a language.</summary>
    public static RoadsTexts In(Language language) => language == Language.Vietnamese ? Vietnamese : English;

    /// <summary>A kind of hazard area in a language; the plan's own word where it is not known.</summary>
    public static string Hazard(string kind, Language language)
    {
        ArgumentNullException.ThrowIfNull(kind);
        RoadsTexts words = In(language);
        return kind.ToUpperInvariant() switch
        {
            "FLOOD" => words.Flood,
            "FLASH-FLOOD" => words.FlashFlood,
            "LANDSLIDE" => words.Landslide,
            _ => kind,
        };
    }

    /// <summary>A time as people read it: to the second below a minute, then to a tenth of a minute, from 100 minutes on in hours.</summary>
    public string Time(double seconds, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        if (!double.IsFinite(seconds))
            return Never;
        if (seconds < 59.5)
            return string.Format(null, TimeSeconds, quantities.Fixed(seconds, 0));
        double minutes = seconds / 60;
        if (minutes < 99.95)
            return string.Format(null, TimeMinutes, quantities.Fixed(minutes, Math.Abs(minutes - Math.Round(minutes)) < 0.05 ? 0 : 1));
        int whole = (int)Math.Round(minutes), hours = whole / 60;
        return whole % 60 == 0 ? string.Format(null, TimeWholeHours, quantities.Count(hours)) : string.Format(null, TimeHours, quantities.Count(hours), quantities.Count(whole % 60));
    }

    /// <summary>Money in the plan's own unit.</summary>
    public string Money(double amount, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        return Math.Abs(amount) >= 1e6 ? string.Format(null, Millions, quantities.Significant(amount / 1e6, 3)) : quantities.Count((long)Math.Round(amount));
    }

    /// <summary>A speed of response, against the minutes asked for.</summary>
    public string Name(ResponseSpeed speed, double minutes, Quantities quantities) => speed switch
    {
        ResponseSpeed.Soon => string.Format(null, SpeedSoon, Time(minutes * 30, quantities)),
        ResponseSpeed.InTime => string.Format(null, SpeedSoon, Time(minutes * 60, quantities)),
        ResponseSpeed.Late => string.Format(null, SpeedLate, Time(minutes * 120, quantities)),
        _ => SpeedTooLate,
    };

    /// <summary>How much hangs on roads.</summary>
    public string Name(RoadWeight weight) => weight switch
    {
        RoadWeight.Border => WeightBorder,
        RoadWeight.CutsOffSome => WeightSome,
        RoadWeight.CutsOffMany => WeightMany,
        RoadWeight.NoBase => WeightNoBase,
        RoadWeight.Closed => WeightClosed,
        _ => NothingHangs,
    };

    /// <summary>What hangs on a road, in a line.</summary>
    public string Hangs(RoadImportance road, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(road);
        ArgumentNullException.ThrowIfNull(quantities);
        var parts = new List<string>();
        if (road.Weight is RoadWeight.Closed or RoadWeight.NoBase)
            parts.Add(Name(road.Weight));
        if (!road.CutOff.IsEmpty)
            parts.Add(string.Format(null, WouldCutOff, Ids(road.CutOff, quantities)));
        if (road.ServedBorderMetres > 0)
            parts.Add(string.Format(null, ServesBorder, quantities.Length(road.ServedBorderMetres)));
        return parts.Count == 0 ? NothingHangs : string.Join(" · ", parts);
    }

    /// <summary>Facilities by their ids, of many the first.</summary>
    public static string Ids(IReadOnlyCollection<Facility> facilities, Quantities quantities)
    {
        ArgumentNullException.ThrowIfNull(facilities);
        ArgumentNullException.ThrowIfNull(quantities);
        const int Most = 8;
        return string.Join(", ", facilities.Take(Most).Select(facility => facility.Id.Text)) + (facilities.Count > Most ? " +" + quantities.Count(facilities.Count - Most) : string.Empty);
    }

    /// <summary>The name of a table.</summary>
    public string Name(RoadsTable table) => table switch
    {
        RoadsTable.Network => NetworkTab,
        RoadsTable.Closures => ClosuresTab,
        RoadsTable.Route => RouteTab,
        _ => NewRoad,
    };
}
