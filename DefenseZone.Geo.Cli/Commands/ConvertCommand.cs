using System.CommandLine;
using DefenseZone.Geo.Cli.Conversion;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo convert</c>: a plan or a layer in another form.</summary>
internal static class ConvertCommand
{
    private const string PlanFile = "plan.json";

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string> from = PathArgument.Of("IN", "A plan folder, or a file of one layer.");
        Argument<string> to = PathArgument.Of("OUT", $"A plan folder, or a file of one layer ({LayerFile.Endings}).");
        var layer = new Option<string?>("--layer") { Description = "The layer: which one to take from a plan, or what a file holds where its name does not say.", HelpName = "NAME", Arity = ArgumentArity.ExactlyOne };
        Option<CoordinateSystem?> system = CoordinateSystemOption.Of("--crs", "The system of x and y in a .csv file, instead of lon and lat in WGS84.");
        var verb = new Command("convert", "Writes a plan, or one layer of it, in another form. What the other form cannot hold is said.") { from, to, layer, system };
        verb.SetAction(parsed => Run(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(layer) ?? string.Empty, parsed.GetValue(system), shell));
        return verb;
    }

    private static int Run(string from, string to, string layer, CoordinateSystem? system, Shell shell)
    {
        bool fromPlan = Directory.Exists(from);
        if (!fromPlan && !File.Exists(from))
            throw new IOException($"there is no file or folder '{from}'");
        if (fromPlan && layer.Length == 0 && Path.GetExtension(to).Length == 0)
            return ConvertPlan(from, to, system, shell);

        LayerFile target = Directory.Exists(to)
            ? throw new UsageException($"'{to}' is a folder; name the file of the layer in it, such as '{Path.Combine(to, "militia-posts.geojson")}'")
            : LayerFile.Of(to);
        LayerFile? source = fromPlan ? null : LayerFile.Of(from);
        if (system is not null && target.Form != LayerForm.Csv && source?.Form != LayerForm.Csv)
            throw new UsageException("--crs is for the x and y of a .csv file; GeoJSON is always in WGS84");

        bool readsSystem = source?.Form == LayerForm.Csv;
        LayerFeatures features = source?.Read(layer, readsSystem ? system : null, shell) ?? OfPlan(from, layer, shell);
        using OutputTarget output = OutputTarget.Open(to, shell);
        target.Write(output.Stream, features, readsSystem ? null : system, shell);
        output.Commit();
        foreach (string loss in Losses.Of(features, target.Form))
            shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(loss));
        return ExitCodes.Done;
    }

    private static LayerFeatures OfPlan(string folder, string layer, Shell shell)
    {
        if (layer.Length == 0)
            throw new UsageException($"'{folder}' is a plan of several layers: say which one with --layer");
        using var progress = new ProgressLine(shell);
        Plan plan = PlanFolder.Open(folder, new PlanReadOptions { Layers = [layer], Validate = false }, progress.Step("reading"), shell.Cancellation);
        if (!plan.LayerNames.Contains(layer, StringComparer.Ordinal))
        {
            IEnumerable<string> layers = Directory.EnumerateFiles(folder, "*" + PlanFolder.LayerExtension).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
            throw new UsageException(NearestWord.Suggest($"the plan has no layer '{layer}'", layer, layers));
        }

        return new LayerFeatures(layer, [.. plan.Layer(layer)], plan.LayerMembers.GetValueOrDefault(layer, FeatureProperties.Empty));
    }

    private static int ConvertPlan(string from, string to, CoordinateSystem? system, Shell shell)
    {
        if (system is not null)
            throw new UsageException("--crs is for the x and y of a .csv file; a plan is always in WGS84");
        TargetFolder.ThrowIfTaken(to);
        Plan plan;
        using (var progress = new ProgressLine(shell))
        {
            plan = PlanFolder.Open(from, new PlanReadOptions { Validate = false }, progress.Step("reading"), shell.Cancellation);
            progress.Show("writing");
            PlanFolder.Write(plan, to, cancellationToken: shell.Cancellation);
        }

        using OutputTarget output = OutputTarget.Open(string.Empty, shell);
        Answer.WritePage(output, PlanPage.Of(plan, to), shell);
        output.Commit();
        foreach (string other in OtherEntries(from))
            shell.Error.WriteLine($"dzgeo: '{PlainText.OneLine(other)}' is no part of the plan's layers and was not copied");
        return ExitCodes.Done;
    }

    private static IEnumerable<string> OtherEntries(string folder) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name != PlanFile && !name.EndsWith(PlanFolder.LayerExtension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
