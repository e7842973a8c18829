using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A curve with the question that it belongs to, whatever its number of sites.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Question">The question.</param>
/// <param name="Coverage">Who stood and how a facility covered.</param>
public sealed record SitingCurve(CostCoverageCurve Curve, SitingQuestion Question, CoverageProblem Coverage)
{
    /// <summary>Whether it is the curve of an answer: another number of sites is another place on the same curve.</summary>
    public bool Answers(SitingAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (Question with { Sites = 1 }).Equals(answer.Question with { Sites = 1 })
            && ReferenceEquals(Coverage.Plan, answer.Coverage.Plan)
            && Coverage.Model.Equals(answer.Coverage.Model)
            && Coverage.Facilities.Equals(answer.Coverage.Facilities);
    }
}
