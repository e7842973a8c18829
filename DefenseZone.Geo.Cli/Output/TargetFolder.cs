namespace DefenseZone.Geo.Cli.Output;

/// <summary>A folder that is about to be written.</summary>
internal static class TargetFolder
{
    /// <summary>Refuses a place where something stands already.</summary>
    /// <exception cref="IOException">It is a file, or a folder that is not empty.</exception>
    public static void ThrowIfTaken(string folder)
    {
        if (File.Exists(folder))
            throw new IOException($"'{folder}' is a file; a plan needs a folder");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"'{folder}' is there already and not empty; name a new one, or empty it first");
    }
}
