using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo sample</c>: makes a plan up, to try things on.</summary>
internal static class SampleCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Option<string> size = ChoiceOption.Of(
            "--size", "SIZE", "How big (250, 1,500 or 4,600 km of border)", "S", "M", "L");
        Option<Given<int>?> seed = NumberOption.Whole("--seed", "N", "The same number gives the same plan. 1 where it is not given.", int.MinValue, int.MaxValue);
        var folder = new Option<string>("--out", "-o") { Description = "The folder to write; it must be new or empty.", HelpName = "DIR", Required = true };
        var verb = new Command("sample", "Makes up a plan of any size: border, posts, zones, roads and candidate sites, none of them real.") { size, seed, folder };
        verb.SetAction(parsed => Run(SizeOf(parsed.GetValue(size)), parsed.GetValue(seed)?.Value ?? 1, parsed.GetValue(folder)!, shell));
        return verb;
    }

    private static SampleSize SizeOf(string? word) => word switch
    {
        "M" => SampleSize.Medium,
        "L" => SampleSize.Large,
        _ => SampleSize.Small,
    };

    private static int Run(SampleSize size, int seed, string folder, Shell shell)
    {
        TargetFolder.ThrowIfTaken(folder);
        Plan plan;
        using (var progress = new ProgressLine(shell))
        {
            plan = SamplePlan.Generate(size, seed, progress.Step("making up"), shell.Cancellation);
            progress.Show("writing");
            PlanFolder.Write(plan, folder, cancellationToken: shell.Cancellation);
        }

        using OutputTarget target = OutputTarget.Open(string.Empty, shell);
        Answer.WritePage(target, Pages.PlanPage.Of(plan, folder), shell);
        target.Commit();
        return ExitCodes.Done;
    }
}
