using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// What the tab of roads asks besides what all tabs share: two places, for a route between them and for a new road. Who
/// responds, within how many minutes, in which season and with what closed is the question of coverage's.
/// </summary>
public sealed record RoadsQuestion
{
    /// <summary>The gentlest limit of the grade that can be asked for, in per cent.</summary>
    public const double LeastGradePercent = 1;

    /// <summary>The steepest, in per cent.</summary>
    public const double LargestGradePercent = 50;

    /// <summary>The most courses that stand side by side here; more are left to the command line.</summary>
    public const int MostAlternatives = 4;

    /// <summary>Where one begins: a place or the id of a facility, as <see cref="RoadEnd.Parse"/> has it; empty where it is not chosen.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>Where one goes; empty where it is not chosen: a new road then joins the existing ones.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>The steepest that a new road may be, in per cent.</summary>
    public double GradePercent { get; init; } = RoadStandard.PatrolRoad.MaximumGrade * 100;

    /// <summary>How many courses to look for.</summary>
    public int Alternatives { get; init; } = 3;

    /// <summary>Whether a new road keeps out of hazard areas of every kind, instead of paying for them.</summary>
    public bool AvoidHazards { get; init; }

    /// <summary>An end that was clicked: a facility by layer and id, another place by its coordinates.</summary>
    public static string Text(PlanFeature? feature, GeoPoint place) =>
        feature is Facility or CandidateSite ? $"{feature.LayerName}/{feature.Id.Text}" : TerrainQuestion.Text(TerrainQuestion.Rounded(place));

    /// <summary>The question in the address.</summary>
    public IEnumerable<(string Name, string Value)> Write() =>
    [
        ("from", From),
        ("to", To),
        ("grade", GradePercent.Equals(RoadStandard.PatrolRoad.MaximumGrade * 100) ? string.Empty : GradePercent.ToString("0.##", CultureInfo.InvariantCulture)),
        ("alternatives", Alternatives == 3 ? string.Empty : Alternatives.ToString(CultureInfo.InvariantCulture)),
        ("avoid-hazards", AvoidHazards ? "1" : string.Empty),
    ];

    /// <summary>Reads it from the address.</summary>
    public static RoadsQuestion Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new RoadsQuestion
        {
            From = inputs.Text("from"),
            To = inputs.Text("to"),
            GradePercent = inputs.Number("grade", LeastGradePercent, LargestGradePercent) ?? RoadStandard.PatrolRoad.MaximumGrade * 100,
            Alternatives = inputs.Whole("alternatives", 1, MostAlternatives) ?? 3,
            AvoidHazards = inputs.Flag("avoid-hazards"),
        };
    }
}

/// <summary>What is asked of the network: how soon is somebody where, what may not fail, and what do closures change?</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Who">Who responds.</param>
/// <param name="Response">Within how many minutes, by which roads, and what is closed.</param>
public sealed record NetworkQuestion(Plan Plan, FacilityFilter Who, ResponseCoverage Response);

/// <summary>The quickest way between two places, with and without closures.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Response">By which roads, and what is closed.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it goes.</param>
public sealed record RouteQuestion(Plan Plan, ResponseCoverage Response, GeoPoint From, GeoPoint To);
