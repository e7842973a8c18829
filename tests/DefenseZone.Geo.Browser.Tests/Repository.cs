using System.Reflection;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Where things lie that the tests use.</summary>
internal static class Repository
{
    public static string HostProgram { get; } = Metadata("HostProgram");

    public static string NorthernBorder { get; } = Path.Combine(Metadata("Repository"), "data", "northern-border");

    public static string AxeScript { get; } = Path.Combine(Metadata("Repository"), "DefenseZone.Geo.Viewer", "map", "node_modules", "axe-core", "axe.min.js");

    private static string Metadata(string key) => Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!);
}
