using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>What is in a plan, layer by layer.</summary>
internal static class PlanPage
{
    /// <summary>The layers with how many features each has.</summary>
    public static Page Of(Plan plan, string folder) => new()
    {
        Title = plan.Name.Length > 0 ? $"{plan.Name} in {folder}" : folder,
        Tables = [Layers(plan)],
    };

    /// <summary>The table of layers.</summary>
    public static Table Layers(Plan plan)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (string name in plan.LayerNames)
            rows.Add(new Row([name, Figures.Count(plan.Layer(name).Count)]));
        return new Table(string.Empty, [new("Layer"), new("Features", true)], rows.ToImmutable());
    }
}
