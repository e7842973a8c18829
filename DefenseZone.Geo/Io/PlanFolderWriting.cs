using System.Buffers;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>One writing of a plan folder: all files beside their places first, then all moves, taken back where one fails.</summary>
internal sealed class PlanFolderWriting(Plan plan, string folder, PlanWriteOptions options, CancellationToken cancellationToken)
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("/\\:*?\"<>|");

    public void Write()
    {
        CheckNames();
        string target = Path.GetFullPath(folder);
        bool isNew = !Directory.Exists(target);
        string parent = isNew ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(target)) ?? target : target;
        Directory.CreateDirectory(parent);
        string stage = Path.Combine(parent, $".writing-{Guid.NewGuid():N}");
        Directory.CreateDirectory(stage);
        try
        {
            List<string> names = WriteFiles(stage);
            cancellationToken.ThrowIfCancellationRequested();
            if (isNew)
                Directory.Move(stage, target);
            else
                MoveIntoPlace(names, stage, target);
        }
        finally
        {
            if (Directory.Exists(stage))
                Directory.Delete(stage, recursive: true);
        }
    }

    private void CheckNames()
    {
        foreach (string layer in plan.LayerNames)
            CheckName(layer);
        foreach (string layer in options.DroppedLayers)
            CheckName(layer);
        foreach (string layer in plan.OtherLayers.Keys)
        {
            if (Vocabulary.KnownLayers.Contains(layer))
                throw new ArgumentException($"The layer '{layer}' has a meaning of its own: its features cannot be among the plan's other layers.", nameof(plan));
        }
    }

    private static void CheckName(string layer)
    {
        bool isRight = layer.Length is > 0 and <= 200 && layer[0] != '.' && layer.AsSpan().IndexOfAny(Unsafe) < 0;
        foreach (char letter in layer)
            isRight &= !char.IsControl(letter);
        if (!isRight)
            throw new ArgumentException($"'{layer}' cannot be a layer's name: it has to make a file's name, without separators and not beginning with a dot.", nameof(layer));
    }

    private List<string> WriteFiles(string stage)
    {
        var names = new List<string> { PlanDescription.FileName };
        using (FileStream description = Create(Path.Combine(stage, PlanDescription.FileName)))
            PlanDescription.Write(description, plan);
        foreach (string layer in plan.LayerNames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = layer + PlanFolder.LayerExtension;
            names.Add(name);
            using FileStream file = Create(Path.Combine(stage, name));
            var collection = GeoJsonWriteOptions.Default with
            {
                Members = plan.LayerMembers.TryGetValue(layer, out FeatureProperties? members) ? members : FeatureProperties.Empty,
            };
            GeoJsonFeatures.Write(file, plan.Layer(layer), collection, cancellationToken);
        }

        return names;
    }

    private void MoveIntoPlace(List<string> names, string stage, string target)
    {
        string replaced = Path.Combine(stage, "replaced");
        Directory.CreateDirectory(replaced);
        var undo = new List<Action>();
        try
        {
            foreach (string name in names)
                PutInPlace(Path.Combine(stage, name), Path.Combine(target, name), Path.Combine(replaced, name), undo);
            foreach (string layer in options.DroppedLayers)
            {
                string name = layer + PlanFolder.LayerExtension;
                string place = Path.Combine(target, name);
                if (names.Contains(name, StringComparer.Ordinal) || !File.Exists(place))
                    continue;
                File.Move(place, Path.Combine(replaced, name));
                undo.Add(() => File.Move(Path.Combine(replaced, name), place));
            }
        }
        catch
        {
            for (int i = undo.Count - 1; i >= 0; i--)
                undo[i]();
            throw;
        }
    }

    // At no moment is there no file, or half a file, in a place that had one.
    private static void PutInPlace(string from, string place, string replaced, List<Action> undo)
    {
        if (File.Exists(place))
        {
            File.Replace(from, place, replaced);
            undo.Add(() => File.Move(replaced, place, overwrite: true));
        }
        else
        {
            File.Move(from, place);
            undo.Add(() => File.Delete(place));
        }
    }

    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);
}
