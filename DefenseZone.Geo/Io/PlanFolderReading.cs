using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>One reading of a plan folder: the files in parallel, the largest first, then what is between them.</summary>
internal sealed class PlanFolderReading(string folder, PlanReadOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
{
    // Below this much a second thread costs more than it saves.
    private const long BytesForSecondThread = 512 * 1024;

    // Zones and hazards are what many questions ask about next: so much more of them is checked.
    private const int AreasFactor = 8;

    private readonly ProblemLog _problems = new(string.Empty, string.Empty);
    private long _totalBytes;
    private long _doneBytes;
    private int _next;

    public PlanReading Read()
    {
        List<FileInfo> files = [];
        if (!TryList(files))
            return Result(Plan.Empty, []) with { IsFound = false };
        Plan plan = ReadDescription();
        var contents = new LayerContent[files.Count];
        Layers(files, contents);
        if (options.Validate)
            new PlanChecks(contents, plan.Defaults, IsAsked(Vocabulary.BorderSegments), _problems, cancellationToken).Check();

        plan = new PlanAssembly(plan, Array.FindAll(contents, content => IsAsked(content.Layer))).Assemble();
        if (options.Validate && !plan.BorderSegments.IsEmpty)
            BorderOverlapChecks.Check(Array.Find(contents, content => content.Layer == Vocabulary.BorderSegments)!, BorderLine.Of(plan));
        if (options.Terrain || options.Validate)
        {
            PlanTerrain terrain = ReadTerrain();
            plan = options.Terrain ? plan with { Terrain = terrain } : plan;
        }

        if (options is { Validate: true, Ground: true } && plan.Terrain is FolderSurface { Problems: var problems } surface && !ProblemLog.HasErrors(problems))
            new TerrainChecks(contents, plan, surface, TerrainFiles.FolderName + "/", _problems, cancellationToken).Check();
        progress?.Report(1);
        return Result(plan, contents);
    }

    private PlanTerrain ReadTerrain()
    {
        string place = Path.Combine(folder, TerrainFiles.FolderName);
        try
        {
            if (!Directory.Exists(place))
                return PlanTerrain.None;
            List<FileInfo> files = TerrainFiles.List(place, options.Validate ? _problems : null, TerrainFiles.FolderName + "/");
            if (files.Count == 0)
                return PlanTerrain.None;
            var surface = new FolderSurface([.. files]);
            if (options.Validate)
            {
                foreach (PlanProblem problem in surface.Problems)
                    _problems.Add(problem);
            }

            return surface;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems.Error(string.Empty, $"the folder {TerrainFiles.FolderName} cannot be read: {error.Message}", "see that it can be");
            return PlanTerrain.None;
        }
    }

    private PlanReading Result(Plan plan, LayerContent[] contents)
    {
        foreach (LayerContent content in contents)
            _problems.AddAll(content.Problems);
        var findings = new PlanFindings(_problems.ToImmutable(), _problems.Omitted);
        return new PlanReading(plan with { Findings = findings }, findings.Problems) { OmittedProblems = findings.OmittedProblems };
    }

    private bool TryList(List<FileInfo> files)
    {
        List<FileInfo> others = [];
        try
        {
            if (File.Exists(folder))
            {
                _problems.Error(string.Empty, $"'{folder}' is a file", "give the plan's folder, which holds plan.json and a GeoJSON file a layer");
                return false;
            }

            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles())
            {
                if (!file.Name.EndsWith(PlanFolder.LayerExtension, StringComparison.Ordinal))
                    WarnOfLikelyLayer(file);
                else if (IsAsked(LayerOf(file)))
                    files.Add(file);
                else if (LayerOf(file).Length > 0)
                    others.Add(file);
            }

            files.AddRange(OthersToCheck(others));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problems.Error(
                string.Empty, error is DirectoryNotFoundException ? $"there is no folder '{folder}'" : $"the folder cannot be read: {error.Message}",
                "give the plan's folder, which holds plan.json and a GeoJSON file a layer");
            return false;
        }

        files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (FileInfo file in files)
            WarnOfName(LayerOf(file), file.Name);
        return true;
    }

    // What does not bear on a question is small in most plans, and an error there is one for all; where it is not, reading it
    // would take longer than the answer.
    private List<FileInfo> OthersToCheck(List<FileInfo> others)
    {
        List<FileInfo> chosen = [], left = [];
        if (!options.Validate || options.CheckOthersUpToBytes <= 0)
            return chosen;
        long areas = AreasFactor * options.CheckOthersUpToBytes, rest = options.CheckOthersUpToBytes;
        foreach (FileInfo file in others.OrderBy(static file => file.Length))
        {
            ref long bytes = ref LayerOf(file) is Vocabulary.DefensiveZones or Vocabulary.HazardAreas ? ref areas : ref rest;
            bytes -= file.Length;
            (bytes >= 0 ? chosen : left).Add(file);
        }

        foreach (FileInfo file in left)
        {
            _problems.Add(new PlanProblem
            {
                Severity = ProblemSeverity.Warning,
                File = file.Name,
                Layer = LayerOf(file),
                Message = FormattableString.Invariant($"the file ({file.Length / 1e6:0.0} MB) was not checked, since it does not affect this answer"),
                Remedy = "'dzgeo validate' checks all files of a plan",
            });
        }

        return chosen;
    }

    private bool IsAsked(string layer) =>
        layer.Length > 0 && (options.Layers.IsDefaultOrEmpty || options.Layers.Contains(layer, StringComparer.Ordinal));

    private static string LayerOf(FileInfo file) => file.Name[..^PlanFolder.LayerExtension.Length];

    // A layer in another format, or with another ending, is easily overlooked.
    private void WarnOfLikelyLayer(FileInfo file)
    {
        int dot = file.Name.LastIndexOf('.');
        if (dot <= 0 || file.Name.EndsWith(PlanFolder.LayerExtension, StringComparison.Ordinal))
            return;
        string layer = file.Name[..dot].ToLowerInvariant();
        if (Vocabulary.KnownLayers.Contains(layer))
        {
            _problems.Add(new PlanProblem
            {
                Severity = ProblemSeverity.Warning,
                File = file.Name,
                Layer = layer,
                Message = "the file has a layer's name but is not read",
                Remedy = $"a layer is a GeoJSON file: call it {layer}{PlanFolder.LayerExtension}, or convert it",
            });
        }
    }

    private void WarnOfName(string layer, string file)
    {
        if (Vocabulary.KnownLayers.Contains(layer))
            return;
        string nearest = Spelling.Nearest(layer, Vocabulary.KnownLayers);
        if (nearest.Length == 0 || Spelling.Edits(layer, nearest) > 2)
            return;
        _problems.Add(new PlanProblem
        {
            Severity = ProblemSeverity.Warning,
            File = file,
            Layer = layer,
            Message = "this layer has no meaning, and is only kept",
            Remedy = $"did you mean {nearest}{PlanFolder.LayerExtension}?",
        });
    }

    private Plan ReadDescription()
    {
        var problems = new ProblemLog(PlanDescription.FileName, string.Empty);
        string path = Path.Combine(folder, PlanDescription.FileName);
        Plan plan = Plan.Empty;
        try
        {
            if (File.Exists(path))
            {
                using FileStream stream = OpenFile(path);
                plan = PlanDescription.Read(stream, problems, options.Limits, cancellationToken);
            }
            else
            {
                problems.Warn(string.Empty, "there is no plan.json", "add one that says at least {\"name\": …}; until then the plan is called as its folder");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(string.Empty, $"the file cannot be read: {error.Message}", "see that it can be");
        }

        _problems.AddAll(problems);
        return plan.Name.Length > 0 ? plan : plan with { Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) };
    }

    private void Layers(List<FileInfo> files, LayerContent[] contents)
    {
        int[] order = new int[files.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            _totalBytes += files[i].Length;
        }

        // A dozen files: sorted by hand, the largest first.
        for (int i = 1; i < order.Length; i++)
        {
            for (int j = i; j > 0 && files[order[j]].Length > files[order[j - 1]].Length; j--)
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
        }

        int threads = _totalBytes < BytesForSecondThread ? 1 : Math.Min(Math.Min(Environment.ProcessorCount, 4), files.Count);
        Exception? stopped = null;
        var others = new Thread[Math.Max(0, threads - 1)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(() => stopped = Work(files, order, contents) ?? stopped) { IsBackground = true };
            others[i].Start();
        }

        stopped = Work(files, order, contents) ?? stopped;
        foreach (Thread other in others)
            other.Join();
        cancellationToken.ThrowIfCancellationRequested();
        if (stopped is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(stopped);
    }

    private Exception? Work(List<FileInfo> files, int[] order, LayerContent[] contents)
    {
        try
        {
            while (true)
            {
                int turn = Interlocked.Increment(ref _next) - 1;
                if (turn >= order.Length)
                    return null;
                FileInfo file = files[order[turn]];
                var content = new LayerContent(LayerOf(file), file.Name);
                contents[order[turn]] = content;
                ReadLayer(file, content);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error;
        }
    }

    private void ReadLayer(FileInfo file, LayerContent content)
    {
        try
        {
            using FileStream stream = OpenFile(file.FullName);
            new GeoJsonReading(content, options.Limits).Read(stream, progress is null ? null : Advance, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            content.Problems.Error(string.Empty, $"the file cannot be read: {error.Message}", "see that it can be");
        }

        content.LeaveOutDuplicates();
    }

    private void Advance(int bytes)
    {
        long done = Interlocked.Add(ref _doneBytes, bytes);
        progress!.Report(Math.Min(1, done / Math.Max(1.0, _totalBytes)));
    }

    // The pieces that are read are large enough without the stream's own buffer.
    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
}
