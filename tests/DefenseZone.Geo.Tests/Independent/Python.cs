namespace DefenseZone.Geo.Tests.Independent;

/// <summary>Debian's Python, with pyproj and Shapely.</summary>
internal static class Python
{
    /// <summary>Runs a script over lines on its standard input; what it prints, line by line.</summary>
    internal static string[] Run(string script, IEnumerable<string> lines) =>
        IndependentTool.Run("/usr/bin/python3", ["-c", script], lines);
}
