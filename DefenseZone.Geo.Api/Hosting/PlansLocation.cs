namespace DefenseZone.Geo.Api.Hosting;

/// <summary>Finds the folder of plans.</summary>
internal static class PlansLocation
{
    private const string Solution = "DefenseZone.Geo.sln";
    private const string Folder = "data";

    /// <summary>
    /// The folder that is set, relative to where the service was started; else <c>data</c> beside the program (as
    /// it is published), else <c>data</c> of the repository that the program was built in.
    /// </summary>
    public static string Find(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
            return Path.GetFullPath(setting);
        string beside = Path.Combine(AppContext.BaseDirectory, Folder);
        if (Directory.Exists(beside))
            return beside;
        foreach (string start in (ReadOnlySpan<string>)[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (DirectoryInfo? at = new(start); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, Solution)))
                    return Path.Combine(at.FullName, Folder);
            }
        }

        return Path.GetFullPath(Folder);
    }
}
