using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo validate</c>: everything that is wrong with a plan.</summary>
internal static class ValidateCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string> plan = QuestionOptions.PlanArgument();
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.Json);
        Option<string?> outFile = QuestionOptions.OutOption();
        var verb = new Command("validate", "Everything that is wrong with a plan, and what would be right. Exit code 1 where there are errors.") { plan, format, outFile };
        verb.SetAction(parsed => Run(parsed.GetValue(plan)!, OutputFormatWords.Parse(parsed.GetValue(format)), parsed.GetValue(outFile) ?? string.Empty, shell));
        return verb;
    }

    private static int Run(string folder, OutputFormat format, string outFile, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(outFile, shell);
        PlanReading reading;
        using (var progress = new ProgressLine(shell))
            reading = PlanFolder.Read(folder, PlanReadOptions.Default, progress.Step("checking"), shell.Cancellation);
        if (format == OutputFormat.Json)
            Answer.WriteJson(target, writer => PlanProblemsJson.Write(writer, reading), shell);
        else
            Answer.WritePage(target, ProblemsPage.Of(reading, folder), shell);
        target.Commit();
        return reading.HasErrors ? ExitCodes.Failed : ExitCodes.Done;
    }
}
