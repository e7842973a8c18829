using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Puts layers that were read into a plan.</summary>
internal sealed class PlanAssembly(Plan description, LayerContent[] contents)
{
    public Plan Assemble()
    {
        Plan plan = description;
        var members = plan.LayerMembers.ToBuilder();
        foreach (LayerContent content in contents)
        {
            members[content.Layer] = content.Members;
            switch (content.Layer)
            {
                case Vocabulary.BorderSegments:
                    plan = plan with { BorderSegments = content.As<BorderSegment>() };
                    break;
                case Vocabulary.DefensiveZones:
                    plan = plan with { DefensiveZones = content.As<DefensiveZone>() };
                    break;
                case Vocabulary.PatrolRoads:
                    plan = plan with { PatrolRoads = content.As<PatrolRoad>() };
                    break;
                case Vocabulary.CandidateSites:
                    plan = plan with { CandidateSites = content.As<CandidateSite>() };
                    break;
                case Vocabulary.HazardAreas:
                    plan = plan with { HazardAreas = content.As<HazardArea>() };
                    break;
                case Vocabulary.Projects:
                    plan = plan with { Projects = content.As<Project>() };
                    break;
                default:
                    if (!Vocabulary.FacilityLayers.Words.Contains(content.Layer))
                        plan = plan with { OtherLayers = plan.OtherLayers.SetItem(content.Layer, content.As<OtherFeature>()) };
                    break;
            }
        }

        return plan with { Facilities = Facilities(), LayerMembers = members.ToImmutable() };
    }

    private ImmutableArray<Facility> Facilities()
    {
        var list = ImmutableArray.CreateBuilder<Facility>();
        foreach (string layer in Vocabulary.FacilityLayers.Words)
        {
            foreach (LayerContent content in contents)
            {
                if (content.Layer == layer)
                    list.AddRange(content.As<Facility>());
            }
        }

        return list.DrainToImmutable();
    }
}
