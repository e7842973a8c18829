using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Io.Elevation;

namespace DefenseZone.Geo.Io;

/// <summary>One plan of a <see cref="PlanFolderCatalog"/>: its latest snapshot, and what its files looked like then.</summary>
internal sealed class PlanFolderEntry(string name, string folder)
{
    private const int MaximumAttempts = 4;
    private const long LargestTerrainToDigest = 1 << 20;
    private readonly Lock _gate = new();
    private Task<PlanSnapshot>? _refreshing;
    private volatile Known? _known;
    private volatile Titled? _titled;

    private sealed record Known(PlanSnapshot Snapshot, ImmutableArray<FileLook> Files, long LookedAt);

    private sealed record Titled(PlanSummary Summary, FileLook File);

    private readonly record struct FileLook(string Name, long Length, long WrittenTicks);

    /// <summary>The plan's name, and the title and description of its <c>plan.json</c> where they can be read.</summary>
    public PlanSummary Summary()
    {
        string path = Path.Combine(folder, "plan.json");
        var file = new FileInfo(path);
        FileLook look = file.Exists ? new FileLook(path, file.Length, file.LastWriteTimeUtc.Ticks) : default;
        if (_titled is { } titled && titled.File == look)
            return titled.Summary;
        var summary = new PlanSummary(name, name, string.Empty);
        if (file.Exists)
        {
            try
            {
                using FileStream stream = file.OpenRead();
                using JsonDocument json = JsonDocument.Parse(stream);
                summary = summary with { Title = Text(json, "name", name), Description = Text(json, "description", string.Empty) };
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                // What is wrong with it is reported in full by whoever opens the plan; a list shows its name.
            }
        }

        _titled = new Titled(summary, look);
        return summary;
    }

    /// <summary>The latest snapshot, read again where the files have changed.</summary>
    public ValueTask<PlanSnapshot> Open(TimeProvider time, TimeSpan lookAgainAfter, CancellationToken cancellationToken)
    {
        if (_known is { } known && time.GetElapsedTime(known.LookedAt) < lookAgainAfter)
            return ValueTask.FromResult(known.Snapshot);
        Task<PlanSnapshot> refreshing;
        lock (_gate)
        {
            // All who ask meanwhile wait for the same reading.
            if (_refreshing is null or { IsCompleted: true })
                _refreshing = Task.Run(() => Refresh(time), CancellationToken.None);
            refreshing = _refreshing;
        }

        return new ValueTask<PlanSnapshot>(refreshing.WaitAsync(cancellationToken));
    }

    private PlanSnapshot Refresh(TimeProvider time)
    {
        Known? known = _known;
        ImmutableArray<FileLook> files = Look();
        PlanSnapshot snapshot = known is not null && known.Files.SequenceEqual(files) ? known.Snapshot : Read(files, known);

        // Files that change while they are read would give a version that never was: then read again.
        for (int attempt = 1; attempt < MaximumAttempts; attempt++)
        {
            ImmutableArray<FileLook> after = Look();
            if (after.SequenceEqual(files))
                break;
            files = after;
            snapshot = Read(files, known);
        }

        _known = new Known(snapshot, files, time.GetTimestamp());
        return snapshot;
    }

    private PlanSnapshot Read(ImmutableArray<FileLook> files, Known? known)
    {
        string version = Version(files);
        if (known is not null && string.Equals(known.Snapshot.Version, version, StringComparison.Ordinal))
            return known.Snapshot;
        PlanReading reading = PlanFolder.Read(folder);
        return new PlanSnapshot(name, version, reading.Plan, reading.Problems) { OmittedProblems = reading.OmittedProblems };
    }

    private ImmutableArray<FileLook> Look()
    {
        var folderInfo = new DirectoryInfo(folder);
        if (!folderInfo.Exists)
            return [];
        var terrain = new DirectoryInfo(Path.Combine(folder, TerrainFiles.FolderName));
        return [.. folderInfo.EnumerateFiles()
            .Where(file => file.Extension is ".geojson" or ".json")
            .Select(file => new FileLook(file.Name, file.Length, file.LastWriteTimeUtc.Ticks))
            .Concat(terrain.Exists ? terrain.EnumerateFiles().Select(file => new FileLook($"{TerrainFiles.FolderName}/{file.Name}", file.Length, file.LastWriteTimeUtc.Ticks)) : [])
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private string Version(ImmutableArray<FileLook> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            foreach (FileLook file in files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
                hash.AppendData([0]);
                long length = 0;

                // Terrain may be many gigabytes: a large file is known by its length and time.
                if (file.Length > LargestTerrainToDigest && file.Name.StartsWith(TerrainFiles.FolderName + "/", StringComparison.Ordinal))
                {
                    BinaryPrimitives.WriteInt64LittleEndian(block, file.Length);
                    BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(sizeof(long)), file.WrittenTicks);
                    hash.AppendData(block, 0, 2 * sizeof(long));
                    continue;
                }

                try
                {
                    using FileStream stream = File.OpenRead(Path.Combine(folder, file.Name));
                    for (int read; (read = stream.Read(block)) > 0; length += read)
                        hash.AppendData(block, 0, read);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // A file that cannot be read is part of the version as one; the reader says what is wrong with it.
                    length = -1;
                }

                BinaryPrimitives.WriteInt64LittleEndian(block, length);
                hash.AppendData(block, 0, sizeof(long));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static string Text(JsonDocument json, string member, string otherwise) =>
        json.RootElement.ValueKind == JsonValueKind.Object
        && json.RootElement.TryGetProperty(member, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : otherwise;
}
