namespace DefenseZone.Geo.Api.Http;

/// <summary>Sets of HTTP methods.</summary>
internal static class Verbs
{
    /// <summary>Whatever can be got can be asked about.</summary>
    public static IReadOnlyList<string> Read { get; } = [HttpMethods.Get, HttpMethods.Head];
}
