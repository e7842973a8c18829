namespace DefenseZone.Geo.Model;

/// <summary>What it means that something is in service in a year: the same for facilities and roads, wherever a year is asked about.</summary>
public static class ServiceYear
{
    /// <summary>
    /// True when something is in service on any day of a year, both ends included. Dates decide. Where a date is missing the
    /// status does: what exists or is under construction has begun, what is planned has not, what is retired has ended.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="status">The status.</param>
    /// <param name="from">The day or year in which it enters service; none where the plan does not say.</param>
    /// <param name="to">The day or year in which it leaves service; none where the plan does not say.</param>
    public static bool Includes(int year, LifecycleStatus status, ServiceDate? from, ServiceDate? to)
    {
        bool begun = from is { } first ? first.Earliest.Year <= year : status != LifecycleStatus.Planned;
        bool ended = to is { } last ? last.Latest.Year < year : status == LifecycleStatus.Retired;
        return begun && !ended;
    }
}
