using System.Collections.Concurrent;
using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// The plans in the sub-folders of one folder: each with a <c>plan.json</c> or a <c>border-segments.geojson</c> is
/// a plan, named as its folder. A plan is read when it is first opened, and again when its files have other
/// content. Safe for use by many threads.
/// </summary>
/// <remarks>
/// Changes are found by looking at the names, lengths and times of the files when a plan is opened, at most once
/// in <see cref="LookAgainAfter"/>; a digest of their content then says whether anything changed. File system
/// notifications are not used: they get lost on network drives and in containers.
/// </remarks>
public sealed class PlanFolderCatalog : IPlanCatalog
{
    private readonly ConcurrentDictionary<string, PlanFolderEntry> _entries = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    /// <summary>The plans in a folder, which need not exist yet.</summary>
    /// <param name="folder">The folder whose sub-folders are plans.</param>
    /// <param name="time">The clock that says when to look again; the system's where none is given.</param>
    public PlanFolderCatalog(string folder, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(folder);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The folder whose sub-folders are plans, as a full path.</summary>
    public string Folder { get; }

    /// <summary>How long files are taken to be as they were when last looked at; one second unless set.</summary>
    public TimeSpan LookAgainAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public ImmutableArray<PlanSummary> Plans => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder)
            .Where(IsPlan)
            .Select(path => Entry(Path.GetFileName(path)).Summary())
            .OrderBy(summary => summary.Name, StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public ValueTask<PlanSnapshot> Open(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);

        // A name is a name and never a way out of the folder, whatever separators and dots it is made of.
        if (name.Length == 0 || !string.Equals(Path.GetFileName(name), name, StringComparison.Ordinal)
            || name is "." or ".." || name.Contains('\\') || name.Contains('\0') || !IsPlan(Path.Combine(Folder, name)))
            throw new PlanNotFoundException(name, Plans.Select(plan => plan.Name));
        return Entry(name).Open(_time, LookAgainAfter, cancellationToken);
    }

    private static bool IsPlan(string path) =>
        File.Exists(Path.Combine(path, "plan.json")) || File.Exists(Path.Combine(path, Vocabulary.BorderSegments + ".geojson"));

    private PlanFolderEntry Entry(string name) =>
        _entries.GetOrAdd(name, static (key, folder) => new PlanFolderEntry(key, Path.Combine(folder, key)), Folder);
}
