namespace DefenseZone.Geo.Api.Plans;

/// <summary>Marks an endpoint that decides for itself whether a plan with errors is good enough: every other refuses it.</summary>
internal sealed class TakesBrokenPlans
{
    /// <summary>The mark.</summary>
    public static TakesBrokenPlans Mark { get; } = new();
}
