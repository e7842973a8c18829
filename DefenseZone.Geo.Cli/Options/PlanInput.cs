using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>A plan as a verb opens it to answer a question: checked, and refused where it has errors.</summary>
/// <param name="Folder">The plan's folder.</param>
/// <param name="DespiteErrors">Whether to go on in spite of errors.</param>
internal sealed record PlanInput(string Folder, bool DespiteErrors)
{
    // Files that do not affect the answer are checked up to this size in all: larger ones take longer to read than the answer.
    private const long OthersBytes = 1 << 20;

    /// <summary>The option to go on in spite of errors.</summary>
    public static Option<bool> DespiteErrorsOption() => new(Io.DespiteErrors.Option) { Description = Io.DespiteErrors.Description };

    /// <summary>Opens the plan. The answer takes over what the check found.</summary>
    /// <param name="layers">The layers that affect the answer.</param>
    /// <param name="terrain">Whether terrain does.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="progress">Is told how much is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="PlanException">The plan has errors.</exception>
    public Plan Open(ImmutableArray<string> layers, bool terrain, OutputTarget answer, IProgress<double>? progress, CancellationToken cancellation)
    {
        var options = new PlanReadOptions { Layers = layers, Terrain = terrain, Ground = false, CheckOthersUpToBytes = OthersBytes };
        Plan plan = PlanFolder.Read(Folder, options, progress, cancellation).ForUse(DespiteErrors);
        answer.Findings = plan.Findings;
        return plan;
    }
}
