using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs of questions about how soon somebody comes: who responds, and over which roads.</summary>
internal static class ResponseInputs
{
    /// <summary>The time within which a place counts as reached.</summary>
    public static readonly ProcessInput<double?> Minutes = InputKinds.Number(
        "minutes",
        "Minutes",
        "Within how many minutes a place is reached, by road and then on foot. The model 'response' needs it.",
        NumberBounds.Positive(ResponseCoverage.MostMinutes));

    /// <summary>All but the time: who responds, and the roads.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [.. FacilityInputs.Responding, .. RoadInputs.All];

    /// <summary>The question about response times that a request puts to a plan.</summary>
    public static ResponseProblem Read(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        FacilityFilter facilities = FacilityInputs.ReadResponding(values);
        return new ResponseProblem(plan)
        {
            Roads = RoadInputs.ReadOptions(values, facilities.Year),
            Closure = RoadInputs.ReadClosure(values, plan),
            Facilities = facilities,
        };
    }

    /// <summary>Response time as a way to cover; refused without a time.</summary>
    public static CoverageModel ReadModel(InputValues values, Plan plan)
    {
        RoadInputs.RefuseWithoutRoads(values, plan);
        RoadClosure closure = RoadInputs.ReadClosure(values, plan);
        if (values.Of(Minutes) is not { } minutes)
        {
            values.Refuse(Minutes, "The model 'response' needs a time.", $"Give '{Minutes.Name}': {Minutes.Description}");
            return RadiusCoverage.OwnRadius;
        }

        return new ResponseCoverage(minutes) { Roads = RoadInputs.ReadOptions(values, FacilityInputs.Read(values).Year), Closure = closure };
    }
}
