using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>
/// Where an answer goes: the standard output, or a file that is written beside its place and moved there only when
/// it is whole. What is disposed without <see cref="Commit"/> leaves nothing behind.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string _file;
    private readonly string _part;

    private OutputTarget(Stream stream, string file, string part)
    {
        Stream = stream;
        _file = file;
        _part = part;
    }

    /// <summary>What to write to.</summary>
    public Stream Stream { get; }

    /// <summary>Whether it is the standard output, and so perhaps a terminal.</summary>
    public bool IsStandardOutput { get; private init; }

    /// <summary>What the check of the plan found that the answer is about; it is part of the answer.</summary>
    public PlanFindings Findings { get; set; } = PlanFindings.None;

    /// <summary>Opens a file, or the standard output where the name is empty or <c>-</c>.</summary>
    /// <exception cref="IOException">The file cannot be made; the message says why.</exception>
    public static OutputTarget Open(string file, Shell shell)
    {
        if (file.Length == 0 || file == "-")
            return new OutputTarget(new BufferedStream(shell.OpenOutput(), 1 << 16), string.Empty, string.Empty) { IsStandardOutput = true };

        // A device has no beside; nor may it be replaced.
        if (file.StartsWith("/dev/", StringComparison.Ordinal))
            return new OutputTarget(new FileStream(file, FileMode.Open, FileAccess.Write), string.Empty, string.Empty);
        if (Directory.Exists(file))
            throw new IOException($"'{file}' is a folder; --out needs the name of a file");

        // A link stays a link: what it points to is replaced.
        bool isLink = new FileInfo(file).LinkTarget is not null;
        string place = Path.GetFullPath(isLink ? File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName : file);
        if (!Directory.Exists(Path.GetDirectoryName(place)))
            throw new IOException($"the folder of '{file}' does not exist; make it first");
        string part = $"{place}.{Environment.ProcessId}.part";
        return new OutputTarget(new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), place, part);
    }

    /// <summary>Says that the answer is whole.</summary>
    public void Commit()
    {
        Stream.Dispose();
        if (_part.Length == 0)
            return;
        if (!OperatingSystem.IsWindows() && File.Exists(_file))
            File.SetUnixFileMode(_part, File.GetUnixFileMode(_file));
        File.Move(_part, _file, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        if (_part.Length > 0)
            File.Delete(_part);
    }
}
